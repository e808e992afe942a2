package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.lexicon.Lexicon;
import org.zhitu.loader.lexicon.Mention;
import org.zhitu.loader.lexicon.NormalizedText;
import org.zhitu.loader.lexicon.Surroundings;

/** A note laid out for the extractors: its sections, its passages in the order of the text, and what each one names. */
final class Reading {
    /** How many passages before and after one may help to tell what it means. */
    private static final int NEIGHBOURS = 2;

    private final Document document;
    private final List<Block.Section> sections = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<NormalizedText> normalized = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> byHolder = new IdentityHashMap<>();
    private final List<List<Integer>> groups = new ArrayList<>();
    private final List<Block.Directive> todos = new ArrayList<>();
    private final IdentityHashMap<Passage, List<AskingPart>> questions = new IdentityHashMap<>();
    private @Nullable Set<Prose> besideQuestions;

    private Reading(Document document) {
        this.document = document;
    }

    static Reading of(Document document, Lexicon lexicon) {
        Reading reading = new Reading(document);
        reading.collect(document.blocks(), -1);
        reading.findMentions(lexicon);
        return reading;
    }

    Document document() {
        return document;
    }

    /** Returns all sections in the order of the text; their numbers are their places in this list. */
    List<Block.Section> sections() {
        return sections;
    }

    /** Returns the number of the section around a section; -1 for none. */
    int parent(int section) {
        return parents.get(section);
    }

    List<Passage> passages() {
        return passages;
    }

    /** Returns the text of the passage with a number, ready for a lexicon. */
    NormalizedText normalized(int passage) {
        return normalized.get(passage);
    }

    /** Returns the passage that is the text of a section's title, a paragraph, a line, a definition's term. */
    Optional<Passage> passageOf(Object holder) {
        return Optional.ofNullable(byHolder.get(holder)).map(passages::get);
    }

    /** Returns the numbers of the passages that stand side by side: a line block's lines, a list's first paragraphs. */
    List<List<Integer>> groups() {
        return groups;
    }

    /** Returns what the author marks as still to be done with a block of its own. */
    List<Block.Directive> todos() {
        return todos;
    }

    /** Returns the questions of one of the passages, in its order. */
    List<AskingPart> questions(Passage passage) {
        List<AskingPart> own = ownQuestions(passage);
        boolean beside = switch (passage.role()) {
            case HEADING, ITEM, LINE -> own.isEmpty();
            case TITLE, PARAGRAPH, TERM, SUMMARY, CELL, CAPTION -> false;
        };
        if (!beside) {
            return own;
        }
        return AskingPart.findShort(passage)
                .filter(part -> besideQuestions().contains(passage.prose()))
                .map(List::of)
                .orElse(own);
    }

    private List<AskingPart> ownQuestions(Passage passage) {
        return questions.computeIfAbsent(passage, AskingPart::findIn);
    }

    /** Returns the texts that stand in a list, a line block or a section's headings of which a third ask, and two at least. */
    private Set<Prose> besideQuestions() {
        Set<Prose> known = besideQuestions;
        if (known == null) {
            known = Collections.newSetFromMap(new IdentityHashMap<>());
            for (List<Integer> group :
                    Stream.concat(groups.stream(), headings()).toList()) {
                List<Passage> side = group.stream().map(passages::get).toList();
                long asking = side.stream()
                        .filter(passage -> !ownQuestions(passage).isEmpty())
                        .count();
                if (asking >= 2 && 3 * asking >= side.size()) {
                    for (Passage passage : side) {
                        known.add(passage.prose());
                    }
                }
            }
            besideQuestions = known;
        }
        return known;
    }

    /** Says whether a passage asks something; a heading that does is a question rather than a topic. */
    boolean asks(Passage passage) {
        return !questions(passage).isEmpty();
    }

    /** Returns the numbers of the headings that stand side by side under another. */
    private Stream<List<Integer>> headings() {
        Map<Integer, List<Integer>> under = new TreeMap<>();
        for (int section = 0; section < sections.size(); section++) {
            Integer heading = byHolder.get(sections.get(section));
            if (heading != null) {
                under.computeIfAbsent(parents.get(section), parent -> new ArrayList<>())
                        .add(heading);
            }
        }
        return under.values().stream();
    }

    /** Replaces what a passage names. */
    void setMentions(int passage, List<Mention> mentions) {
        passages.set(passage, passages.get(passage).withMentions(mentions));
    }

    private void collect(List<Block> blocks, int section) {
        for (Block block : blocks) {
            collect(block, section, Passage.Role.PARAGRAPH);
        }
    }

    private void collect(Block block, int section, Passage.Role role) {
        switch (block) {
            case Block.Section s -> {
                int number = sections.size();
                sections.add(s);
                parents.add(section);
                add(number == 0 ? Passage.Role.TITLE : Passage.Role.HEADING, number, s, s, s.title());
                collect(s.blocks(), number);
            }
            case Block.Paragraph p -> add(role, section, p, p, p.content());
            case Block.LineBlock l -> {
                int first = passages.size();
                l.lines().forEach(line -> add(Passage.Role.LINE, section, l, line, line.content()));
                groups.add(IntStream.range(first, passages.size()).boxed().toList());
            }
            case Block.ListBlock l -> {
                List<Integer> items = new ArrayList<>();
                for (Block.ListBlock.Item item : l.items()) {
                    int first = passages.size();
                    collectItem(item, section);
                    if (first < passages.size() && passages.get(first).role() == Passage.Role.ITEM) {
                        items.add(first);
                    }
                }
                groups.add(items);
            }
            case Block.DefinitionList l ->
                l.items().forEach(definition -> {
                    add(Passage.Role.TERM, section, l, definition, definition.term());
                    collect(definition.blocks(), section);
                });
            case Block.FieldList f ->
                f.fields()
                        .forEach(field -> field.blocks()
                                .forEach(inner -> collect(
                                        inner, section, isTitle(field) ? Passage.Role.TITLE : Passage.Role.PARAGRAPH)));
            case Block.CodeBlock c -> {}
            case Block.MathBlock m -> {}
            case Block.Table t ->
                t.rows()
                        .forEach(row -> row.cells()
                                .forEach(cell ->
                                        cell.blocks().forEach(inner -> collect(inner, section, Passage.Role.CELL))));
            case Block.Figure f -> f.caption().forEach(inner -> collect(inner, section, Passage.Role.CAPTION));
            case Block.Quote q -> collect(q.blocks(), section);
            case Block.Transition t -> {}
            case Block.Comment c -> {}
            case Block.Footnote f -> collect(f.blocks(), section);
            case Block.Directive d -> {
                if (d.isTodo()) {
                    todos.add(d);
                }
                add(Passage.Role.SUMMARY, section, d, d, d.title());
                collect(d.blocks(), section);
            }
            case Block.HtmlBlock h -> {}
        }
    }

    private boolean isTitle(Block.FieldList.Field field) {
        return document.fieldOfTitle().filter(field::equals).isPresent();
    }

    private void collectItem(Block.ListBlock.Item item, int section) {
        boolean first = true;
        for (Block block : item.blocks()) {
            collect(block, section, first ? Passage.Role.ITEM : Passage.Role.PARAGRAPH);
            first = false;
        }
    }

    private void add(Passage.Role role, int section, Block block, Object holder, List<Inline> content) {
        Prose prose = Prose.of(content, document.source());
        if (!prose.text().isBlank()) {
            byHolder.put(holder, passages.size());
            passages.add(new Passage(role, section, block, prose, List.of()));
            normalized.add(NormalizedText.of(prose.text()));
        }
    }

    private void findMentions(Lexicon lexicon) {
        List<Lexicon.Scan> scans = normalized.stream().map(lexicon::scan).toList();
        Set<String> everywhere = new TreeSet<>();
        scans.forEach(scan -> everywhere.addAll(scan.cues()));
        List<Set<String>> headings = headingCues(scans);
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            Set<String> neighbours = new TreeSet<>();
            for (int k = Math.max(0, i - NEIGHBOURS); k <= Math.min(passages.size() - 1, i + NEIGHBOURS); k++) {
                if (k != i && passages.get(k).section() == passage.section()) {
                    neighbours.addAll(scans.get(k).cues());
                }
            }
            Set<String> above = passage.section() < 0 ? Set.of() : headings.get(passage.section());
            passages.set(
                    i,
                    passage.withMentions(lexicon.read(scans.get(i), new Surroundings(above, neighbours, everywhere))));
        }
    }

    /** Returns, for each section, the cues in its heading and in those above it. */
    private List<Set<String>> headingCues(List<Lexicon.Scan> scans) {
        List<Set<String>> headings = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Integer heading = byHolder.get(sections.get(i));
            Set<String> found = heading == null
                    ? new TreeSet<>()
                    : new TreeSet<>(scans.get(heading).cues());
            if (parents.get(i) >= 0) {
                found.addAll(headings.get(parents.get(i)));
            }
            headings.add(found);
        }
        return headings;
    }
}
