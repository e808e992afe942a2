package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    private final Reading reading;
    private final SourceText source;
    private final List<Extraction.SectionClaim> sections;
    private final Map<String, String> reworded = new TreeMap<>();
    private final List<Found> found = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final IdentityHashMap<Object, List<Part>> parts = new IdentityHashMap<>();
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

    /** A question within a passage; offsets are the prose's. */
    record Part(Passage passage, int start, int bare, int end, int rest) {}

    private record Found(Part part, Optional<String> marker, SourceSpan span, List<Block> answer) {}

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
        Part part = question.part();
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

    private static List<String> about(Part part) {
        return part.passage().mentions().stream()
                .filter(mention -> mention.start() >= part.start() && mention.end() <= part.end())
                .map(Mention::slug)
                .distinct()
                .toList();
    }

    /** Returns what the nearest heading above names that names anything. */
    private List<String> implied(Part part) {
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
                    for (Part part : headingParts(section)) {
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
                        for (Part part : parts(item)) {
                            found.add(new Found(part, Optional.empty(), span(part), item.blocks()));
                        }
                        walk(item.blocks(), List.of(), Optional.empty());
                    });
                case Block.Quote quote -> walk(quote.blocks(), List.of(), Optional.empty());
                case Block.Directive directive -> {
                    for (Part part : parts(directive)) {
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
            for (Part part : rowPart(row).stream().toList()) {
                int cell = asking(row);
                List<Block> answer = new ArrayList<>();
                row.cells().subList(cell + 1, row.cells().size()).forEach(behind -> answer.addAll(behind.blocks()));
                found.add(new Found(part, Optional.empty(), span(part), answer));
            }
        }
    }

    private Optional<Part> rowPart(Block.Table.Row row) {
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

    private List<Part> cellParts(Block.Table.Cell cell) {
        return cell.blocks().size() == 1 ? parts(cell.blocks().getFirst()) : List.of();
    }

    private void paragraph(
            Block.Paragraph paragraph, List<Block> blocks, int at, List<Block> after, Optional<String> marker) {
        List<Part> asked = parts(paragraph);
        for (int k = 0; k < asked.size(); k++) {
            Part part = asked.get(k);
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
            for (Part part : parts(lines.get(i))) {
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
            if (block instanceof Block.Section section && headingParts(section).isEmpty()) {
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
            case Block.Section s -> !headingParts(s).isEmpty() || anyAsks(s.blocks());
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

    private List<Part> headingParts(Block.Section section) {
        return reading.passageOf(section)
                .map(passage -> parts(section, passage))
                .orElse(List.of());
    }

    private List<Part> parts(Object holder) {
        return reading.passageOf(holder).map(passage -> parts(holder, passage)).orElse(List.of());
    }

    private List<Part> parts(Object holder, Passage passage) {
        return parts.computeIfAbsent(holder, key -> findParts(passage));
    }

    /** Says whether a heading asks something, so that it is a question rather than a topic. */
    static boolean asks(Passage heading) {
        return !findParts(heading).isEmpty();
    }

    /** Returns the questions of a passage. */
    static List<Part> findParts(Passage passage) {
        Prose prose = passage.prose();
        String text = prose.text();
        boolean stands = switch (passage.role()) {
            case TITLE, HEADING, LINE, ITEM, TERM, SUMMARY, CELL -> true;
            case PARAGRAPH, CAPTION -> false;
        };
        if (passage.role() == Passage.Role.CAPTION) {
            return List.of();
        }
        if (passage.role() == Passage.Role.CELL) {
            return part(passage, new Prose.Range(0, text.length()), QuestionPhrase.Form.LINE)
                    .filter(whole -> whole.rest() >= text.stripTrailing().length())
                    .stream()
                    .toList();
        }
        List<Prose.Range> segments =
                passage.role().isHeading() ? List.of(new Prose.Range(0, text.length())) : Segments.of(text);
        List<Part> found = new ArrayList<>();
        boolean afterQuestion = false;
        for (int i = 0; i < segments.size(); i++) {
            Prose.Range segment = segments.get(i);
            if (!passage.role().isHeading() && isLink(prose, segment)) {
                continue;
            }
            Optional<Prose.Range> bold = leadingBold(prose, segment);
            boolean own = stands || bold.isPresent();
            QuestionPhrase.Form form = passage.role().isHeading()
                    ? QuestionPhrase.Form.HEADING
                    : own ? QuestionPhrase.Form.LINE : QuestionPhrase.Form.RUNNING;
            Prose.Range asking = bold.orElse(segment);
            Optional<Part> part = part(passage, asking, form);
            if (part.isEmpty() && bold.isPresent()) {
                part = part(passage, segment, stands ? QuestionPhrase.Form.LINE : QuestionPhrase.Form.RUNNING);
            }
            if (part.isEmpty() && !passage.role().isHeading()) {
                part = QuestionPhrase.findLast(text.substring(segment.start(), segment.end()))
                        .map(asked -> at(passage, segment, asked));
            }
            boolean wholeOrEnumerated = part.filter(p -> p.bare() > p.start() || p.rest() >= segment.end())
                    .isPresent();
            if (part.isPresent() && (i == 0 || afterQuestion || bold.isPresent() || wholeOrEnumerated)) {
                found.add(restUntil(part.get(), text.length()));
                afterQuestion = true;
            } else {
                afterQuestion = false;
            }
        }
        return found;
    }

    private static Optional<Part> part(Passage passage, Prose.Range range, QuestionPhrase.Form form) {
        String text = passage.prose().text().substring(range.start(), range.end());
        List<Mention> mentions = passage.mentions().stream()
                .filter(mention -> mention.start() >= range.start() && mention.end() <= range.end())
                .map(mention -> new Mention(
                        mention.slug(),
                        mention.start() - range.start(),
                        mention.end() - range.start(),
                        mention.surface(),
                        mention.basis(),
                        mention.confidence(),
                        mention.rivals()))
                .toList();
        return QuestionPhrase.find(text, form, mentions).map(asked -> at(passage, range, asked));
    }

    private static Part at(Passage passage, Prose.Range range, QuestionPhrase.Asked asked) {
        return new Part(
                passage,
                range.start() + asked.start(),
                range.start() + asked.bare(),
                range.start() + asked.end(),
                range.start() + asked.rest());
    }

    /** What follows a question in its passage starts after the blanks. */
    private static Part restUntil(Part part, int length) {
        String text = part.passage().prose().text();
        int rest = Math.min(part.rest(), length);
        while (rest < length && Character.isWhitespace(text.charAt(rest))) {
            rest++;
        }
        return new Part(part.passage(), part.start(), part.bare(), part.end(), rest);
    }

    /** Says whether a line is a link to where the question or text stands, as in a table of contents. */
    private static boolean isLink(Prose prose, Prose.Range range) {
        return prose.linked(range.start(), range.end()) * 5 >= range.length() * 4;
    }

    /** Returns the bold text that a line starts with, if it does. */
    private static Optional<Prose.Range> leadingBold(Prose prose, Prose.Range segment) {
        for (Prose.Range bold : prose.strong()) {
            if (bold.start() >= segment.start()
                    && bold.end() <= segment.end()
                    && bold.length() > 1
                    && prose.text().substring(segment.start(), bold.start()).isBlank()) {
                return Optional.of(bold);
            }
        }
        return Optional.empty();
    }

    private static String text(Part part) {
        return part.passage().prose().text().substring(part.start(), part.end());
    }

    private static String bareText(Found question) {
        Part part = question.part();
        String bare = part.passage().prose().text().substring(part.bare(), part.end());
        return oneLine(QuestionPhrase.withoutExplicitId(bare));
    }

    private static SourceSpan span(Part part) {
        return part.passage().prose().span(part.start(), part.end());
    }

    private static String oneLine(String text) {
        return text.replace(Prose.GAP, ' ')
                .replaceAll("(?<=\\p{IsHan})\\s*\\n\\s*(?=\\p{IsHan})", "")
                .replaceAll("\\s+", " ")
                .strip();
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
