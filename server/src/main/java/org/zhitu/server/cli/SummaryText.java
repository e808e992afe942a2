package org.zhitu.server.cli;

import org.zhitu.loader.source.Finding;
import org.zhitu.server.load.LoadSummary;

/** A load in words, and as JSON. */
final class SummaryText {
    private SummaryText() {}

    static String files(LoadSummary summary, Messages messages) {
        LoadSummary.Files files = summary.files();
        return messages.of(
                "summary-files",
                files.total(),
                files.added(),
                files.changed(),
                files.unchanged(),
                files.removed(),
                files.renamed(),
                files.unreadable());
    }

    static String content(LoadSummary summary, Messages messages) {
        return messages.of(
                "summary-content",
                summary.concepts(),
                summary.questions(),
                summary.answered(),
                summary.sources(),
                summary.triples());
    }

    static String findings(LoadSummary summary, Messages messages) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : summary.findings()) {
            text.append(finding.path())
                    .append(':')
                    .append(finding.line())
                    .append(": ")
                    .append(messages.of("severity-" + finding.severity().key()))
                    .append(": ")
                    .append(finding.message(messages.language()))
                    .append(" [")
                    .append(finding.code())
                    .append("]\n");
        }
        return text.append(messages.of(
                        "summary-findings",
                        count(summary, Finding.Severity.ERROR),
                        count(summary, Finding.Severity.WARN),
                        count(summary, Finding.Severity.INFO)))
                .toString();
    }

    private static long count(LoadSummary summary, Finding.Severity severity) {
        return summary.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
