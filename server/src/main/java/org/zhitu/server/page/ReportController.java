package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.Overview;
import org.zhitu.loader.source.Finding;
import org.zhitu.ontology.Language;
import org.zhitu.server.load.LoadSummary;
import org.zhitu.server.load.NoteChange;
import org.zhitu.server.load.NoteLibrary;

/** The report of the last load: what each note holds, what changed, what its author may want to mend. */
@Controller
class ReportController {
    private static final int MOST = 500;

    private final Knowledge.Source source;
    private final NoteLibrary library;
    private final PageQueries queries;

    ReportController(Knowledge.Source source, NoteLibrary library, PageQueries queries) {
        this.source = source;
        this.library = library;
        this.queries = queries;
    }

    /**
     * A note, or a file that is none.
     *
     * @param holds what the graph has from it; null for a file that is no note
     */
    record Entry(String path, Overview.@Nullable NoteRef holds, List<NotePage.Remark> findings) {
        /** Says whether a finding of the note is more than a hint. */
        public boolean isSerious() {
            return findings.stream().anyMatch(finding -> !finding.severity().equals("info"));
        }
    }

    /**
     * What is shown.
     *
     * @param summary what the last load of this process did; null where there was none
     * @param changes what the last load changed that changed anything
     * @param entries by path
     */
    record Report(@Nullable LoadSummary summary, List<NoteChange> changes, List<Entry> entries) {
        static Report of(
                Optional<LoadSummary> summary,
                List<NoteChange> changes,
                List<Overview.NoteRef> notes,
                Language language) {
            SortedMap<String, List<NotePage.Remark>> findings = new TreeMap<>();
            for (Finding finding : summary.map(LoadSummary::findings).orElse(List.of())) {
                findings.computeIfAbsent(finding.path(), path -> new ArrayList<>())
                        .add(NotePage.Remark.of(finding, language));
            }
            SortedMap<String, Entry> entries = new TreeMap<>();
            for (Overview.NoteRef note : notes) {
                List<NotePage.Remark> about = findings.remove(note.path());
                entries.put(note.path(), new Entry(note.path(), note, about == null ? List.of() : about));
            }
            findings.forEach((path, about) -> entries.put(path, new Entry(path, null, about)));
            return new Report(summary.orElse(null), changes, List.copyOf(entries.values()));
        }

        /** Returns the notes that have a finding. */
        public List<Entry> withFindings() {
            return entries.stream()
                    .filter(entry -> !entry.findings().isEmpty())
                    .limit(MOST)
                    .toList();
        }

        /** Returns the notes. */
        public List<Entry> notes() {
            return entries.stream()
                    .filter(entry -> entry.holds() != null)
                    .limit(MOST)
                    .toList();
        }

        /** Returns the first changes. */
        public List<NoteChange> someChanges() {
            return changes.subList(0, Math.min(MOST, changes.size()));
        }

        /** Returns how many findings there are of each severity, the worst first. */
        public Map<String, Long> bySeverity() {
            Map<String, Long> counts = new LinkedHashMap<>();
            for (String severity : List.of("error", "warn", "info")) {
                counts.put(
                        severity,
                        entries.stream()
                                .flatMap(entry -> entry.findings().stream())
                                .filter(finding -> finding.severity().equals(severity))
                                .count());
            }
            return counts;
        }
    }

    @GetMapping(path = "/report", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView report(Site site) {
        List<Overview.NoteRef> notes =
                source.current().concepts().overview(site.language()).notes();
        ModelAndView page = new ModelAndView(
                "report", "report", Report.of(library.lastReport(), library.lastChanges(), notes, site.language()));
        page.addObject("query", queries.notes());
        return page;
    }
}
