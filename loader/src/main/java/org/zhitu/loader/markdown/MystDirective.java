package org.zhitu.loader.markdown;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.SourceSpan;

/**
 * A fence whose info string is a name in braces.
 *
 * @param lines    all its lines
 * @param bodyFrom the number of the first line after its options
 */
record MystDirective(String name, String argument, Map<String, String> options, List<String> lines, int bodyFrom) {
    private static final Set<String> CODE =
            Set.of("code", "code-block", "code-cell", "sourcecode", "python", "r", "latex", "mermaid", "eval-rst");
    private static final Set<String> OPAQUE =
            Set.of("toctree", "tableofcontents", "contents", "include", "literalinclude", "raw", "bibliography");

    /**
     * Returns what it is to the reader of the note.
     *
     * @param title  its argument as text of the note
     * @param blocks reads its body as text of the note
     */
    Block toBlock(SourceSpan span, List<Inline> title, Supplier<List<Block>> blocks) {
        String known = name.toLowerCase(Locale.ROOT);
        String raw = String.join("\n", lines.subList(bodyFrom, lines.size()));
        if (CODE.contains(known)) {
            String language = argument.isEmpty() && !known.startsWith("code") ? known : argument;
            return new Block.CodeBlock(language.isEmpty() ? Optional.empty() : Optional.of(language), raw, span);
        }
        return switch (known) {
            case "math" -> new Block.MathBlock(raw.strip(), span);
            case "image" -> new Block.Figure(image(span), List.of(), span);
            case "figure" -> new Block.Figure(image(span), List.copyOf(blocks.get()), span);
            default ->
                new Block.Directive(
                        name,
                        argument,
                        OPAQUE.contains(known) ? List.of() : title,
                        Collections.unmodifiableMap(options),
                        OPAQUE.contains(known) ? List.of() : List.copyOf(blocks.get()),
                        raw,
                        span);
        };
    }

    private Inline.Image image(SourceSpan span) {
        return new Inline.Image(argument, options.getOrDefault("alt", ""), span);
    }
}
