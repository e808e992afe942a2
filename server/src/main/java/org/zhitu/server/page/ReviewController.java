package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.Questions;
import org.zhitu.graph.review.Deck;

/** The page on which the questions of the notes are asked, and the one that shows what the browser keeps of the learner. */
@Controller
class ReviewController {
    private static final int ON_A_PAGE = 20;

    private final Knowledge.Source source;
    private final NoteHtml html;

    ReviewController(Knowledge.Source source, NoteHtml html) {
        this.source = source;
        this.html = html;
    }

    @GetMapping(path = "/review", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView review(
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String goal,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "0") String from,
            Site site) {
        Knowledge knowledge = source.current();
        Optional<String> slug =
                topic.isBlank() ? Optional.empty() : knowledge.concepts().resolve(topic);
        Named goals = Named.parse("goal", goal, knowledge);
        List<String> unknown = new ArrayList<>(goals.unknown());
        if (!topic.isBlank() && slug.isEmpty()) {
            unknown.add(topic);
        }
        Questions.Filter filter = new Questions.Filter(
                Questions.State.ANY, slug, note.isBlank() ? Optional.empty() : Optional.of(note), "");
        Questions.Page all = unknown.isEmpty()
                ? Deck.chosen(
                        new Deck.Sources(knowledge.concepts(), knowledge.questions(), knowledge.planner()),
                        new Deck.Choice(filter, goals.slugs()),
                        site.content())
                : new Questions.Page(0, List.of());
        int offset = QuestionsController.offset(from);
        List<Questions.Entry> shown =
                all.entries().stream().skip(offset).limit(ON_A_PAGE).toList();
        ModelAndView page = new ModelAndView("review");
        page.addObject("shown", new Questions.Page(all.total(), shown));
        page.addObject("answers", answers(shown, knowledge, site));
        page.addObject("topic", topic);
        page.addObject("goal", goal);
        page.addObject("note", note);
        page.addObject("unknown", unknown);
        page.addObject("most", Deck.MAX_CARDS);
        page.addObject("notes", knowledge.concepts().overview(site.content()).notes());
        page.addObject("before", before(offset));
        page.addObject("after", offset + ON_A_PAGE < all.entries().size() ? Integer.valueOf(offset + ON_A_PAGE) : null);
        return page;
    }

    @GetMapping(path = "/progress", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView progress() {
        return new ModelAndView("progress");
    }

    private SortedMap<String, String> answers(List<Questions.Entry> shown, Knowledge knowledge, Site site) {
        SortedMap<String, String> written = knowledge
                .questions()
                .answers(shown.stream().map(entry -> entry.question().id()).toList());
        SortedMap<String, String> answers = new TreeMap<>();
        for (Questions.Entry entry : shown) {
            String answer = written.get(entry.question().id());
            if (answer != null) {
                answers.put(
                        entry.question().id(),
                        html.shown(answer, entry.question().note(), site.content()));
            }
        }
        return answers;
    }

    private static @Nullable Integer before(int offset) {
        return offset == 0 ? null : Integer.valueOf(Math.max(0, offset - ON_A_PAGE));
    }
}
