package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.ConceptCard;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.SectionRef;
import org.zhitu.graph.query.SourceRef;
import org.zhitu.graph.study.Gaps;
import org.zhitu.graph.study.StudyPlanner;
import org.zhitu.ontology.Language;

/** The page that says what the notes lack, each list with the lines it is about and the query behind it. */
@Controller
class GapsController {
    /** How many entries of each list a page shows that was not asked for more. */
    private static final int ENTRIES = 12;

    /** How many places of one concept are shown. */
    private static final int PLACES = 3;

    private final Knowledge.Source source;

    GapsController(Knowledge.Source source) {
        this.source = source;
    }

    /** A line of a note. */
    record Place(String note, int line) {}

    /** What is shown; where the notes speak of a concept, by slug. */
    record View(Gaps gaps, List<ConceptRef> goals, Map<String, List<Place>> places) {
        static View of(Gaps gaps, List<String> goals, Knowledge knowledge, Language language) {
            Map<String, List<Place>> places = new TreeMap<>();
            List<String> written = new ArrayList<>();
            gaps.stubs().items().forEach(concept -> written.add(concept.slug()));
            gaps.bottlenecks().items().forEach(one -> written.add(one.concept().slug()));
            knowledge
                    .notes()
                    .about(written)
                    .forEach((slug, sections) ->
                            sections.stream().limit(PLACES).forEach(section -> add(places, slug, place(section))));
            List<String> sourced =
                    gaps.oneSource().items().stream().map(ConceptRef::slug).toList();
            knowledge
                    .sources()
                    .about(sourced)
                    .forEach((slug, some) ->
                            some.stream().limit(1).forEach(one -> add(places, "source " + slug, place(one))));
            for (ConceptRef island : gaps.islands().items()) {
                knowledge.concepts().card(island.slug(), language).map(ConceptCard::mentions).stream()
                        .flatMap(List::stream)
                        .limit(PLACES)
                        .forEach(mention -> add(
                                places,
                                island.slug(),
                                new Place(mention.note(), mention.evidence().line())));
            }
            return new View(
                    gaps,
                    goals.stream()
                            .flatMap(slug -> knowledge.concepts().ref(slug, language).stream())
                            .toList(),
                    places);
        }

        private static void add(Map<String, List<Place>> places, String key, Place place) {
            List<Place> some = places.computeIfAbsent(key, one -> new ArrayList<>());
            if (!some.contains(place)) {
                some.add(place);
            }
        }

        private static Place place(SectionRef section) {
            return new Place(section.note(), section.line());
        }

        private static Place place(SourceRef source) {
            return new Place(source.note(), source.line());
        }

        /** Returns the lines that speak of a concept, or that give its only source. */
        public List<Place> placesOf(String key) {
            return places.getOrDefault(key, List.of());
        }

        /** Returns how many entries there are in all lists. */
        public int total() {
            return gaps.uncovered().total()
                    + gaps.unanswered().total()
                    + gaps.stubs().total()
                    + gaps.islands().total()
                    + gaps.oneSource().total()
                    + gaps.bottlenecks().total();
        }
    }

    @GetMapping(path = "/gaps", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView gaps(
            @RequestParam(defaultValue = "") String goal,
            @RequestParam(defaultValue = "") String known,
            @RequestParam(defaultValue = "") String limit,
            Site site) {
        Knowledge knowledge = source.current();
        Language language = site.content();
        Named goals = Named.parse("goal", goal, knowledge);
        Named knowns = Named.parse("known", known, knowledge);
        int entries = Following.number(limit, StudyPlanner.MAX_STEPS, ENTRIES);
        List<String> unknown = new ArrayList<>(goals.unknown());
        unknown.addAll(knowns.unknown());
        ModelAndView page = new ModelAndView("gaps");
        page.addObject("goal", goals.text());
        page.addObject("known", knowns.text());
        page.addObject("limit", entries);
        page.addObject("most", StudyPlanner.MAX_STEPS);
        page.addObject("unknown", Named.Unknown.of(unknown, knowledge, language));
        page.addObject(
                "view",
                View.of(
                        knowledge.planner().gaps(goals.slugs(), knowns.slugs(), entries, language),
                        goals.slugs(),
                        knowledge,
                        language));
        return page;
    }
}
