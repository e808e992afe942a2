package org.zhitu.server.page;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.ontology.Iris;

/** The query editor: what a browser gets where a program gets the SPARQL endpoint. */
@Controller
class SparqlPageController {
    private final Iris iris;

    SparqlPageController(Iris iris) {
        this.iris = iris;
    }

    @GetMapping(path = "/sparql", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView editor(@RequestParam(defaultValue = "") String query, Site site) {
        ExampleQueries examples = ExampleQueries.of(iris, site.language());
        ModelAndView page = new ModelAndView("sparql");
        page.addObject("query", query.isBlank() ? examples.queries().getFirst().text() : query);
        page.addObject("examples", examples.queries());
        page.addObject("prefixes", examples.prefixesAsJson());
        return page;
    }
}
