package org.zhitu.graph.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.graph.query.Name;
import org.zhitu.graph.query.Wording;

/**
 * What can be found, as a table: each name of each concept, then each question. Owners are numbered: concepts as in the
 * graph, questions after them.
 */
final class Entries {
    private final ConceptGraph graph;
    private final List<SearchableQuestion> questions;
    private final List<String> originals = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final long[] wordStarts;
    private final int[] lengths;
    private final int[] weights;
    private final int[] owners;
    private final Name.Role[] roles;
    private final int[] sorted;
    private final int firstQuestion;

    Entries(ConceptGraph graph, List<SearchableQuestion> questions) {
        this.graph = graph;
        this.questions = questions;
        int count = questions.size();
        for (int concept = 0; concept < graph.size(); concept++) {
            count += Math.max(1, graph.names(concept).size());
        }
        wordStarts = new long[count];
        lengths = new int[count];
        weights = new int[count];
        owners = new int[count];
        roles = new Name.Role[count];
        for (int concept = 0; concept < graph.size(); concept++) {
            List<Name> names = graph.names(concept);
            int weight = graph.degree(concept);
            for (Name name : names) {
                add(concept, name.text(), name.role(), weight);
            }
            if (names.isEmpty()) {
                add(concept, graph.slug(concept), Name.Role.PREFERRED, weight);
            }
        }
        firstQuestion = texts.size();
        for (int question = 0; question < questions.size(); question++) {
            add(graph.size() + question, questions.get(question).text(), Name.Role.PREFERRED, 0);
        }
        sorted = Ordering.of(texts);
    }

    private void add(int owner, String original, Name.Role role, int weight) {
        Wording wording = Wording.of(original);
        int entry = texts.size();
        originals.add(original);
        texts.add(wording.text());
        wordStarts[entry] = wording.wordStarts();
        lengths[entry] = wording.text().length();
        weights[entry] = weight;
        owners[entry] = owner;
        roles[entry] = role;
    }

    int size() {
        return texts.size();
    }

    /** The number of entries that are names of concepts; they come first. */
    int names() {
        return firstQuestion;
    }

    List<String> texts() {
        return texts;
    }

    String text(int entry) {
        return texts.get(entry);
    }

    /** The length of the entry's text. */
    int length(int entry) {
        return lengths[entry];
    }

    String original(int entry) {
        return originals.get(entry);
    }

    int owner(int entry) {
        return owners[entry];
    }

    Name.Role role(int entry) {
        return roles[entry];
    }

    boolean isQuestion(int entry) {
        return entry >= firstQuestion;
    }

    /** Questions are all alike; among concepts, the one with more edges is likelier to be meant. */
    int weight(int entry) {
        return weights[entry];
    }

    SearchableQuestion question(int owner) {
        return questions.get(owner - graph.size());
    }

    /** Only the first 64 characters tell where words begin: names are shorter, and in a question it hardly matters. */
    boolean isWordStart(int entry, int index) {
        return index < Long.SIZE && (wordStarts[entry] >>> index & 1) == 1;
    }

    boolean isWordEnd(int entry, int index) {
        return index == lengths[entry] || isWordStart(entry, index);
    }

    /** Says whether a word begins within a part of a text, its first character left out. */
    boolean crossesWords(int entry, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (isWordStart(entry, i)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the entries whose text begins so, in the order of their texts. */
    int[] beginning(String prefix) {
        return Ordering.beginning(texts, sorted, prefix);
    }

    /** Returns the names whose text is just this. */
    int[] equalTo(String text) {
        return Arrays.stream(Ordering.between(texts, sorted, text, text + '\0'))
                .filter(entry -> !isQuestion(entry))
                .toArray();
    }

    /** Texts in order, to be searched by their beginning. */
    static final class Ordering {
        private Ordering() {}

        static int[] of(List<String> texts) {
            return IntStream.range(0, texts.size())
                    .boxed()
                    .sorted(Comparator.comparing((Integer entry) -> texts.get(entry))
                            .thenComparing(entry -> entry))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        static int[] beginning(List<String> texts, int[] sorted, String prefix) {
            return between(texts, sorted, prefix, prefix + Character.MAX_VALUE);
        }

        /** Returns what stands from one text on and before another. */
        static int[] between(List<String> texts, int[] sorted, String first, String end) {
            int from = lowerBound(texts, sorted, first);
            int to = lowerBound(texts, sorted, end);
            return Arrays.copyOfRange(sorted, from, to);
        }

        private static int lowerBound(List<String> texts, int[] sorted, String key) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (texts.get(sorted[middle]).compareTo(key) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
