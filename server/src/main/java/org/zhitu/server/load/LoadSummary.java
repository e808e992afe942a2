package org.zhitu.server.load;

import java.util.List;
import org.zhitu.loader.source.Finding;

/**
 * What a load did, and what the notes of the store hold after it.
 *
 * @param dryRun    whether the store was left as it was
 * @param files     what became of the files
 * @param concepts  concepts that the notes name
 * @param questions questions that the notes ask
 * @param answered  those with an answer
 * @param sources   sources that the notes give
 * @param triples   statements of the store, evidence left out
 * @param changes   what changed, by path; a note that stayed as it was is left out
 * @param findings  about all notes, also those that had not changed, by path and line
 */
public record LoadSummary(
        boolean dryRun,
        Files files,
        int concepts,
        int questions,
        int answered,
        int sources,
        int triples,
        List<NoteChange> changes,
        List<Finding> findings) {

    public LoadSummary {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }

    /**
     * What became of the files.
     *
     * @param added      not counting those that were moved
     * @param removed    not counting those that were moved
     * @param renamed    notes that were moved: what stands in them kept its identity
     * @param unreadable files that could not be read as notes; a finding tells why
     */
    public record Files(int total, int added, int changed, int unchanged, int removed, int renamed, int unreadable) {}

    /** Says whether anything in the store became different. */
    public boolean isChange() {
        return files.added() + files.changed() + files.removed() + files.renamed() > 0;
    }

    /** Says whether there is a finding of this severity or a worse one. */
    public boolean hasFinding(Finding.Severity least) {
        return findings.stream().anyMatch(finding -> finding.severity().compareTo(least) >= 0);
    }

    /** Returns the same as what a load would have done. */
    LoadSummary asDryRun() {
        return new LoadSummary(true, files, concepts, questions, answered, sources, triples, changes, findings);
    }
}
