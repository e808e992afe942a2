package org.zhitu.server.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.placement.Diagnostic;
import org.zhitu.graph.placement.Placement;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.study.Course;
import org.zhitu.ontology.Language;
import org.zhitu.server.plan.PlanAddress;

/**
 * The page that finds out where a learner stands: about a dozen screens, then the map with every inference open to
 * correction. What was said travels in the form and in no address, and nobody on the way may keep it.
 */
@Controller
class PlacementController {
    private static final Diagnostic.Options OPTIONS = Diagnostic.Options.DEFAULT;

    private final Knowledge.Source source;

    PlacementController(Knowledge.Source source) {
        this.source = source;
    }

    /** How a concept stands on the map. */
    enum Stand {
        KNOWN,
        READY,
        LATER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A concept on the map.
     *
     * @param percent how likely it is known
     */
    record Tile(ConceptRef concept, Stand stand, long percent, Placement.Ground ground) {}

    /** The concepts of an area, in learning order. */
    record Area(ConceptRef area, List<Tile> tiles) {
        /** Returns how many stand so. */
        public long count(String stand) {
            return tiles.stream()
                    .filter(tile -> tile.stand().key().equals(stand))
                    .count();
        }
    }

    /**
     * What is shown once there is a goal.
     *
     * @param questions what to reply to; empty where the map is shown
     * @param chosen    what has been replied to on this screen: what was said before the learner went back, or as far as he got
     * @param lacking   whether some replies are missing
     * @param areas     the map
     */
    record View(
            PlacementForm form,
            Placement placement,
            List<ConceptRef> goals,
            List<ConceptRef> questions,
            Map<String, String> chosen,
            boolean lacking,
            List<Area> areas) {
        public int most() {
            return OPTIONS.questions();
        }

        /** Returns the slugs that the screen asks about, with commas between. */
        public String asked() {
            return questions.stream().map(ConceptRef::slug).collect(Collectors.joining(","));
        }

        public long certainty() {
            return Math.round(placement.certainty() * 100);
        }

        /** Returns the slugs of what is known, with commas between. */
        public String known() {
            return String.join(",", placement.known());
        }

        /** Returns the address of the plan from here. */
        public String plan() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("goal", form.goals().text());
            parameters.put("known", known());
            return "/path?" + PlanAddress.query(parameters);
        }

        public long count(String stand) {
            return areas.stream().mapToLong(area -> area.count(stand)).sum();
        }
    }

    @GetMapping(path = "/placement", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView begin(@RequestParam(defaultValue = "") String goal, Site site) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("goal", goal);
        return page(parameters, site);
    }

    @PostMapping(path = "/placement", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView go(@RequestParam MultiValueMap<String, String> parameters, Site site, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return page(parameters, site);
    }

    private ModelAndView page(MultiValueMap<String, String> parameters, Site site) {
        Knowledge knowledge = source.current();
        PlacementForm form = PlacementForm.parse(parameters, knowledge);
        ModelAndView page = new ModelAndView("placement");
        page.addObject("goal", form.goals().text());
        page.addObject("unknown", Named.Unknown.of(form.goals().unknown(), knowledge, site.content()));
        if (form.goals().slugs().isEmpty()) {
            page.addObject(
                    "topics", knowledge.concepts().overview(site.content()).topics());
        } else {
            page.addObject("view", view(form, parameters, knowledge, site.content()));
        }
        return page;
    }

    private static View view(
            PlacementForm form, MultiValueMap<String, String> parameters, Knowledge knowledge, Language language) {
        Course course = knowledge.planner().course(form.goals().slugs());
        Diagnostic diagnostic = new Diagnostic(course, OPTIONS);
        List<String> asked = PlacementForm.asked(parameters);
        List<PlacementForm.Said> replies = PlacementForm.replies(parameters, asked);
        boolean whole = !asked.isEmpty() && replies.size() == asked.size();
        boolean lacking = parameters.containsKey("next") && !whole;
        PlacementForm now = form;
        List<PlacementForm.Said> said = lacking ? replies : List.of();
        if (parameters.containsKey("back") && !(asked.isEmpty() && asksMore(diagnostic, form))) {
            now = form.back();
            said = form.last();
        } else if (parameters.containsKey("next") && whole) {
            now = form.and(replies);
        }
        Placement placement = place(diagnostic, now);
        List<ConceptRef> questions = now.finished()
                ? List.of()
                : placement
                        .next()
                        .map(next -> refs(next.concepts(), knowledge, language))
                        .orElse(List.of());
        Map<String, String> chosen = new LinkedHashMap<>();
        said.forEach(one -> chosen.put(one.slug(), one.level().key()));
        return new View(
                now,
                placement,
                refs(now.goals().slugs(), knowledge, language),
                questions,
                chosen,
                lacking,
                areas(course, placement, knowledge, language));
    }

    private static Placement place(Diagnostic diagnostic, PlacementForm form) {
        return diagnostic.place(
                form.replies(),
                form.overruled().stream().map(PlacementForm.Said::reply).toList());
    }

    /** Says whether there was another screen when the learner wanted to see the map: that is where going back from it leads. */
    private static boolean asksMore(Diagnostic diagnostic, PlacementForm form) {
        return place(diagnostic, form).next().isPresent();
    }

    private static List<Area> areas(Course course, Placement placement, Knowledge knowledge, Language language) {
        Set<String> known = new TreeSet<>(placement.known());
        Set<String> ready = new TreeSet<>(placement.frontier());
        Map<String, List<Tile>> byArea = new LinkedHashMap<>();
        for (int at = 0; at < course.concepts().size(); at++) {
            Course.Concept concept = course.concepts().get(at);
            Placement.Belief belief = placement.beliefs().get(at);
            Stand stand = known.contains(concept.slug())
                    ? Stand.KNOWN
                    : ready.contains(concept.slug()) ? Stand.READY : Stand.LATER;
            List<Tile> tiles = byArea.computeIfAbsent(concept.area(), area -> new ArrayList<>());
            refs(List.of(concept.slug()), knowledge, language)
                    .forEach(ref ->
                            tiles.add(new Tile(ref, stand, Math.round(belief.probability() * 100), belief.ground())));
        }
        List<Area> areas = new ArrayList<>();
        byArea.forEach((area, tiles) ->
                refs(List.of(area), knowledge, language).forEach(ref -> areas.add(new Area(ref, List.copyOf(tiles)))));
        return areas;
    }

    private static List<ConceptRef> refs(List<String> slugs, Knowledge knowledge, Language language) {
        return slugs.stream()
                .flatMap(slug -> knowledge.concepts().ref(slug, language).stream())
                .toList();
    }
}
