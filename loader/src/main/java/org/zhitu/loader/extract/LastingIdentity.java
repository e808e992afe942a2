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

/**
 * Gives the questions or sections of a note their identity: the one the note writes, else the one that the same text had
 * before, else that of the most similar earlier text that nobody else claims, else that of the earlier text at the same
 * place if the two have something in common, else a new one.
 */
final class LastingIdentity {
    /** Least share of letter pairs that two wordings have in common (Dice coefficient). */
    private static final double SIMILAR = 0.6;

    /** Least share that they have in common where they stand between the same neighbours. */
    private static final double SIMILAR_AT_PLACE = 0.3;

    /** Most comparisons in one note; beyond them, what is reworded gets a new identity. */
    private static final int MOST_COMPARISONS = 250_000;

    private final List<Former> former;
    private final Fresh fresh;

    /**
     * @param former what stood in the note before, in its order
     * @param fresh  makes new identities
     */
    LastingIdentity(List<Former> former, Fresh fresh) {
        this.former = List.copyOf(former);
        this.fresh = fresh;
    }

    /** What stood in the note before. */
    record Former(String id, String text) {}

    /** Makes an identity for a text; the number is raised until nobody else has it, starting with 1. */
    interface Fresh {
        String id(String text, int number);
    }

    /**
     * An identity.
     *
     * @param reworded the wording it had before, where that was found by similarity or place
     */
    record Identity(String id, Optional<String> reworded) {}

    /** Returns the text by which two wordings are the same. */
    static String key(String bareText) {
        StringBuilder key = new StringBuilder();
        folded(bareText).codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Returns a text without the differences of width and case. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Returns the identities of texts, in their order; all different. */
    List<Identity> assign(List<String> texts, List<Optional<String>> explicitIds) {
        Map<Integer, Identity> byPlace = new HashMap<>();
        Set<String> used = new HashSet<>();
        Map<String, List<String>> known = new HashMap<>();
        former.forEach(each -> known.computeIfAbsent(key(each.text()), key -> new ArrayList<>())
                .add(each.id()));
        for (int i = 0; i < texts.size(); i++) {
            Optional<String> explicit = explicitIds.get(i);
            if (explicit.isPresent() && used.add(explicit.get())) {
                byPlace.put(i, new Identity(explicit.get(), Optional.empty()));
            }
        }
        for (int i = 0; i < texts.size(); i++) {
            Optional<String> id = byPlace.containsKey(i)
                    ? Optional.empty()
                    : known.getOrDefault(key(texts.get(i)), List.of()).stream()
                            .filter(candidate -> !used.contains(candidate))
                            .findFirst();
            if (id.isPresent() && used.add(id.get())) {
                byPlace.put(i, new Identity(id.get(), Optional.empty()));
            }
        }
        assignSimilar(texts, byPlace, used);
        assignByNeighbours(texts, byPlace, used);
        List<Identity> identities = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Identity found = byPlace.get(i);
            identities.add(found != null ? found : new Identity(fresh(texts.get(i), used), Optional.empty()));
        }
        return identities;
    }

    private void assignSimilar(List<String> texts, Map<Integer, Identity> byPlace, Set<String> used) {
        List<Former> free =
                former.stream().filter(each -> !used.contains(each.id())).toList();
        int open = texts.size() - byPlace.size();
        if (free.isEmpty() || open == 0 || (long) free.size() * open > MOST_COMPARISONS) {
            return;
        }
        List<Set<String>> pairsOfFree =
                free.stream().map(each -> pairs(key(each.text()))).toList();
        record Match(int place, Former former, double similarity) {}
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (byPlace.containsKey(i)) {
                continue;
            }
            Set<String> pairs = pairs(key(texts.get(i)));
            for (int k = 0; k < free.size(); k++) {
                double similarity = similarity(pairs, pairsOfFree.get(k));
                if (similarity >= SIMILAR) {
                    matches.add(new Match(i, free.get(k), similarity));
                }
            }
        }
        matches.sort(Comparator.comparingDouble((Match match) -> -match.similarity())
                .thenComparingInt(Match::place)
                .thenComparing(match -> match.former().id()));
        for (Match match : matches) {
            if (!byPlace.containsKey(match.place()) && used.add(match.former().id())) {
                byPlace.put(match.place(), reworded(match.former()));
            }
        }
    }

    /** A text between two that stayed has the identity of the only one between them that is gone. */
    private void assignByNeighbours(List<String> texts, Map<Integer, Identity> byPlace, Set<String> used) {
        Map<String, Integer> before = new HashMap<>();
        for (int k = 0; k < former.size(); k++) {
            before.putIfAbsent(former.get(k).id(), k);
        }
        for (int i = 0; i < texts.size(); i++) {
            Identity previous = byPlace.get(i - 1);
            Identity next = byPlace.get(i + 1);
            int from =
                    i == 0 ? -1 : previous == null ? former.size() : before.getOrDefault(previous.id(), former.size());
            int to = i == texts.size() - 1 ? former.size() : next == null ? -1 : before.getOrDefault(next.id(), -1);
            if (byPlace.containsKey(i) || from >= to) {
                continue;
            }
            List<Former> free = former.subList(from + 1, to).stream()
                    .filter(each -> !used.contains(each.id()))
                    .limit(2)
                    .toList();
            if (free.size() != 1) {
                continue;
            }
            Former between = free.getFirst();
            boolean alike = similarity(pairs(key(between.text())), pairs(key(texts.get(i)))) >= SIMILAR_AT_PLACE;
            if (alike && used.add(between.id())) {
                byPlace.put(i, reworded(between));
            }
        }
    }

    private static Identity reworded(Former former) {
        return new Identity(former.id(), Optional.of(former.text()));
    }

    private String fresh(String text, Set<String> used) {
        int number = 1;
        String id = fresh.id(text, number);
        while (!used.add(id)) {
            id = fresh.id(text, ++number);
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
