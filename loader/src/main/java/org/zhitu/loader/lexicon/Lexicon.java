package org.zhitu.loader.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhitu.ontology.AmbiguousForm;
import org.zhitu.ontology.Concept;
import org.zhitu.ontology.Scheme;

/**
 * The names of concepts, ready to be found in text. Case, hyphens, blanks within English names and English plurals make no
 * difference. English names match whole words only, Chinese ones anywhere; of names that overlap, the longest counts; a name
 * of one character counts only by itself. What
 * an ambiguous form means is decided by its cue words nearby; a form that has readings but no default counts only where a
 * cue stands in the same passage or in a heading above it, where two stand in the passages next to it, or where it is all
 * that a passage says. An ambiguous form within a longer one that counts for nothing counts for nothing too. Immutable.
 */
public final class Lexicon {
    /** The weight of a cue in the same passage, in a heading above it, in a passage next to it, anywhere in the note. */
    private static final int NEAR = 8;

    private static final int ABOVE = 4;
    private static final int BESIDE = 2;
    private static final int ANYWHERE = 1;

    /** Shortest English name without a blank that is also found when blanks part it, as {@code over fitting}. */
    private static final int SHORTEST_PARTED = 6;

    /** Shortest part of such a name. */
    private static final int SHORTEST_PART = 3;

    /** Shortest English name with a blank that is also found when written in one, as {@code ngram}. */
    private static final int SHORTEST_JOINED = 4;

    private final Map<String, Form> forms;
    private final Set<String> slugs;
    private final NameTrie<Entry> trie;

    private Lexicon(Map<String, Form> forms, Set<String> slugs) {
        this.forms = forms;
        this.slugs = slugs;
        Map<String, Entry> entries = new TreeMap<>();
        forms.forEach((key, form) -> entries.put(key, new Entry(Optional.of(form), Optional.empty())));
        for (Form form : forms.values()) {
            for (Form.Reading reading : form.readings()) {
                for (String cue : reading.cues()) {
                    entries.put(cue, new Entry(Optional.ofNullable(forms.get(cue)), Optional.of(cue)));
                }
            }
        }
        entries.remove("");
        this.trie = NameTrie.of(entries);
    }

    /** What stands under a key: a name, a cue word, or both. */
    private record Entry(Optional<Form> form, Optional<String> cue) {}

    /** What one look at a text found: what it may name, and the cue words that it holds. */
    public static final class Scan {
        private final NormalizedText text;
        private final List<Candidate> candidates = new ArrayList<>();
        private final Set<String> cues = new TreeSet<>();

        private Scan(NormalizedText text) {
            this.text = text;
        }

        /** Returns the cue words, for the {@link Surroundings} of others. */
        public Set<String> cues() {
            return Collections.unmodifiableSet(cues);
        }
    }

    /** Returns the lexicon of a scheme. */
    public static Lexicon of(Scheme scheme) {
        return of(scheme.concepts(), scheme.ambiguousForms());
    }

    /** Returns the lexicon of concepts and of forms that mean several of them. */
    public static Lexicon of(Collection<Concept> concepts, Collection<AmbiguousForm> ambiguousForms) {
        FormTable table = new FormTable();
        Set<String> slugs = new TreeSet<>();
        for (Concept concept : concepts) {
            table.add(concept);
            slugs.add(concept.slug());
        }
        ambiguousForms.forEach(table::add);
        return new Lexicon(table.toMap(), slugs);
    }

    /** Returns the form under which two spellings of a name are equal. */
    public static String key(String name) {
        return NormalizedText.key(name);
    }

    /** Returns the slug of the concept that a slug, label or alias names; of an ambiguous form, its usual reading. */
    public Optional<String> resolve(String name) {
        if (slugs.contains(name.strip())) {
            return Optional.of(name.strip());
        }
        String key = key(name);
        return Optional.ofNullable(forms.get(key))
                .or(() -> Optional.ofNullable(key.endsWith("s") ? forms.get(key.substring(0, key.length() - 1)) : null))
                .map(form -> form.readings().stream()
                        .filter(Form.Reading::isDefault)
                        .findFirst()
                        .orElse(form.readings().getFirst())
                        .slug());
    }

    /** Returns what a text may name, and its cue words: {@link #read} decides once its surroundings are known. */
    public Scan scan(NormalizedText text) {
        Scan scan = new Scan(text);
        trie.find(text, (begin, end, entry) -> {
            entry.form().ifPresent(form -> scan.candidates.add(new Candidate(begin, end, form)));
            if (entry.cue().isPresent()) {
                boolean ends =
                        !NormalizedText.isWordCharacter(text.at(end - 1)) || isEnd(text, end) || isPlural(text, end);
                if (ends) {
                    scan.cues.add(entry.cue().get());
                }
            }
        });
        return scan;
    }

    /** Returns the concepts that a text names, in order, without overlaps. */
    public List<Mention> find(String text, Surroundings surroundings) {
        return trie.isEmpty() || text.isBlank() ? List.of() : find(NormalizedText.of(text), surroundings);
    }

    /** Returns the concepts that a text names, in order, without overlaps. */
    public List<Mention> find(NormalizedText normalized, Surroundings surroundings) {
        return trie.isEmpty() ? List.of() : read(scan(normalized), surroundings);
    }

    /** Returns the concepts that a scanned text names, in order, without overlaps. */
    public List<Mention> read(Scan scan, Surroundings surroundings) {
        if (scan.candidates.isEmpty()) {
            return List.of();
        }
        NormalizedText normalized = scan.text;
        List<Candidate> candidates = scan.candidates;
        Set<String> near = scan.cues;
        List<Mention> mentions = new ArrayList<>();
        TreeMap<Integer, Integer> undecided =
                new TreeMap<>(); // from a start, the farthest end of what starts up to there
        int farthest = 0;
        for (Candidate candidate : candidates) {
            Optional<Integer> end = endOfName(normalized, candidate);
            if (end.isPresent()) {
                Optional<Mention> mention =
                        mention(normalized.original(), normalized, candidate, end.get(), near, surroundings);
                if (mention.isPresent()) {
                    mentions.add(mention.get());
                } else {
                    farthest = Math.max(farthest, normalized.end(end.get() - 1));
                    undecided.put(normalized.start(candidate.begin()), farthest);
                }
            }
        }
        mentions.removeIf(mention -> isPartOfUndecided(mention, undecided));
        return withoutModifiers(longestFirst(mentions));
    }

    /** Says whether an ambiguous name is part of a longer one that means nothing here, as {@code test} in {@code test time}. */
    private static boolean isPartOfUndecided(Mention mention, NavigableMap<Integer, Integer> undecided) {
        boolean ambiguous = mention.basis() == Mention.Basis.CONTEXT || mention.basis() == Mention.Basis.USUAL_READING;
        Map.Entry<Integer, Integer> before = ambiguous ? undecided.floorEntry(mention.start()) : null;
        return before != null && before.getValue() >= mention.end();
    }

    /**
     * Drops Chinese names that have no usual reading where they qualify the name right after them, as 权重 in 权重矩阵.
     */
    private List<Mention> withoutModifiers(List<Mention> mentions) {
        List<Mention> kept = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            boolean qualifies = mention.basis() == Mention.Basis.CONTEXT
                    && i + 1 < mentions.size()
                    && mentions.get(i + 1).start() == mention.end()
                    && NormalizedText.isIdeographic(
                            mention.surface().charAt(mention.surface().length() - 1))
                    && !hasUsualReading(mention.surface());
            if (!qualifies) {
                kept.add(mention);
            }
        }
        return kept;
    }

    private boolean hasUsualReading(String surface) {
        Form form = forms.get(NormalizedText.key(surface));
        return form != null && form.readings().stream().anyMatch(Form.Reading::isDefault);
    }

    private record Candidate(int begin, int end, Form form) {}

    /** Returns where the name ends in the normalised text, an English plural included; empty where it is no name. */
    private static Optional<Integer> endOfName(NormalizedText text, Candidate candidate) {
        int begin = candidate.begin();
        int end = candidate.end();
        if (NormalizedText.isWordCharacter(text.at(end - 1)) && !isEnd(text, end)) {
            if (!isPlural(text, end)) {
                return Optional.empty();
            }
            end += text.at(end) == 's' ? 1 : 2;
        }
        boolean single = end - begin == 1 && candidate.form().isPlain() && text.length() > 1;
        return !single && partsAgree(text, candidate) && isSpelledAsAbbreviation(text, candidate)
                ? Optional.of(end)
                : Optional.empty();
    }

    private static boolean isEnd(NormalizedText text, int end) {
        if (!text.isBoundary(end)) {
            return false;
        }
        boolean decimal = end + 1 < text.length()
                && Character.isDigit(text.at(end - 1))
                && text.at(end) == '.'
                && Character.isDigit(text.at(end + 1));
        return !decimal;
    }

    private static boolean isPlural(NormalizedText text, int end) {
        if (end >= text.length() || text.gapBefore(end) != NormalizedText.Gap.NONE) {
            return false;
        }
        if (!Character.isLetter(text.at(end - 1)) && !Character.isDigit(text.at(end - 1))) {
            return false;
        }
        if (text.at(end) == 's') {
            return text.isBoundary(end + 1);
        }
        return end + 1 < text.length()
                && text.at(end) == 'e'
                && text.at(end + 1) == 's'
                && "sxzh".indexOf(text.at(end - 1)) >= 0
                && text.isBoundary(end + 2);
    }

    /** Says whether the blanks within a match can be those of the name. */
    private static boolean partsAgree(NormalizedText text, Candidate candidate) {
        int blanks = 0;
        int part = 1;
        int shortest = Integer.MAX_VALUE;
        boolean hyphens = false;
        for (int i = candidate.begin() + 1; i < candidate.end(); i++) {
            boolean words =
                    NormalizedText.isWordCharacter(text.at(i)) && NormalizedText.isWordCharacter(text.at(i - 1));
            if (words && text.gapBefore(i) == NormalizedText.Gap.BLANK) {
                blanks++;
                shortest = Math.min(shortest, part);
                part = 0;
            }
            hyphens |= text.gapBefore(i) == NormalizedText.Gap.HYPHEN;
            part++;
        }
        shortest = Math.min(shortest, part);
        int length = candidate.end() - candidate.begin();
        if (blanks >= candidate.form().words() && blanks > 0) {
            return length >= SHORTEST_PARTED && shortest >= SHORTEST_PART;
        }
        boolean joined = blanks == 0 && !hyphens && candidate.form().words() > 1;
        return !joined || length >= SHORTEST_JOINED || !NormalizedText.isWordCharacter(text.at(candidate.begin()));
    }

    /**
     * Says whether a match of a short abbreviation is one: two letters in lower case ({@code re}), or three that a vowel
     * makes pronounceable ({@code map}), are more likely a word where English words stand on either side.
     */
    private static boolean isSpelledAsAbbreviation(NormalizedText text, Candidate candidate) {
        int length = candidate.end() - candidate.begin();
        if (!candidate.form().abbreviation() || length > 3 || !text.isLowerCase(candidate.begin(), candidate.end())) {
            return true;
        }
        boolean pronounceable = false;
        for (int i = candidate.begin(); i < candidate.end(); i++) {
            pronounceable |= "aeiou".indexOf(text.at(i)) >= 0;
        }
        return (length == 3 && !pronounceable) || !text.isAmongWords(candidate.begin(), candidate.end());
    }

    private static Optional<Mention> mention(
            String text,
            NormalizedText normalized,
            Candidate candidate,
            int end,
            Set<String> near,
            Surroundings surroundings) {
        int from = normalized.start(candidate.begin());
        int to = normalized.end(end - 1);
        String surface = text.substring(from, to);
        Form form = candidate.form();
        if (form.isPlain()) {
            Form.Reading reading = form.readings().getFirst();
            boolean exact = reading.basis() == Mention.Basis.PREFERRED_LABEL;
            double confidence = exact ? 0.95 : reading.basis() == Mention.Basis.HIDDEN_LABEL ? 0.8 : 0.9;
            return Optional.of(new Mention(reading.slug(), from, to, surface, reading.basis(), confidence, List.of()));
        }
        int best = 0;
        Optional<Form.Reading> chosen = Optional.empty();
        List<String> rivals = new ArrayList<>();
        for (Form.Reading reading : form.readings()) {
            int score = score(reading, near, surroundings);
            boolean better = score > best || (score == best && score > 0 && reading.isDefault());
            if (better) {
                if (score == best) {
                    chosen.ifPresent(other -> rivals.add(other.slug()));
                } else {
                    rivals.clear();
                }
                chosen = Optional.of(reading);
                best = score;
            } else if (score == best && score > 0) {
                rivals.add(reading.slug());
            }
        }
        Optional<Form.Reading> usual =
                form.readings().stream().filter(Form.Reading::isDefault).findFirst();
        boolean decided = chosen.isPresent() && (usual.isPresent() || isBorneOut(chosen.get(), near, surroundings));
        boolean alone = text.strip().length() == surface.length();
        if (!decided && usual.isEmpty() && alone) {
            Form.Reading first = chosen.orElse(form.readings().getFirst());
            return Optional.of(new Mention(
                    first.slug(),
                    from,
                    to,
                    surface,
                    Mention.Basis.USUAL_READING,
                    form.readings().size() == 1 ? 0.8 : 0.5,
                    form.readings().stream()
                            .map(Form.Reading::slug)
                            .filter(slug -> !slug.equals(first.slug()))
                            .toList()));
        }
        if (!decided) {
            return usual.map(reading -> new Mention(
                    reading.slug(),
                    from,
                    to,
                    surface,
                    Mention.Basis.USUAL_READING,
                    0.7,
                    form.readings().stream()
                            .filter(other -> other.isDefault() && !other.equals(reading))
                            .map(Form.Reading::slug)
                            .toList()));
        }
        return chosen.map(reading -> new Mention(
                reading.slug(), from, to, surface, Mention.Basis.CONTEXT, rivals.isEmpty() ? 0.8 : 0.5, rivals));
    }

    /** Says whether what stands close speaks for a reading; words from all over a long note alone do not. */
    private static boolean isBorneOut(Form.Reading reading, Set<String> near, Surroundings surroundings) {
        int beside = 0;
        for (String cue : reading.cues()) {
            if (near.contains(cue) || surroundings.headings().contains(cue)) {
                return true;
            }
            beside += surroundings.neighbours().contains(cue) ? BESIDE : 0;
        }
        return beside >= ABOVE;
    }

    private static int score(Form.Reading reading, Set<String> near, Surroundings surroundings) {
        int score = 0;
        for (String cue : reading.cues()) {
            if (near.contains(cue)) {
                score += NEAR;
            } else if (surroundings.headings().contains(cue)) {
                score += ABOVE;
            } else if (surroundings.neighbours().contains(cue)) {
                score += BESIDE;
            } else if (surroundings.note().contains(cue)) {
                score += ANYWHERE;
            }
        }
        return score;
    }

    private static List<Mention> longestFirst(List<Mention> found) {
        List<Mention> byLength = new ArrayList<>(found);
        byLength.sort(Comparator.<Mention>comparingInt(mention -> mention.start() - mention.end())
                .thenComparingInt(Mention::start)
                .thenComparing(Mention::slug));
        TreeMap<Integer, Mention> kept = new TreeMap<>();
        for (Mention mention : byLength) {
            Map.Entry<Integer, Mention> before = kept.floorEntry(mention.end() - 1);
            if (before == null || !before.getValue().overlaps(mention)) {
                kept.put(mention.start(), mention);
            }
        }
        return List.copyOf(kept.values());
    }
}
