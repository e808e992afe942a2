package org.zhitu.server.page;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.Overview;
import org.zhitu.graph.query.Questions;
import org.zhitu.graph.search.Search;

/** The page that lists the questions of all notes. */
@Controller
class QuestionsController {
    private static final int ON_A_PAGE = 50;

    private final Knowledge.Source source;
    private final PageQueries queries;

    QuestionsController(Knowledge.Source source, PageQueries queries) {
        this.source = source;
        this.queries = queries;
    }

    @GetMapping(path = "/questions", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView questions(
            @RequestParam(defaultValue = "any") String state,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") String from,
            Site site) {
        Knowledge knowledge = source.current();
        Questions.State wanted = state(state);
        Optional<String> slug =
                topic.isBlank() ? Optional.empty() : knowledge.concepts().resolve(topic);
        int offset = offset(from);
        Optional<String> path = note.isBlank() ? Optional.empty() : Optional.of(note);
        Questions.Filter filter = new Questions.Filter(wanted, slug, path, shortened(text));
        Questions.Page page = knowledge.questions().list(filter, offset, ON_A_PAGE, site.content());
        ModelAndView view = new ModelAndView("questions");
        view.addObject("page", page);
        view.addObject("query", queries.questions(filter));
        view.addObject("state", wanted.name().toLowerCase(Locale.ROOT));
        view.addObject("topic", topic);
        view.addObject("unknown", !topic.isBlank() && slug.isEmpty());
        view.addObject("note", note);
        view.addObject("text", text);
        Overview overview = knowledge.concepts().overview(site.content());
        view.addObject("topics", overview.topics());
        view.addObject("notes", overview.notes());
        view.addObject("first", offset + 1);
        view.addObject("before", before(offset));
        view.addObject("after", offset + ON_A_PAGE < page.total() ? Integer.valueOf(offset + ON_A_PAGE) : null);
        return view;
    }

    private static String shortened(String text) {
        return text.length() > Search.MAX_LENGTH ? text.substring(0, Search.MAX_LENGTH) : text;
    }

    private static Questions.State state(String name) {
        return switch (name) {
            case "answered" -> Questions.State.ANSWERED;
            case "unanswered" -> Questions.State.UNANSWERED;
            default -> Questions.State.ANY;
        };
    }

    static int offset(String from) {
        try {
            return Math.clamp(Integer.parseInt(from.strip()), 0, 1_000_000);
        } catch (NumberFormatException e) {
            return 0; // the first page is better than a complaint
        }
    }

    private static @Nullable Integer before(int offset) {
        return offset == 0 ? null : Integer.valueOf(Math.max(0, offset - ON_A_PAGE));
    }
}
