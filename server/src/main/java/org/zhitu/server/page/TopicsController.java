package org.zhitu.server.page;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;

/** The page with the whole hierarchy as a tree. */
@Controller
class TopicsController {
    private final Knowledge.Source source;
    private final PageQueries queries;

    TopicsController(Knowledge.Source source, PageQueries queries) {
        this.source = source;
        this.queries = queries;
    }

    @GetMapping(path = "/topics", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView topics(Site site) {
        ModelAndView page =
                new ModelAndView("topics", "trees", source.current().concepts().topics(site.content()));
        page.addObject("query", queries.topics());
        return page;
    }
}
