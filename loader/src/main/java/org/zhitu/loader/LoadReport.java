package org.zhitu.loader;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.loader.source.Finding;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.SourceAddress;

/**
 * What a load read. What counts are the notes that were read, not those left out because they had not changed.
 *
 * @param files      files looked at
 * @param known      concepts of the scheme that they name
 * @param discovered concepts that only notes name
 * @param questions  questions asked
 * @param answered   those with an answer
 * @param sources    sources given, two spellings of one address once
 * @param images     images shown
 * @param triples    statements, evidence left out
 * @param findings   by path and line
 * @param added      paths of the notes that are new, sorted
 * @param changed    paths of the notes that were there and differ, sorted
 * @param unchanged  paths of the notes that are as they were, sorted
 * @param removed    paths of the notes that are gone, sorted
 */
public record LoadReport(
        int files,
        int known,
        int discovered,
        int questions,
        int answered,
        int sources,
        int images,
        long triples,
        List<Finding> findings,
        List<String> added,
        List<String> changed,
        List<String> unchanged,
        List<String> removed) {

    public LoadReport {
        findings = List.copyOf(findings);
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
        removed = List.copyOf(removed);
    }

    /** Returns how many findings have a severity. */
    public long count(Finding.Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Returns the report in words, two lines and one for each finding. */
    public String text(Language language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.zhitu.loader.report",
                Locale.forLanguageTag(language.tag()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(finding.path())
                    .append(':')
                    .append(finding.line())
                    .append(": ")
                    .append(finding.severity().key())
                    .append(": ")
                    .append(finding.message(language))
                    .append(" [")
                    .append(finding.code())
                    .append("]\n");
        }
        text.append(MessageFormat.format(
                bundle.getString("files"), files, added.size(), changed.size(), unchanged.size(), removed.size()));
        text.append('\n');
        text.append(MessageFormat.format(
                bundle.getString("content"), known, discovered, questions, answered, sources, images, triples));
        text.append('\n');
        text.append(MessageFormat.format(
                bundle.getString("findings"),
                count(Finding.Severity.ERROR),
                count(Finding.Severity.WARN),
                count(Finding.Severity.INFO)));
        return text.append('\n').toString();
    }

    /** Adds up a load, note by note. Not safe for use by many threads. */
    public static final class Tally {
        private final SortedSet<String> known = new TreeSet<>();
        private final SortedSet<String> discovered = new TreeSet<>();
        private final SortedSet<String> sources = new TreeSet<>();
        private final SortedSet<String> added = new TreeSet<>();
        private final SortedSet<String> changed = new TreeSet<>();
        private final SortedSet<String> unchanged = new TreeSet<>();
        private final SortedSet<String> removed = new TreeSet<>();
        private final List<Finding> findings = new ArrayList<>();
        private int unreadable;
        private int questions;
        private int answered;
        private int images;
        private long triples;

        /** Counts a note that was not there before. */
        public void added(LoadedNote note) {
            count(note, added);
        }

        /** Counts a note that was there and differs. */
        public void changed(LoadedNote note) {
            count(note, changed);
        }

        /** Counts a note that was not read again, as it is what it was. */
        public void unchanged(String path) {
            unchanged.add(path);
        }

        /** Counts a note that is gone. */
        public void removed(String path) {
            removed.add(path);
        }

        /** Counts findings that are about no note, such as a folder that is missing. */
        public void findings(List<Finding> found) {
            findings.addAll(found);
        }

        /** Returns the sums so far. */
        public LoadReport toReport() {
            List<Finding> sorted = new ArrayList<>(findings);
            sorted.sort(Comparator.comparing(Finding::path)
                    .thenComparingInt(Finding::line)
                    .thenComparing(Finding::code));
            return new LoadReport(
                    added.size() + changed.size() + unchanged.size() + unreadable,
                    known.size(),
                    discovered.size(),
                    questions,
                    answered,
                    sources.size(),
                    images,
                    triples,
                    sorted,
                    List.copyOf(added),
                    List.copyOf(changed),
                    List.copyOf(unchanged),
                    List.copyOf(removed));
        }

        private void count(LoadedNote note, SortedSet<String> paths) {
            Extraction extraction = note.extraction();
            findings.addAll(extraction.findings());
            if (note.content().isEmpty()) {
                unreadable++;
                return;
            }
            paths.add(note.path());
            extraction.concepts().forEach(concept -> (concept.known() ? known : discovered).add(concept.slug()));
            extraction.sources().forEach(source -> sources.add(SourceAddress.normalise(source.url())));
            questions += extraction.questions().size();
            answered += (int) extraction.questions().stream()
                    .filter(Extraction.QuestionClaim::answered)
                    .count();
            images += extraction.images().size();
            triples += note.content().get().statements().size();
        }
    }
}
