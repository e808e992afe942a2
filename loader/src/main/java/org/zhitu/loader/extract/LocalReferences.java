package org.zhitu.loader.extract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceSpan;

/**
 * Finds images and links to files that are not there. Looks at names in the file system only, never into a file, and never
 * at an address of the web. Left alone is what only another tool can resolve: absolute paths, names in double square
 * brackets, links to anything but notes, images and documents.
 */
public final class LocalReferences {
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*:|//|/|#|\\?).*", Pattern.DOTALL);
    private static final Set<String> CHECKED =
            Set.of("md", "rst", "txt", "pdf", "ipynb", "png", "jpg", "jpeg", "gif", "svg", "webp", "docx", "pptx");

    private final Document document;
    private final Path folder;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> reported = new TreeSet<>();

    private LocalReferences(Document document, Path folder) {
        this.document = document;
        this.folder = folder;
    }

    /** Returns a finding for each image and link of a note in a folder whose file is missing, in the order of the text. */
    public static List<Finding> missing(Document document, Path folder) {
        LocalReferences references = new LocalReferences(document, folder);
        Inlines.forEach(document, placed -> {
            switch (placed.inline()) {
                case Inline.Image image -> references.check("image-missing", image.target(), image.span());
                case Inline.Link link -> {
                    if (CHECKED.contains(ending(path(link.target())))) {
                        references.check("link-broken", link.target(), link.span());
                    }
                }
                case Inline.Text t -> {}
                case Inline.Emphasis e -> {}
                case Inline.Strong s -> {}
                case Inline.Code c -> {}
                case Inline.Formula f -> {}
                case Inline.LineBreak b -> {}
                case Inline.FootnoteReference r -> {}
                case Inline.Role r -> {}
            }
        });
        return references.findings;
    }

    private void check(String code, String target, SourceSpan span) {
        String path = path(target);
        boolean ours = !path.isEmpty()
                && !ELSEWHERE.matcher(target.strip()).matches()
                && !document.source().text(span).startsWith("[[")
                && !document.source().text(span).startsWith("![[");
        if (ours && !exists(path) && reported.add(code + " " + path)) {
            findings.add(
                    new Finding(Finding.Severity.WARN, code, document.source().path(), span.line(), List.of(path)));
        }
    }

    private boolean exists(String path) {
        try {
            return Files.exists(folder.resolve(path)) || Files.exists(folder.resolve(decoded(path)));
        } catch (InvalidPathException | SecurityException e) {
            return true; // what this system cannot look up is not known to be missing
        }
    }

    private static String path(String target) {
        String path = target.strip();
        int end = path.indexOf('#');
        path = end < 0 ? path : path.substring(0, end);
        end = path.indexOf('?');
        return end < 0 ? path : path.substring(0, end);
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
