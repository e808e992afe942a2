package org.zhitu.loader;

import java.util.List;
import org.zhitu.loader.source.Finding;

/**
 * The notes below some roots.
 *
 * @param files    by path, each path once
 * @param findings roots that are missing or no notes, folders that cannot be read, paths that occur twice
 */
public record FoundNotes(List<FoundNote> files, List<Finding> findings) {
    public FoundNotes {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }
}
