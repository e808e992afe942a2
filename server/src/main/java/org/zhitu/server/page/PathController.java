package org.zhitu.server.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.ontology.Language;
import org.zhitu.server.plan.Plan;
import org.zhitu.server.plan.StudyTime;
import org.zhitu.server.problem.ProblemException;

/**
 * The page that plans what to learn for goals. Every state of a plan is an address: a button leads to the address of the
 * plan after it, and a time without its first day to the one that begins today.
 */
@Controller
class PathController {
    private final Knowledge.Source source;
    private final Clock clock;

    PathController(Knowledge.Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @GetMapping(path = "/path", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView path(@RequestParam MultiValueMap<String, String> parameters, Site site) {
        Knowledge knowledge = source.current();
        PathWishes wishes = PathWishes.parse(parameters, knowledge);
        boolean goals = !wishes.goals().slugs().isEmpty();
        Optional<PathWishes.Move> move = move(parameters);
        if (move.isPresent() && goals) {
            StudyPath path = knowledge.planner().path(wishes.request(site.content()));
            PathWishes.Move made = move.get();
            Named what = Named.parse(
                    made.parameter(),
                    String.join(",", parameters.getOrDefault(made.parameter(), List.of())),
                    knowledge);
            return redirect(wishes.after(made, what, path), site);
        }
        if (goals && wishes.lacksStart()) {
            return redirect(wishes.from(LocalDate.now(clock).toString()), site);
        }
        if (parameters.values().stream().flatMap(List::stream).anyMatch(String::isBlank)) {
            return redirect(wishes, site);
        }
        ModelAndView page = new ModelAndView("path");
        page.addObject("wishes", wishes);
        page.addObject("unknown", Named.Unknown.of(wishes.unknown(), knowledge, site.content()));
        if (goals) {
            Plan plan = Plan.of(knowledge, wishes.request(site.content()), time(wishes, page, site.language()));
            page.addObject("plan", PathPage.of(knowledge, plan, wishes, site.language()));
        } else {
            page.addObject(
                    "topics", knowledge.concepts().overview(site.content()).topics());
        }
        return page;
    }

    private static Optional<PathWishes.Move> move(MultiValueMap<String, String> parameters) {
        return List.of(PathWishes.Move.values()).stream()
                .filter(move -> parameters.containsKey(move.parameter()))
                .findFirst();
    }

    /** A time that cannot be understood is said on the page; the path is there all the same. */
    private static Optional<StudyTime> time(PathWishes wishes, ModelAndView page, Language language) {
        try {
            return StudyTime.parse(
                    StudyTime.Names.PARAMETERS, wishes.hours(), wishes.start(), wishes.deadline(), Optional.empty());
        } catch (ProblemException e) {
            page.addObject("problem", e.detail(language));
            return Optional.empty();
        }
    }

    private static ModelAndView redirect(PathWishes wishes, Site site) {
        RedirectView view = new RedirectView(site.choices().keep(wishes.address()));
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
