package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the same question in different notes: word by word, as the same plain request about the same concepts in either
 * language (what it is, how things differ), or in a wording that hardly differs. Questions that name different concepts, or
 * different Latin words or numbers, are never the same. Every question of a group is linked to its first one, so that a
 * thousand copies give a thousand links, not half a million.
 *
 * <p>Wordings are compared through an index of their rarest pairs of characters (prefix filtering, Chaudhuri et al. 2006):
 * only those are compared that can be similar enough, and no more than {@value #MOST_COMPARISONS}.
 */
public final class SimilarQuestions {
    /** Least share of character pairs in common (Dice coefficient). */
    private static final double SIMILAR = 0.85;

    /** How sure it is that two plain requests of one kind about the same concepts are the same. */
    private static final double SAME_REQUEST = 0.8;

    /** Shortest key of a question that means the same whatever it is about, such as 有什么优缺点. */
    private static final int SHORT = 10;

    /** Most pairs of wordings that are compared; beyond them, wordings that differ are not linked. */
    private static final int MOST_COMPARISONS = 2_000_000;

    private static final Pattern LATIN = Pattern.compile("[a-z0-9]+");
    private static final Pattern WHAT = Pattern.compile("(?:什么是|什么叫|何为|何谓|whatis|whatare|whats)+|(?:是什么|是啥|是什么意思|指什么)");
    private static final Pattern MORE_THAN_A_NAME =
            Pattern.compile("(?i)[的有用怎如和与这那它他其，,]|\\b(?:of|for|in|to|with|and|this|that|it|these)\\b");
    private static final Pattern DIFFERENCE =
            Pattern.compile("区别|不同|差别|差异|异同|对比|比较|difference|differ|compare|versus|vs");

    private SimilarQuestions() {}

    /**
     * A question, as the store has it.
     *
     * @param id    its IRI
     * @param note  the IRI of its note
     * @param text  its text without enumerator
     * @param about the IRIs of the concepts it is about
     */
    public record Asked(String id, String note, int line, String text, Set<String> about) {
        private static final Comparator<Asked> BY_PLACE =
                Comparator.comparing(Asked::note).thenComparing(Asked::line).thenComparing(Asked::id);

        public Asked {
            about = Set.copyOf(about);
        }
    }

    /**
     * Two questions that are the same.
     *
     * @param one   the first by note and line
     * @param score how sure that is, in [0,1], 1 = the same words
     */
    public record Pair(Asked one, Asked other, double score) {}

    /** Returns the pairs by the place of their questions; a pair of one note is none. */
    public static List<Pair> among(List<Asked> questions) {
        List<Asked> sorted = questions.stream().sorted(Asked.BY_PLACE).toList();
        Map<String, Pair> pairs = new TreeMap<>();
        Map<String, Asked> byKey = new HashMap<>();
        Map<String, Asked> byRequest = new HashMap<>();
        List<Asked> different = new ArrayList<>();
        for (Asked question : sorted) {
            String key = LastingIdentity.key(question.text());
            boolean needsContext = key.length() < SHORT;
            String words = needsContext ? key + " " + new TreeSet<>(question.about()) : key;
            Asked same = byKey.putIfAbsent(words, question);
            if (same != null) {
                link(same, question, 1, pairs);
                continue;
            }
            Optional<String> request = request(question, key);
            Asked alike =
                    request.map(each -> byRequest.putIfAbsent(each, question)).orElse(null);
            if (alike != null) {
                link(alike, question, SAME_REQUEST, pairs);
            }
            different.add(question);
        }
        linkSimilar(different, pairs);
        return pairs.values().stream()
                .sorted(Comparator.comparing(Pair::one, Asked.BY_PLACE).thenComparing(Pair::other, Asked.BY_PLACE))
                .toList();
    }

    private static void link(Asked one, Asked other, double score, Map<String, Pair> pairs) {
        if (!one.note().equals(other.note())) {
            pairs.merge(
                    one.id() + " " + other.id(),
                    new Pair(one, other, score),
                    (before, now) -> before.score() >= now.score() ? before : now);
        }
    }

    /** Returns what a plain request is for, with its concepts; empty where a question is anything else. */
    private static Optional<String> request(Asked question, String key) {
        int concepts = question.about().size();
        String about = String.join(" ", new TreeSet<>(question.about()));
        if (concepts == 1 && WHAT.matcher(key).find() && key.length() <= 40) {
            Matcher what = WHAT.matcher(key);
            what.find();
            boolean plain = (what.start() == 0 || what.end() == key.length())
                    && !MORE_THAN_A_NAME.matcher(question.text()).find();
            return plain ? Optional.of("what " + about) : Optional.empty();
        }
        return concepts >= 2 && DIFFERENCE.matcher(key).find() && key.length() <= 60
                ? Optional.of("difference " + about)
                : Optional.empty();
    }

    private static void linkSimilar(List<Asked> questions, Map<String, Pair> pairs) {
        List<Set<String>> characterPairs = questions.stream()
                .map(question -> LastingIdentity.pairs(LastingIdentity.key(question.text())))
                .toList();
        Map<String, Integer> frequency = new HashMap<>();
        characterPairs.forEach(set -> set.forEach(pair -> frequency.merge(pair, 1, Integer::sum)));
        Comparator<String> rarestFirst = Comparator.<String>comparingInt(pair -> frequency.getOrDefault(pair, 0))
                .thenComparing(pair -> pair);
        Map<String, List<Integer>> index = new HashMap<>();
        int comparisons = 0;
        for (int i = 0; i < questions.size(); i++) {
            List<String> ordered =
                    characterPairs.get(i).stream().sorted(rarestFirst).toList();
            int prefix = prefixLength(ordered.size());
            Set<Integer> candidates = new TreeSet<>();
            for (String pair : ordered.subList(0, prefix)) {
                List<Integer> before = index.computeIfAbsent(pair, key -> new ArrayList<>());
                candidates.addAll(before);
                before.add(i);
            }
            comparisons += candidates.size();
            if (comparisons > MOST_COMPARISONS) {
                return;
            }
            for (int candidate : candidates) {
                double score = LastingIdentity.similarity(characterPairs.get(candidate), characterPairs.get(i));
                if (score >= SIMILAR && agree(questions.get(candidate), questions.get(i))) {
                    link(questions.get(candidate), questions.get(i), score, pairs);
                }
            }
        }
    }

    /** Returns how many of its rarest pairs a wording has to share one of with any that is similar enough. */
    private static int prefixLength(int size) {
        int common = (int) Math.ceil(size * SIMILAR / (2 - SIMILAR));
        return Math.min(size, size - common + 1);
    }

    private static boolean agree(Asked one, Asked other) {
        return one.about().equals(other.about()) && latinWords(one).equals(latinWords(other));
    }

    private static Set<String> latinWords(Asked question) {
        Set<String> words = new TreeSet<>();
        boolean chinese = question.text().codePoints().anyMatch(Character::isIdeographic);
        Matcher latin = LATIN.matcher(LastingIdentity.folded(question.text()));
        while (latin.find()) {
            boolean number = latin.group().codePoints().anyMatch(Character::isDigit);
            if (chinese || number) {
                words.add(latin.group().replaceFirst("(?<=[a-z]{2})s$", ""));
            }
        }
        return words;
    }
}
