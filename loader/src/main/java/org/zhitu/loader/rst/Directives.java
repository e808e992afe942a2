package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.HtmlReferences;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.document.Outline;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceSpan;

/** Turns directives into blocks; one that is not known keeps its name, and its body is read as text. */
final class Directives {
    /** Those whose text may start right after the name. */
    private static final Set<String> ADMONITIONS = Set.of(
            "attention",
            "caution",
            "danger",
            "error",
            "hint",
            "important",
            "note",
            "tip",
            "warning",
            "seealso",
            "todo",
            "epigraph",
            "highlights",
            "pull-quote",
            "compound",
            "hlist",
            "centered",
            "glossary",
            "parsed-literal");

    private static final Set<String> CODE = Set.of(
            "code",
            "code-block",
            "sourcecode",
            "prompt",
            "testcode",
            "testsetup",
            "testcleanup",
            "testoutput",
            "doctest",
            "ipython",
            "jupyter-execute",
            "console",
            "parsed-literal",
            "parsed-code",
            "productionlist",
            "mermaid");

    /** Those whose body is neither text of the note nor code to show. */
    private static final Set<String> OPAQUE = Set.of(
            "toctree",
            "contents",
            "include",
            "literalinclude",
            "highlight",
            "graphviz",
            "digraph",
            "graph",
            "plantuml",
            "uml",
            "tikz",
            "raw",
            "meta",
            "role",
            "default-role",
            "sectnum",
            "section-numbering",
            "target-notes",
            "date",
            "unicode",
            "index",
            "module",
            "currentmodule",
            "autosummary");

    /** Those whose argument is a name to the machine, not a title to the reader. */
    private static final Set<String> NAMED = Set.of(
            "only",
            "ifconfig",
            "container",
            "class",
            "rst-class",
            "cssclass",
            "tabularcolumns",
            "index",
            "module",
            "currentmodule",
            "py:module",
            "py:currentmodule",
            "grid",
            "grid-item",
            "include",
            "literalinclude",
            "raw",
            "role",
            "default-role",
            "highlight",
            "toctree",
            "unicode",
            "date");

    private Directives() {}

    static void read(String name, Lines lines, SourceSpan span, BlockParser parser, List<Block> into) {
        String known = name.toLowerCase(Locale.ROOT);
        DirectiveText.Form form = ADMONITIONS.contains(known) || known.equals("math")
                ? DirectiveText.Form.CONTENT
                : DirectiveText.Form.ARGUMENT;
        DirectiveText text = DirectiveText.of(lines, form);
        if (known.equals("image") || known.equals("figure")) {
            text = text.withArgumentFromContent();
        }
        switch (known) {
            case "image" -> into.add(image(text, span, parser));
            case "figure" -> into.add(figure(text, span, parser));
            case "math" -> into.add(math(text, span));
            case "raw" -> into.add(raw(text, span, parser));
            case "csv-table" -> into.add(titled(name, text, CsvTable.read(text, span, parser), parser));
            case "list-table" -> into.add(titled(name, text, ListTable.read(text, span, parser), parser));
            default -> into.add(other(name, known, text, span, parser));
        }
    }

    private static Block other(String name, String known, DirectiveText text, SourceSpan span, BlockParser parser) {
        Lines content = text.content();
        String raw = content.verbatim(0, content.size());
        if (known.equals("default-role")) {
            parser.draft().setDefaultRole(text.argument());
        }
        if (CODE.contains(known)) {
            return new Block.CodeBlock(language(known, text), raw, span);
        }
        if (known.equals("include") || known.equals("literalinclude")) {
            parser.draft().find(Finding.Severity.INFO, "include-not-followed", span.offset(), text.argument());
        }
        List<Block> blocks = blocks(known, content, parser);
        if (blocks.isEmpty() && text.argument().isEmpty() && ADMONITIONS.contains(known)) {
            parser.draft().find(Finding.Severity.WARN, "directive-empty", span.offset(), name);
        }
        return new Block.Directive(
                name,
                text.argument(),
                NAMED.contains(known) ? List.of() : title(text, parser),
                text.options(),
                Outline.nest(blocks, parser.source()),
                raw,
                span);
    }

    private static List<Block> blocks(String known, Lines content, BlockParser parser) {
        if (known.equals("toctree")) {
            return TocEntries.read(content, parser);
        }
        if (known.equals("glossary")) {
            return Glossary.read(content, parser);
        }
        return OPAQUE.contains(known) ? List.of() : List.copyOf(parser.nestedWithSections(content));
    }

    private static Block raw(DirectiveText text, SourceSpan span, BlockParser parser) {
        Lines content = text.content();
        String raw = content.verbatim(0, content.size());
        return text.argument().equals("html")
                ? new Block.HtmlBlock(raw, HtmlReferences.in(raw, span), span)
                : other("raw", "raw", text, span, parser);
    }

    /** Returns a table, with its title where it has one. */
    private static Block titled(String name, DirectiveText text, Block table, BlockParser parser) {
        List<Inline> title = title(text, parser);
        return title.isEmpty()
                ? table
                : new Block.Directive(name, text.argument(), title, text.options(), List.of(table), "", table.span());
    }

    private static List<Inline> title(DirectiveText text, BlockParser parser) {
        Lines head = text.head();
        return text.argument().isEmpty() ? List.of() : parser.inlines(head, 0, head.size());
    }

    private static Optional<String> language(String known, DirectiveText text) {
        return switch (known) {
            case "code", "code-block", "sourcecode" ->
                Optional.of(text.argument()).filter(language -> !language.isEmpty());
            case "testcode", "doctest", "ipython", "jupyter-execute" -> Optional.of("python");
            case "mermaid" -> Optional.of(known);
            default -> Optional.empty();
        };
    }

    private static Block image(DirectiveText text, SourceSpan span, BlockParser parser) {
        Inline.Image image = picture(text, span);
        Optional<String> target = target(text);
        if (target.isEmpty()) {
            return new Block.Figure(image, List.of(), span);
        }
        return new Block.Paragraph(List.of(linked(image, target.get(), span, parser.draft())), span);
    }

    private static Block figure(DirectiveText text, SourceSpan span, BlockParser parser) {
        Inline.Image image = picture(text, span);
        List<Block> caption = List.copyOf(parser.nested(text.content()));
        Optional<String> target = target(text);
        if (target.isEmpty()) {
            return new Block.Figure(image, caption, span);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(List.of(linked(image, target.get(), span, parser.draft())), span));
        blocks.addAll(caption);
        return new Block.Directive("figure", text.argument(), List.of(), text.options(), List.copyOf(blocks), "", span);
    }

    private static Inline.Image picture(DirectiveText text, SourceSpan span) {
        return new Inline.Image(Address.of(text.argument()), text.options().getOrDefault("alt", ""), span);
    }

    /** Returns the address that a click on an image is to open. */
    private static Optional<String> target(DirectiveText text) {
        return Optional.ofNullable(text.options().get("target")).filter(target -> !target.isEmpty());
    }

    private static Inline linked(Inline.Image image, String target, SourceSpan span, Draft draft) {
        boolean name = target.endsWith("_");
        if (name) {
            String called = target.substring(0, target.length() - 1).replace("`", "");
            Optional<Definitions.Target> found = draft.definitions().target(called);
            if (found.isPresent()) {
                return Definitions.link(found.get(), List.of(image), span);
            }
            draft.lookAhead();
        }
        return new Inline.Link(
                name ? target.substring(0, target.length() - 1) : Address.of(target),
                List.of(image),
                name ? Inline.Link.Form.INTERNAL : Inline.Link.Form.NAMED,
                span);
    }

    private static Block math(DirectiveText text, SourceSpan span) {
        Lines content = text.content();
        return new Block.MathBlock(content.verbatim(0, content.size()), span);
    }
}
