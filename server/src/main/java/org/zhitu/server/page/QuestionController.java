package org.zhitu.server.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.QuestionCard;

/** The page of a question. */
@Controller
class QuestionController {
    private final Knowledge.Source source;
    private final NoteHtml html;
    private final PageQueries queries;

    QuestionController(Knowledge.Source source, NoteHtml html, PageQueries queries) {
        this.source = source;
        this.html = html;
        this.queries = queries;
    }

    @GetMapping(path = "/question/{id:[^.]+}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView question(@PathVariable String id, Site site, HttpServletResponse response) {
        Optional<QuestionCard> card = source.current().questions().card(id, site.content());
        if (card.isPresent()) {
            Twins.announce("/question/" + id, response);
            ModelAndView page = new ModelAndView("question", "card", html.shown(card.get(), site.content()));
            page.addObject("query", queries.question(id));
            return page;
        }
        ModelAndView missing = new ModelAndView("missing", "near", List.of());
        missing.addObject("asked", id);
        missing.setStatus(HttpStatus.NOT_FOUND);
        return missing;
    }
}
