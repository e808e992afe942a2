package org.zhitu.server.page;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.server.load.NoteLibrary;

/** The page of a note. */
@Controller
class NoteController {
    private final Knowledge.Source source;
    private final NoteLibrary library;
    private final NoteHtml html;
    private final PageQueries queries;

    NoteController(Knowledge.Source source, NoteLibrary library, NoteHtml html, PageQueries queries) {
        this.source = source;
        this.library = library;
        this.html = html;
        this.queries = queries;
    }

    @GetMapping(path = "/note/{*path}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView note(@PathVariable String path, Site site) {
        String local = path.substring(1); // the pattern keeps the slash before it
        Optional<NotePage> page = NotePage.of(source.current(), library, html, local, site.content());
        if (page.isPresent()) {
            ModelAndView view = new ModelAndView("note", "page", page.get());
            view.addObject("card", page.get().card());
            view.addObject("query", queries.note(local));
            return view;
        }
        ModelAndView missing = new ModelAndView("missing", "near", List.of());
        missing.addObject("asked", local);
        missing.setStatus(HttpStatus.NOT_FOUND);
        return missing;
    }
}
