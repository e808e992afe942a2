package org.zhitu.server.load;

import java.util.List;
import org.zhitu.loader.source.Finding;
import org.zhitu.ontology.Language;

/**
 * A load as JSON shows it: the summary, with messages in one language.
 *
 * @param changes  by path
 * @param findings by path and line
 */
public record LoadReportView(
        boolean dryRun,
        LoadSummary.Files files,
        int concepts,
        int questions,
        int answered,
        int sources,
        int triples,
        List<NoteChange> changes,
        List<FindingView> findings) {

    /** A finding with its message. */
    public record FindingView(Finding.Severity severity, String code, String path, int line, String message) {
        /** Returns a finding with its message in a language. */
        public static FindingView of(Finding finding, Language language) {
            return new FindingView(
                    finding.severity(), finding.code(), finding.path(), finding.line(), finding.message(language));
        }
    }

    /** Returns a load in a language. */
    public static LoadReportView of(LoadSummary summary, Language language) {
        return new LoadReportView(
                summary.dryRun(),
                summary.files(),
                summary.concepts(),
                summary.questions(),
                summary.answered(),
                summary.sources(),
                summary.triples(),
                summary.changes(),
                summary.findings().stream()
                        .map(finding -> FindingView.of(finding, language))
                        .toList());
    }
}
