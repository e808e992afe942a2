package org.zhitu.loader.extract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Slug;

/**
 * Gives questions their identity: the one the note writes, else the one a question with the same text had before, else that
 * of the most similar earlier question that nobody else claims, else a new one from the note's path and the text.
 */
final class QuestionIdentity {
    /** Least share of letter pairs that two wordings of one question have in common (Dice coefficient). */
    private static final double SIMILAR = 0.6;

    /** Most comparisons in one note; beyond them, reworded questions get a new identity. */
    private static final int MOST_COMPARISONS = 250_000;

    private final String path;
    private final List<PreviousQuestion> previous;

    QuestionIdentity(String path, List<PreviousQuestion> previous) {
        this.path = path;
        this.previous = previous;
    }

    /**
     * A question's identity.
     *
     * @param reworded the wording it had before, where that was found by similarity
     */
    record Identity(String id, Optional<String> reworded) {}

    /** Returns the text by which two questions of a note are the same. */
    static String key(String bareText) {
        StringBuilder key = new StringBuilder();
        folded(bareText).codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Returns a text without the differences of width and case. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Returns the identities of a note's questions, in their order; all different. */
    List<Identity> assign(List<String> bareTexts, List<Optional<String>> explicitIds) {
        Map<Integer, Identity> byPlace = new HashMap<>();
        Set<String> used = new HashSet<>();
        Map<String, List<String>> known = new HashMap<>();
        previous.forEach(question -> known.computeIfAbsent(key(question.bareText()), key -> new ArrayList<>())
                .add(question.id()));
        for (int i = 0; i < bareTexts.size(); i++) {
            Optional<String> explicit = explicitIds.get(i).map(Slug::of).filter(id -> !id.isEmpty());
            Optional<String> id = explicit;
            if (id.isEmpty()) {
                id = known.getOrDefault(key(bareTexts.get(i)), List.of()).stream()
                        .filter(candidate -> !used.contains(candidate))
                        .findFirst();
            }
            if (id.isPresent() && used.add(id.get())) {
                byPlace.put(i, new Identity(id.get(), Optional.empty()));
            }
        }
        assignSimilar(bareTexts, byPlace, used);
        List<Identity> identities = new ArrayList<>();
        for (int i = 0; i < bareTexts.size(); i++) {
            Identity found = byPlace.get(i);
            identities.add(found != null ? found : new Identity(fresh(bareTexts.get(i), used), Optional.empty()));
        }
        return identities;
    }

    private void assignSimilar(List<String> bareTexts, Map<Integer, Identity> byPlace, Set<String> used) {
        List<PreviousQuestion> free = previous.stream()
                .filter(question -> !used.contains(question.id()))
                .toList();
        int open = bareTexts.size() - byPlace.size();
        if (free.isEmpty() || open == 0 || (long) free.size() * open > MOST_COMPARISONS) {
            return;
        }
        List<Set<String>> pairsOfFree =
                free.stream().map(question -> pairs(key(question.bareText()))).toList();
        record Match(int place, PreviousQuestion question, double similarity) {}
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < bareTexts.size(); i++) {
            if (byPlace.containsKey(i)) {
                continue;
            }
            Set<String> pairs = pairs(key(bareTexts.get(i)));
            for (int k = 0; k < free.size(); k++) {
                double similarity = similarity(pairs, pairsOfFree.get(k));
                if (similarity >= SIMILAR) {
                    matches.add(new Match(i, free.get(k), similarity));
                }
            }
        }
        matches.sort(Comparator.comparingDouble((Match match) -> -match.similarity())
                .thenComparingInt(Match::place)
                .thenComparing(match -> match.question().id()));
        for (Match match : matches) {
            int place = match.place();
            if (!byPlace.containsKey(place) && used.add(match.question().id())) {
                byPlace.put(
                        place,
                        new Identity(
                                match.question().id(),
                                Optional.of(match.question().bareText())));
            }
        }
    }

    private String fresh(String bareText, Set<String> used) {
        String base = path + "\n" + key(bareText);
        String id = Iris.hash(base);
        for (int n = 2; !used.add(id); n++) {
            id = Iris.hash(base + "\n" + n);
        }
        return id;
    }

    /** Returns the pairs of characters that stand side by side. */
    static Set<String> pairs(String key) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < key.length(); i++) {
            pairs.add(key.substring(i, i + 2));
        }
        return pairs;
    }

    /** Returns the share of what two sets have in common (Dice coefficient). */
    static double similarity(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long common = one.stream().filter(other::contains).count();
        return 2.0 * common / (one.size() + other.size());
    }
}
