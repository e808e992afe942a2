package org.zhitu.server.page;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;

/** The start page: what is here, and what to do first. */
@Controller
class StartController {
    private static final int READY = 6;

    private final Knowledge.Source source;

    StartController(Knowledge.Source source) {
        this.source = source;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView start(@RequestParam(defaultValue = "") String known, Site site) {
        Knowledge knowledge = source.current();
        List<String> slugs = Named.parse("known", known, knowledge).slugs();
        ModelAndView page = new ModelAndView("start");
        page.addObject("overview", knowledge.concepts().overview(site.content()));
        page.addObject("next", knowledge.planner().next(slugs, READY, site.content()));
        return page;
    }
}
