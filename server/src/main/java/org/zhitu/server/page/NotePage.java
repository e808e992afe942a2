package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.NoteCard;
import org.zhitu.graph.query.QuestionCard;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.loader.source.Finding;
import org.zhitu.ontology.Language;
import org.zhitu.server.load.NoteLibrary;
import org.zhitu.server.load.NotePlace;
import org.zhitu.server.load.NoteText;

/**
 * What a note's page shows: the note as it is written, what the graph knows of each line beside it; where the file is not
 * on this machine, its outline as the graph has it.
 *
 * @param rows     the text in order; empty where there is only the outline
 * @param contents its headings, the first one left out where it is the title
 * @param stale    whether the file was changed after it was loaded, so that lines may be off
 * @param parts    the outline: the sections with the questions that stand in them; empty where there is text
 * @param findings about the note, by line
 */
record NotePage(
        NoteCard card, List<Row> rows, List<Row> contents, boolean stale, List<Part> parts, List<Remark> findings) {
    private static final int SHOWN_LINES = 8;
    private static final int DEEPEST = 6;
    private static final Safelist INLINE = Safelist.none()
            .addTags("code", "em", "span", "strong", "sub", "sup")
            .addAttributes("span", "class");

    /** The most concepts that stand beside one piece of text; the others stand beside it folded. */
    static final int MOST_BESIDE = 5;

    /**
     * A heading or a piece of text.
     *
     * @param heading 2 to 6 for the level of its heading; 0 for text
     * @param anchors further lines of the piece that something leads to
     * @param beside  the concepts it names that were not named since the last heading, by line
     * @param asks    the questions that stand in it
     * @param remarks the findings about it
     */
    record Row(
            int line,
            int heading,
            String plain,
            String html,
            boolean tight,
            List<Integer> anchors,
            List<Beside> beside,
            List<QuestionRef> asks,
            List<Remark> remarks) {
        /** Returns the heading for a list of contents: its formulas and code, without what leads elsewhere. */
        public String inline() {
            return Jsoup.clean(html, INLINE);
        }

        /** Returns the concepts in sight. */
        public List<Beside> first() {
            return beside.subList(0, Math.min(MOST_BESIDE, beside.size()));
        }

        /** Returns the concepts that are folded. */
        public List<Beside> rest() {
            return beside.subList(Math.min(MOST_BESIDE, beside.size()), beside.size());
        }
    }

    /** A concept with the line that names it. */
    record Beside(ConceptRef concept, int line, boolean topic) {}

    /** A finding in the reader's language. */
    record Remark(String severity, String code, int line, String message) {
        static Remark of(Finding finding, Language language) {
            return new Remark(finding.severity().key(), finding.code(), finding.line(), finding.message(language));
        }
    }

    /**
     * A section of the outline.
     *
     * @param title empty for what stands before the first section
     */
    record Part(String title, int line, List<ConceptRef> about, List<QuestionCard> questions) {}

    static Optional<NotePage> of(
            Knowledge knowledge, NoteLibrary library, NoteHtml html, String path, Language language) {
        return knowledge.notes().card(path, language).map(card -> {
            List<Remark> findings = library.place(path).map(NotePlace::findings).orElse(List.of()).stream()
                    .map(finding -> Remark.of(finding, language))
                    .toList();
            Optional<NoteText> text = library.text(path);
            if (text.isEmpty()) {
                Map<String, List<QuestionCard>> questions = questions(card, knowledge, html, language);
                return new NotePage(card, List.of(), List.of(), false, parts(card, questions), findings);
            }
            List<Row> rows = rows(card, text.get(), findings, html, language);
            List<Row> contents = rows.stream().filter(row -> row.heading() > 0).toList();
            return new NotePage(card, rows, contents, isStale(card, text.get()), List.of(), findings);
        });
    }

    /** The graph and the file agree while their headings stand in the same lines. */
    private static boolean isStale(NoteCard card, NoteText text) {
        List<Integer> loaded =
                card.sections().stream().map(NoteCard.Section::line).sorted().toList();
        List<Integer> now = text.pieces().stream()
                .filter(piece -> piece.depth() > 0)
                .map(NoteText.Piece::line)
                .sorted()
                .toList();
        return !loaded.equals(now);
    }

    /** What is known of each line. */
    private record Known(
            NavigableMap<Integer, List<Beside>> concepts,
            NavigableMap<Integer, List<QuestionRef>> questions,
            NavigableMap<Integer, List<Remark>> remarks,
            NavigableSet<Integer> lines) {
        static Known of(NoteCard card, List<Remark> findings) {
            NavigableMap<Integer, List<Beside>> concepts = new TreeMap<>();
            NavigableMap<Integer, List<QuestionRef>> questions = new TreeMap<>();
            NavigableMap<Integer, List<Remark>> remarks = new TreeMap<>();
            for (NoteCard.Named named : card.concepts()) {
                for (int line : named.lines()) {
                    put(concepts, line, new Beside(named.concept(), line, named.topic()));
                }
            }
            card.questions().forEach(asked -> put(questions, asked.question().line(), asked.question()));
            findings.forEach(remark -> put(remarks, remark.line(), remark));
            NavigableSet<Integer> lines = new TreeSet<>(concepts.keySet());
            lines.addAll(questions.keySet());
            lines.addAll(remarks.keySet());
            card.sources().forEach(entry -> lines.add(entry.source().line()));
            return new Known(concepts, questions, remarks, lines);
        }

        private static <T> void put(NavigableMap<Integer, List<T>> map, int line, T value) {
            map.computeIfAbsent(line, key -> new ArrayList<>()).add(value);
        }

        static <T> List<T> between(NavigableMap<Integer, List<T>> map, int from, int end) {
            return map.subMap(from, end).values().stream().flatMap(List::stream).toList();
        }
    }

    private static List<Row> rows(
            NoteCard card, NoteText text, List<Remark> findings, NoteHtml html, Language language) {
        List<NoteText.Piece> pieces = text.pieces();
        boolean titled = !pieces.isEmpty() && pieces.getFirst().depth() == 1 && isOnlyTop(pieces);
        Known known = Known.of(card, findings);
        List<Row> rows = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < pieces.size(); i++) {
            NoteText.Piece piece = pieces.get(i);
            int from = i == 0 ? 1 : piece.line();
            int next = i + 1 < pieces.size() ? pieces.get(i + 1).line() : Integer.MAX_VALUE;
            int end = Math.max(from, next);
            if (piece.depth() > 0) {
                named.clear();
            }
            boolean title = i == 0 && titled;
            rows.add(new Row(
                    piece.line(),
                    piece.depth() == 0 || title ? 0 : Math.min(DEEPEST, piece.depth() + (titled ? 0 : 1)),
                    piece.plain(),
                    title ? "" : html.shown(piece.html(), card.path(), language),
                    piece.tight(),
                    known.lines().subSet(from, end).stream()
                            .filter(line -> line != piece.line() && line > 0)
                            .toList(),
                    beside(known, from, end, named),
                    Known.between(known.questions(), from, end),
                    Known.between(known.remarks(), from, end)));
        }
        return List.copyOf(rows);
    }

    /** Says whether everything stands under one heading: the title. */
    private static boolean isOnlyTop(List<NoteText.Piece> pieces) {
        return pieces.stream().filter(piece -> piece.depth() == 1).count() == 1;
    }

    private static List<Beside> beside(Known known, int from, int end, Set<String> named) {
        return Known.between(known.concepts(), from, end).stream()
                .filter(one -> named.add(one.concept().slug()))
                .sorted(Comparator.comparing(Beside::line)
                        .thenComparing(Beside::topic, Comparator.reverseOrder())
                        .thenComparing(one -> one.concept().label()))
                .toList();
    }

    private static Map<String, List<QuestionCard>> questions(
            NoteCard card, Knowledge knowledge, NoteHtml html, Language language) {
        Map<String, List<QuestionCard>> bySection = new LinkedHashMap<>();
        for (NoteCard.Asked asked : card.questions()) {
            knowledge
                    .questions()
                    .card(asked.question().id(), language)
                    .ifPresent(question -> bySection
                            .computeIfAbsent(asked.section(), section -> new ArrayList<>())
                            .add(html.shown(question, language)));
        }
        return bySection;
    }

    private static List<Part> parts(NoteCard card, Map<String, List<QuestionCard>> questions) {
        List<Part> parts = new ArrayList<>();
        if (questions.containsKey("")) {
            parts.add(new Part("", 1, List.of(), questions.getOrDefault("", List.of())));
        }
        for (NoteCard.Section section : card.sections()) {
            parts.add(new Part(
                    section.title(),
                    section.line(),
                    section.about(),
                    questions.getOrDefault(section.fragment(), List.of())));
        }
        return List.copyOf(parts);
    }

    /** Returns the concepts that the note treats. */
    public List<NoteCard.Named> topics() {
        return card.concepts().stream().filter(NoteCard.Named::topic).toList();
    }

    /** Returns the first lines that name a concept, as text. */
    public String lines(NoteCard.Named named) {
        String first =
                named.lines().stream().limit(SHOWN_LINES).map(String::valueOf).collect(Collectors.joining(", "));
        return named.lines().size() > SHOWN_LINES ? first + " …" : first;
    }

    /** Returns how many of the note's questions have an answer. */
    public long answered() {
        return card.questions().stream()
                .filter(asked -> asked.question().answered())
                .count();
    }
}
