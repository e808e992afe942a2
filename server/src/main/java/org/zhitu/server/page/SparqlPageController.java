package org.zhitu.server.page;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.server.sparql.Queries;

/** The query workbench: what a browser gets where a program gets the SPARQL endpoint. */
@Controller
class SparqlPageController {
    private final Knowledge.Source source;
    private final Iris iris;
    private final Messages messages;
    private final Map<Language, List<KnownTerms.Entry>> terms = KnownTerms.inAll();

    SparqlPageController(Knowledge.Source source, Iris iris, Messages messages) {
        this.source = source;
        this.iris = iris;
        this.messages = messages;
    }

    @GetMapping(path = "/sparql", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView editor(@RequestParam(defaultValue = "") String query, Site site) {
        ExampleQueries examples = ExampleQueries.of(source.store(), iris, site.language());
        ModelAndView page = new ModelAndView("sparql");
        if (!query.isBlank() && !Queries.isQuery(query)) {
            page.setStatus(HttpStatus.BAD_REQUEST); // the reader can mend it here; a program sees that it is broken
        }
        page.addObject("query", query.isBlank() ? examples.first() : query);
        page.addObject("examples", examples.queries());
        page.addObject(
                "workbench",
                Workbench.of(iris, terms.getOrDefault(site.language(), List.of()), messages, site.language())
                        .json());
        return page;
    }
}
