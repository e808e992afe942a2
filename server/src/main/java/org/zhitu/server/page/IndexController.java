package org.zhitu.server.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.NameIndex;
import org.zhitu.ontology.Language;

/** The index of all names from A to Z, Chinese ones by pinyin; in one language at a time, whatever the page's own. */
@Controller
class IndexController {
    /** A longer index shows one letter at a time. */
    static final int MOST_NAMES = 3000;

    private static final List<String> LETTERS = IntStream.rangeClosed('A', 'Z')
            .mapToObj(letter -> String.valueOf((char) letter))
            .toList();

    private final Knowledge.Source source;
    private final PageQueries queries;

    IndexController(Knowledge.Source source, PageQueries queries) {
        this.source = source;
        this.queries = queries;
    }

    /**
     * What is shown.
     *
     * @param letters  all initials in order, those without a name included
     * @param initials those that have names
     * @param shown    the letter that is shown; empty for all
     */
    record Shown(
            Language names,
            int total,
            List<String> letters,
            List<String> initials,
            String shown,
            List<NameIndex.Group> groups) {
        static Shown of(NameIndex index, Language names, String letter) {
            int total = index.groups().stream()
                    .mapToInt(group -> group.entries().size())
                    .sum();
            List<String> initials =
                    index.groups().stream().map(NameIndex.Group::initial).toList();
            String asked = letter.strip().toUpperCase(Locale.ROOT);
            String shown = initials.contains(asked)
                    ? asked
                    : total > MOST_NAMES && !initials.isEmpty() ? initials.getFirst() : "";
            List<NameIndex.Group> groups = index.groups().stream()
                    .filter(group -> shown.isEmpty() || group.initial().equals(shown))
                    .toList();
            List<String> letters = initials.contains("#") ? concat(LETTERS, "#") : LETTERS;
            return new Shown(names, total, letters, initials, shown, groups);
        }

        private static List<String> concat(List<String> letters, String last) {
            return java.util.stream.Stream.concat(letters.stream(), java.util.stream.Stream.of(last))
                    .toList();
        }

        /** Returns where a letter leads: a part of this page, or a page of its own. */
        public boolean isWhole() {
            return shown.isEmpty();
        }

        /** Returns the anchor of an initial. */
        public String anchor(String initial) {
            return initial.equals("#") ? "other" : "letter-" + initial;
        }
    }

    @GetMapping(path = "/index", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView index(
            @RequestParam(defaultValue = "") String names, @RequestParam(defaultValue = "") String letter, Site site) {
        Language language = names.isBlank() ? site.content() : Language.lookup(names);
        NameIndex index = source.current().concepts().index(language);
        ModelAndView page = new ModelAndView("index", "shown", Shown.of(index, language, letter));
        page.addObject("query", queries.names(language));
        return page;
    }
}
