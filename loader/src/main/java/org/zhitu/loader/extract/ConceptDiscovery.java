package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitu.loader.lexicon.Lexicon;
import org.zhitu.loader.lexicon.Mention;
import org.zhitu.loader.lexicon.Surroundings;
import org.zhitu.ontology.Concept;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Language;

/**
 * Finds concepts that the scheme does not know, where the note itself says that they are terms: among listed topics, as a
 * heading that the text takes up again, as the term of a definition, with its abbreviation or English name in brackets.
 * Cautious: a note that names fewer than three known concepts is about something else and yields none.
 */
final class ConceptDiscovery {
    private static final int LEAST_KNOWN = 3;

    /** Most words before an abbreviation in brackets that may be its long form. */
    private static final int LONGEST_FORM = 7;

    private static final Pattern ABBREVIATION = Pattern.compile("[(（]([A-Z][A-Za-z0-9-]{1,9})[)）]");
    private static final Pattern CHINESE_WITH_ENGLISH = Pattern.compile(
            "(?<![\\p{IsHan}A-Za-z0-9])(\\p{IsHan}{2,10})\\s?[(（]\\s*([A-Z][A-Za-z0-9-]*(?: [A-Za-z0-9-]+){1,5})(?:[,，、;；]\\s*([A-Z][A-Za-z0-9-]{1,9}))?\\s*[)）]");

    private final Reading reading;
    private final TopicLists topicLists;
    private final Lexicon lexicon;
    private final Map<String, Found> found = new LinkedHashMap<>();

    ConceptDiscovery(Reading reading, TopicLists topicLists, Lexicon lexicon) {
        this.reading = reading;
        this.topicLists = topicLists;
        this.lexicon = lexicon;
    }

    /** A concept found, with its other names. */
    private record Found(String slug, Map<Language, String> labels, List<String> others) {}

    /** Returns the new concepts by slug, and adds to the passages where they are named. */
    Map<String, Concept> discover() {
        Set<String> known = new HashSet<>();
        reading.passages().forEach(passage -> passage.mentions().forEach(mention -> known.add(mention.slug())));
        if (known.size() < LEAST_KNOWN) {
            return Map.of();
        }
        fromBrackets();
        fromTopicLists();
        fromHeadings();
        fromDefinitions();
        Map<String, Concept> concepts = new LinkedHashMap<>();
        for (Found each : found.values()) {
            concepts.put(
                    each.slug(),
                    new Concept(
                            each.slug(),
                            ConceptKind.DISCOVERED,
                            each.labels(),
                            Map.of(Language.EN, each.others()),
                            Map.of(),
                            List.of()));
        }
        if (!concepts.isEmpty()) {
            addMentions(Lexicon.of(concepts.values(), List.of()));
        }
        return concepts;
    }

    private void fromBrackets() {
        for (Passage passage : reading.passages()) {
            String text = passage.prose().text();
            Matcher chinese = CHINESE_WITH_ENGLISH.matcher(text);
            while (chinese.find()) {
                Optional<String> abbreviation = Optional.ofNullable(chinese.group(3));
                boolean fits = Terms.isChineseTerm(chinese.group(1))
                        && Terms.isLatinTerm(chinese.group(2))
                        && abbreviation
                                .map(letters -> abbreviates(letters, chinese.group(2)))
                                .orElse(true);
                if (fits) {
                    add(chinese.group(2), Optional.of(chinese.group(1)), abbreviation);
                }
            }
            Matcher english = ABBREVIATION.matcher(text);
            while (english.find()) {
                longForm(wordsBefore(text, english.start()), english.group(1))
                        .filter(Terms::isLatinTerm)
                        .ifPresent(form -> add(form, Optional.empty(), Optional.of(english.group(1))));
            }
        }
    }

    private void fromTopicLists() {
        for (TopicLists.Entry entry : topicLists.unknown()) {
            String text = reading.passages()
                    .get(entry.passage())
                    .prose()
                    .text()
                    .substring(entry.range().start(), entry.range().end());
            if (Terms.isTerm(text)) {
                add(text);
            }
        }
    }

    private void fromHeadings() {
        Map<String, Integer> occurrences = new HashMap<>();
        List<String> candidates = new ArrayList<>();
        for (Passage passage : reading.passages()) {
            if (passage.role() == Passage.Role.HEADING && passage.mentions().isEmpty()) {
                String text = passage.prose().text().strip();
                String bare =
                        text.substring(QuestionPhrase.afterEnumerator(text, 0)).strip();
                boolean term = Terms.isTechnical(bare) || Terms.isChineseTerm(bare);
                if (term && !QuestionExtractor.asks(passage)) {
                    candidates.add(bare);
                    occurrences.put(Lexicon.key(bare), 0);
                }
            }
        }
        if (candidates.isEmpty()) {
            return;
        }
        Lexicon names = Lexicon.of(
                candidates.stream()
                        .map(name -> concept(Pinyin.slug(name), name))
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(Concept::slug))
                        .toList(),
                List.of());
        for (Passage passage : reading.passages()) {
            if (!passage.role().isHeading()) {
                for (Mention mention : names.find(passage.prose().text(), Surroundings.NONE)) {
                    occurrences.merge(Lexicon.key(mention.surface()), 1, Integer::sum);
                }
            }
        }
        for (String candidate : candidates) {
            int least = Terms.isTechnical(candidate) ? 1 : 2;
            if (occurrences.getOrDefault(Lexicon.key(candidate), 0) >= least) {
                add(candidate);
            }
        }
    }

    private void fromDefinitions() {
        for (Passage passage : reading.passages()) {
            String text = passage.prose().text().strip();
            if (passage.role() == Passage.Role.TERM && passage.mentions().isEmpty() && Terms.isTerm(text)) {
                add(text);
            }
        }
    }

    private void add(String name) {
        boolean chinese = name.codePoints().anyMatch(Character::isIdeographic);
        if (chinese) {
            add(Optional.empty(), Optional.of(name), Optional.empty());
        } else {
            add(name, Optional.empty(), Optional.empty());
        }
    }

    private void add(String english, Optional<String> chinese, Optional<String> abbreviation) {
        add(Optional.of(english), chinese, abbreviation);
    }

    private void add(Optional<String> english, Optional<String> chinese, Optional<String> abbreviation) {
        List<String> names = new ArrayList<>();
        english.ifPresent(names::add);
        chinese.ifPresent(names::add);
        abbreviation.ifPresent(names::add);
        boolean known = names.stream().anyMatch(name -> lexicon.resolve(name).isPresent())
                || english.map(name -> names(name)).orElse(false);
        String slug = Pinyin.slug(names.getFirst());
        if (known || slug.isEmpty() || lexicon.resolve(slug).isPresent()) {
            return;
        }
        Map<Language, String> labels = new java.util.EnumMap<>(Language.class);
        english.ifPresent(name -> labels.put(Language.EN, name));
        chinese.ifPresent(name -> labels.put(Language.ZH, name));
        Found before = found.get(slug);
        if (before == null) {
            found.put(slug, new Found(slug, labels, abbreviation.stream().toList()));
        }
    }

    /** Says whether a long form ends in, or is, the name of a known concept, as {@code our attention mechanism}. */
    private boolean names(String english) {
        int blank = english.indexOf(' ');
        return blank > 0
                && Character.isLowerCase(english.charAt(0))
                && lexicon.resolve(english.substring(blank + 1)).isPresent();
    }

    private static Optional<Concept> concept(String slug, String name) {
        if (slug.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Concept(slug, ConceptKind.DISCOVERED, Map.of(Language.EN, name), Map.of(), Map.of(), List.of()));
    }

    /** Returns the English words right before a bracket, single blanks between them; the last ones of many. */
    private static String wordsBefore(String text, int bracket) {
        int end = bracket > 0 && Character.isWhitespace(text.charAt(bracket - 1)) ? bracket - 1 : bracket;
        int start = end;
        int wordEnd = end;
        for (int words = 0; words < LONGEST_FORM; words++) {
            int word = wordEnd;
            while (word > 0 && isWordPart(text.charAt(word - 1))) {
                word--;
            }
            int letter = word;
            while (letter < wordEnd && !isLatinLetter(text.charAt(letter))) {
                letter++;
            }
            if (letter == wordEnd) {
                break;
            }
            start = letter;
            if (letter > word || word == 0 || text.charAt(word - 1) != ' ') {
                break;
            }
            wordEnd = word - 1;
        }
        return text.substring(start, end);
    }

    private static boolean isWordPart(char c) {
        return isLatinLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private static boolean isLatinLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Returns the fewest last words whose initials are the letters of an abbreviation. */
    private static Optional<String> longForm(String words, String abbreviation) {
        String[] parts = words.split(" ", -1);
        for (int n = 2; n <= parts.length; n++) {
            String form = String.join(" ", List.of(parts).subList(parts.length - n, parts.length));
            if (abbreviates(abbreviation, form)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** Says whether letters abbreviate words: each is the initial of one, in order; words such as "of" may lack one. */
    private static boolean abbreviates(String letters, String words) {
        String wanted = letters.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        if (wanted.endsWith("s") && letters.endsWith("s")) {
            wanted = wanted.substring(0, wanted.length() - 1);
        }
        StringBuilder initials = new StringBuilder();
        for (String word : words.toLowerCase(Locale.ROOT).split("[ -]", -1)) {
            boolean small = word.equals("of") || word.equals("for") || word.equals("and") || word.equals("the");
            if (!word.isEmpty() && !small) {
                initials.append(word.charAt(0));
            }
        }
        return wanted.length() >= 2 && initials.toString().equals(wanted);
    }

    /** Adds where the new concepts are named; a name that holds a shorter one counts instead of it. */
    private void addMentions(Lexicon discovered) {
        for (int i = 0; i < reading.passages().size(); i++) {
            Passage passage = reading.passages().get(i);
            List<Mention> added = discovered.find(passage.prose().text(), Surroundings.NONE);
            if (added.isEmpty()) {
                continue;
            }
            List<Mention> all = new ArrayList<>();
            for (Mention mention : passage.mentions()) {
                if (added.stream().noneMatch(other -> covers(other, mention))) {
                    all.add(mention);
                }
            }
            for (Mention mention : added) {
                if (all.stream().noneMatch(other -> other.start() < mention.end() && mention.start() < other.end())) {
                    all.add(mention);
                }
            }
            all.sort(Comparator.comparingInt(Mention::start));
            reading.setMentions(i, all);
        }
    }

    private static boolean covers(Mention outer, Mention inner) {
        return outer.start() <= inner.start()
                && inner.end() <= outer.end()
                && outer.end() - outer.start() > inner.end() - inner.start();
    }
}
