package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.SourceRef;
import org.zhitu.graph.query.Sources;

/** The page that lists the sources of all notes by kind, each with where it is cited. */
@Controller
class SourcesController {
    private static final int MOST = 1000;

    private final Knowledge.Source source;
    private final PageQueries queries;

    SourcesController(Knowledge.Source source, PageQueries queries) {
        this.source = source;
        this.queries = queries;
    }

    /**
     * A source, once, however many notes give it.
     *
     * @param authors who made it, as the notes say, each once
     * @param places  where it is cited, by note and line
     * @param about   what is treated there, by label, each once
     */
    record Cited(
            String id,
            String url,
            String title,
            String kind,
            List<String> authors,
            List<SourceRef> places,
            List<ConceptRef> about) {
        /** Gathers what notes give, by kind and title. */
        static Map<String, List<Cited>> byKind(List<Sources.Entry> entries) {
            Map<String, List<Sources.Entry>> byId = new LinkedHashMap<>();
            entries.forEach(entry ->
                    byId.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(entry));
            Map<String, List<Cited>> byKind = new TreeMap<>();
            byId.values().stream()
                    .map(Cited::of)
                    .forEach(cited -> byKind.computeIfAbsent(cited.kind(), kind -> new ArrayList<>())
                            .add(cited));
            byKind.values()
                    .forEach(some ->
                            some.sort(java.util.Comparator.comparing(Cited::title, String.CASE_INSENSITIVE_ORDER)
                                    .thenComparing(Cited::id)));
            return byKind;
        }

        private static Cited of(List<Sources.Entry> same) {
            Sources.Entry first = same.getFirst();
            Map<String, ConceptRef> about = new TreeMap<>();
            same.forEach(entry -> entry.about().forEach(concept -> about.put(concept.label(), concept)));
            return new Cited(
                    first.id(),
                    first.source().url(),
                    first.source().title(),
                    first.source().kind(),
                    same.stream()
                            .map(Sources.Entry::author)
                            .filter(author -> !author.isEmpty())
                            .distinct()
                            .sorted()
                            .toList(),
                    same.stream().map(Sources.Entry::source).toList(),
                    List.copyOf(about.values()));
        }
    }

    @GetMapping(path = "/sources", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView sources(@RequestParam(defaultValue = "") String kind, Site site) {
        List<Sources.Entry> entries = source.current().sources().list(site.content());
        Map<String, List<Cited>> all = Cited.byKind(entries);
        SortedSet<String> kinds = new TreeSet<>(all.keySet());
        int total = all.values().stream().mapToInt(List::size).sum();
        Map<String, List<Cited>> shown = new LinkedHashMap<>();
        int left = MOST;
        for (Map.Entry<String, List<Cited>> one : all.entrySet()) {
            if (!kinds.contains(kind) || one.getKey().equals(kind)) {
                List<Cited> some =
                        one.getValue().subList(0, Math.min(left, one.getValue().size()));
                left -= some.size();
                if (!some.isEmpty()) {
                    shown.put(one.getKey(), some);
                }
            }
        }
        ModelAndView page = new ModelAndView("sources");
        page.addObject("kinds", kinds);
        page.addObject("query", queries.sources(kinds.contains(kind) ? kind : ""));
        page.addObject("kind", kinds.contains(kind) ? kind : "");
        page.addObject("total", total);
        page.addObject("sources", shown);
        page.addObject("cut", left == 0);
        return page;
    }
}
