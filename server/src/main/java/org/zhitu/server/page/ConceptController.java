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
import org.zhitu.graph.search.Hit;

/** The page of a concept. */
@Controller
class ConceptController {
    private static final int NEAR_MATCHES = 8;

    private final Knowledge.Source source;
    private final NoteHtml html;

    ConceptController(Knowledge.Source source, NoteHtml html) {
        this.source = source;
        this.html = html;
    }

    @GetMapping(path = "/concept/{slug:[^.]+}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView concept(@PathVariable String slug, Site site, HttpServletResponse response) {
        Knowledge knowledge = source.current();
        Optional<ConceptPage> page = ConceptPage.of(knowledge, html, slug, site.content());
        if (page.isPresent()) {
            Twins.announce("/concept/" + slug, response);
            return new ModelAndView("concept", "page", page.get());
        }
        List<Hit> near = knowledge.search().find(slug.replace('-', ' '), site.content(), NEAR_MATCHES);
        ModelAndView missing = new ModelAndView("missing", "near", near);
        missing.addObject("asked", slug);
        missing.setStatus(HttpStatus.NOT_FOUND);
        return missing;
    }
}
