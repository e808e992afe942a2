package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.HtmlRenderer;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.document.PlainText;
import org.zhitu.loader.lexicon.Mention;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Slug;

/**
 * Finds the questions of a note and their answers. A heading's answer is what stands under it, subsections included, up to
 * the next question; that of a line or paragraph is the rest of the paragraph, what is indented under it, and what follows
 * in the same section up to the next question, heading or line between parts. Of a list of several questions, an item's
 * answer is only what stands within the item.
 */
final class QuestionExtractor {
    /** A line end between two Chinese characters, which stands for nothing. */
    private static final Pattern WRAPPED_HAN = Pattern.compile("(?<=\\p{IsHan})\\s*\\n\\s*(?=\\p{IsHan})");

    private final Reading reading;
    private final SourceText source;
    private final List<Extraction.SectionClaim> sections;
    private final Map<String, String> reworded = new TreeMap<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final IdentityHashMap<Block, Boolean> asking = new IdentityHashMap<>();

    QuestionExtractor(Reading reading, List<Extraction.SectionClaim> sections) {
        this.reading = reading;
        this.source = reading.document().source();
        this.sections = sections;
    }

    /** Returns, by identity, the former wording of questions that were recognised by similarity. */
    Map<String, String> reworded() {
        return reworded;
    }

    private record Found(AskingPart part, Optional<String> marker, SourceSpan span, List<Block> answer) {}

    /** Returns the questions in the order of the text; those that stood in the note before keep their identity. */
    List<Extraction.QuestionClaim> extract(PreviousNote previous) {
        walk(reading.document().blocks(), List.of(), Optional.empty());
        List<String> bareTexts = found.stream().map(QuestionExtractor::bareText).toList();
        List<Optional<String>> explicitIds = new ArrayList<>();
        for (Found question : found) {
            explicitIds.add(QuestionPhrase.explicitId(text(question.part()))
                    .map(Slug::of)
                    .filter(id -> !id.isEmpty())
                    .map(id -> free(id, question, previous)));
        }
        List<LastingIdentity.Identity> identities = new LastingIdentity(
                        previous.questions().stream()
                                .map(question -> new LastingIdentity.Former(question.id(), question.bareText()))
                                .toList(),
                        this::freshId)
                .assign(bareTexts, explicitIds);
        List<Extraction.QuestionClaim> claims = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            LastingIdentity.Identity identity = identities.get(i);
            identity.reworded().ifPresent(before -> reworded.put(identity.id(), before));
            claims.add(claim(found.get(i), bareTexts.get(i), identity));
        }
        return claims;
    }

    private String freshId(String bareText, int number) {
        String base = source.path() + "\n" + LastingIdentity.key(bareText);
        return Iris.hash(number == 1 ? base : base + "\n" + number);
    }

    /** Returns an identity that the note writes; with a digest of the note's path where another note has it already. */
    private String free(String id, Found question, PreviousNote previous) {
        String owner = previous.taken().get(id);
        if (owner == null) {
            return id;
        }
        String other = id + "-" + Iris.hash(source.path()).substring(0, 6);
        findings.add(new Finding(
                Finding.Severity.WARN,
                "question-id-taken",
                source.path(),
                question.span().line(),
                List.of(id, owner, other)));
        return other;
    }

    /** Returns what was found wrong with the identities that the note writes. */
    List<Finding> findings() {
        return findings;
    }

    private Extraction.QuestionClaim claim(Found question, String bareText, LastingIdentity.Identity identity) {
        AskingPart part = question.part();
        boolean answered = Substance.isIn(question.answer());
        String text = question.marker().map(marker -> marker + " ").orElse("")
                + oneLine(QuestionPhrase.withoutExplicitId(text(part)));
        List<String> about = about(part);
        Optional<String> section = part.passage().section() < 0
                ? Optional.empty()
                : Optional.of(sections.get(part.passage().section()).id());
        return new Extraction.QuestionClaim(
                identity.id(),
                text,
                bareText,
                answered,
                answered ? QuestionPhrase.withoutAnnouncement(PlainText.of(question.answer())) : "",
                answered ? HtmlRenderer.html(question.answer()) : "",
                about,
                about.isEmpty() ? implied(part) : List.of(),
                section,
                new Evidence(question.span(), method(part.passage().role()), 0.95, Quote.of(text)));
    }

    private static List<String> about(AskingPart part) {
        return part.passage().mentions().stream()
                .filter(mention -> mention.start() >= part.start() && mention.end() <= part.end())
                .map(Mention::slug)
                .distinct()
                .toList();
    }

    /** Returns what the nearest heading above names that names anything. */
    private List<String> implied(AskingPart part) {
        int section = part.passage().section();
        while (section >= 0 && sections.get(section).about().isEmpty()) {
            section = reading.parent(section);
        }
        return section < 0 ? List.of() : sections.get(section).about();
    }

    private void walk(List<Block> blocks, List<Block> after, Optional<String> marker) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Optional<String> mark = i == 0 ? marker : Optional.empty();
            switch (block) {
                case Block.Section section -> {
                    for (AskingPart part : parts(section)) {
                        found.add(new Found(
                                part, Optional.empty(), section.titleSpan(), untilQuestion(section.blocks())));
                    }
                    walk(section.blocks(), List.of(), Optional.empty());
                }
                case Block.Paragraph paragraph -> paragraph(paragraph, blocks, i, after, mark);
                case Block.LineBlock lines -> lines(lines, blocks, i, after);
                case Block.ListBlock list -> {
                    boolean single = list.items().size() == 1;
                    List<Block> following = single ? following(blocks, i + 1, after) : List.of();
                    for (Block.ListBlock.Item item : list.items()) {
                        walk(item.blocks(), following, list.ordered() ? Optional.of(item.marker()) : Optional.empty());
                    }
                }
                case Block.DefinitionList list ->
                    list.items().forEach(item -> {
                        for (AskingPart part : parts(item)) {
                            found.add(new Found(part, Optional.empty(), span(part), item.blocks()));
                        }
                        walk(item.blocks(), List.of(), Optional.empty());
                    });
                case Block.Quote quote -> walk(quote.blocks(), List.of(), Optional.empty());
                case Block.Directive directive -> {
                    for (AskingPart part : parts(directive)) {
                        found.add(new Found(part, Optional.empty(), span(part), untilQuestion(directive.blocks())));
                    }
                    walk(directive.blocks(), List.of(), Optional.empty());
                }
                case Block.FieldList f -> {}
                case Block.CodeBlock c -> {}
                case Block.MathBlock m -> {}
                case Block.Table table -> table(table);
                case Block.Figure f -> {}
                case Block.Transition t -> {}
                case Block.Comment c -> {}
                case Block.Footnote f -> {}
                case Block.HtmlBlock h -> {}
            }
        }
    }

    /** A row asks where a cell does and others stand behind it: these answer. */
    private void table(Block.Table table) {
        for (Block.Table.Row row : table.rows()) {
            for (AskingPart part : rowPart(row).stream().toList()) {
                int cell = asking(row);
                List<Block> answer = new ArrayList<>();
                row.cells().subList(cell + 1, row.cells().size()).forEach(behind -> answer.addAll(behind.blocks()));
                found.add(new Found(part, Optional.empty(), span(part), answer));
            }
        }
    }

    private Optional<AskingPart> rowPart(Block.Table.Row row) {
        int cell = asking(row);
        return cell < 0
                ? Optional.empty()
                : Optional.of(cellParts(row.cells().get(cell)).getFirst());
    }

    /** Returns the number of the first cell that is a question, another behind it; -1 for none. */
    private int asking(Block.Table.Row row) {
        for (int i = 0; i + 1 < row.cells().size(); i++) {
            if (!cellParts(row.cells().get(i)).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private List<AskingPart> cellParts(Block.Table.Cell cell) {
        return cell.blocks().size() == 1 ? parts(cell.blocks().getFirst()) : List.of();
    }

    private void paragraph(
            Block.Paragraph paragraph, List<Block> blocks, int at, List<Block> after, Optional<String> marker) {
        List<AskingPart> asked = parts(paragraph);
        for (int k = 0; k < asked.size(); k++) {
            AskingPart part = asked.get(k);
            boolean last = k == asked.size() - 1;
            List<Block> answer = new ArrayList<>();
            int to = last
                    ? paragraph.span().end()
                    : asked.get(k + 1).passage().prose().offset(asked.get(k + 1).start());
            if (part.rest() < part.passage().prose().text().length()) {
                int from = part.passage().prose().offset(part.rest());
                List<Inline> rest = Inlines.between(paragraph.content(), from, to, source);
                if (!rest.isEmpty() && from < to) {
                    answer.add(new Block.Paragraph(rest, source.span(from, to)));
                }
            }
            if (last) {
                answer.addAll(following(blocks, at + 1, after));
            }
            Optional<String> mark = k == 0 ? marker : Optional.empty();
            found.add(new Found(part, mark, span(part), answer));
        }
    }

    private void lines(Block.LineBlock block, List<Block> blocks, int at, List<Block> after) {
        List<Block.LineBlock.Line> lines = block.lines();
        for (int i = 0; i < lines.size(); i++) {
            for (AskingPart part : parts(lines.get(i))) {
                List<Block> answer = new ArrayList<>();
                List<Block.LineBlock.Line> rest = new ArrayList<>();
                if (part.rest() < part.passage().prose().text().length()) {
                    int from = part.passage().prose().offset(part.rest());
                    int to = lines.get(i).span().end();
                    rest.add(new Block.LineBlock.Line(
                            Inlines.between(lines.get(i).content(), from, to, source),
                            0,
                            source.span(from, Math.max(from, to))));
                }
                int next = i + 1;
                while (next < lines.size() && parts(lines.get(next)).isEmpty()) {
                    rest.add(lines.get(next++));
                }
                if (!rest.isEmpty()) {
                    answer.add(new Block.LineBlock(rest, rest.getFirst().span()));
                }
                if (next == lines.size()) {
                    answer.addAll(following(blocks, at + 1, after));
                }
                found.add(new Found(part, Optional.empty(), span(part), answer));
            }
        }
    }

    /** Returns the blocks from a place on that belong to the question before it. */
    private List<Block> following(List<Block> blocks, int from, List<Block> after) {
        List<Block> belonging = new ArrayList<>();
        for (int i = from; i < blocks.size() + after.size(); i++) {
            Block block = i < blocks.size() ? blocks.get(i) : after.get(i - blocks.size());
            if (block instanceof Block.Section || block instanceof Block.Transition || asksInside(block)) {
                break;
            }
            belonging.add(block);
        }
        return belonging;
    }

    /** Returns what stands under a heading up to the first question in it. */
    private List<Block> untilQuestion(List<Block> blocks) {
        List<Block> belonging = new ArrayList<>();
        for (Block block : blocks) {
            if (!asksInside(block)) {
                belonging.add(block);
                continue;
            }
            if (block instanceof Block.Section section && parts(section).isEmpty()) {
                List<Block> start = untilQuestion(section.blocks());
                if (!start.isEmpty()) {
                    belonging.add(new Block.Section(
                            section.level(), section.title(), section.titleSpan(), start, section.span()));
                }
            } else if (block instanceof Block.LineBlock lines) {
                List<Block.LineBlock.Line> start = lines.lines().stream()
                        .takeWhile(line -> parts(line).isEmpty())
                        .toList();
                if (!start.isEmpty()) {
                    belonging.add(new Block.LineBlock(start, lines.span()));
                }
            }
            break;
        }
        return belonging;
    }

    private boolean asksInside(Block block) {
        Boolean known = asking.get(block);
        if (known == null) {
            known = computeAsksInside(block);
            asking.put(block, known);
        }
        return known;
    }

    private boolean computeAsksInside(Block block) {
        return switch (block) {
            case Block.Section s -> !parts(s).isEmpty() || anyAsks(s.blocks());
            case Block.Paragraph p -> !parts(p).isEmpty();
            case Block.LineBlock l ->
                l.lines().stream().anyMatch(line -> !parts(line).isEmpty());
            case Block.ListBlock l -> l.items().stream().anyMatch(item -> anyAsks(item.blocks()));
            case Block.DefinitionList l ->
                l.items().stream().anyMatch(item -> !parts(item).isEmpty() || anyAsks(item.blocks()));
            case Block.Quote q -> anyAsks(q.blocks());
            case Block.Directive d -> !parts(d).isEmpty() || anyAsks(d.blocks());
            case Block.FieldList f -> false;
            case Block.CodeBlock c -> false;
            case Block.MathBlock m -> false;
            case Block.Table t -> t.rows().stream().anyMatch(row -> asking(row) >= 0);
            case Block.Figure f -> false;
            case Block.Transition t -> false;
            case Block.Comment c -> false;
            case Block.Footnote f -> false;
            case Block.HtmlBlock h -> false;
        };
    }

    private boolean anyAsks(List<Block> blocks) {
        return blocks.stream().anyMatch(this::asksInside);
    }

    private List<AskingPart> parts(Object holder) {
        return reading.passageOf(holder).map(reading::questions).orElse(List.of());
    }

    private static String text(AskingPart part) {
        return part.passage().prose().written(part.start(), part.end());
    }

    private static String bareText(Found question) {
        AskingPart part = question.part();
        String bare = part.passage().prose().written(part.bare(), part.end());
        return oneLine(QuestionPhrase.withoutExplicitId(bare));
    }

    private static SourceSpan span(AskingPart part) {
        return part.passage().prose().span(part.start(), part.end());
    }

    private static String oneLine(String text) {
        String joined = WRAPPED_HAN.matcher(text.replace(Prose.GAP, ' ')).replaceAll("");
        return Quote.withSingleBlanks(joined).strip();
    }

    private static String method(Passage.Role role) {
        return switch (role) {
            case TITLE, HEADING -> "question-heading";
            case LINE -> "question-line";
            case ITEM -> "question-item";
            case TERM -> "question-term";
            case SUMMARY -> "question-summary";
            case CELL -> "question-cell";
            case PARAGRAPH, CAPTION -> "question-paragraph";
        };
    }
}
