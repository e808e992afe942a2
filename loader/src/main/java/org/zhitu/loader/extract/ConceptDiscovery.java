package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** How often a name in a technical spelling has to stand in a note that makes no more of it. */
    private static final int LEAST_REPEATED = 2;

    private static final Pattern SPELLED = Pattern.compile("(?<![\\w.@/#$\\\\-])(?:"
            + "[A-Z][a-z0-9]+(?:[A-Z]+[a-z0-9]*)+"
            + "|[A-Z]{2,}[a-z]+[A-Z]*[A-Za-z]*"
            + "|[a-z]{1,8}[A-Z]{2,}[A-Za-z]*"
            + "|[A-Z]{3,7}(?:-[A-Z][A-Za-z0-9]{1,9})?"
            + ")(?![\\w/(@$\\\\]|\\.\\w|-\\w)");
    private static final Pattern ASKED = Pattern.compile("(?:什么是|什么叫|何为|何谓|啥是)\\s*(.{2,24}?)\\s*[?？。]?"
            + "|(.{2,24}?)\\s*(?:是什么|是啥|是什么意思|指什么|指的是什么|怎么办|有什么用|有什么作用|是干什么的|是做什么的"
            + "|是?(?:怎么|怎样|如何)(?:计?算|做|实现|训练|调|选)的?)\\s*[?？。]?"
            + "|[Ww]hat(?:'s|’s| is| are)(?: an?| the)? (.{3,40}?)\\s*\\??"
            + "|(?:请|简单|简要|详细)*(?:介绍|讲|解释|说明|描述)一?下?\\s*(.{2,24}?)\\s*[?？。]?");
    private static final Pattern LIST_HEADING = Pattern.compile("[^：:]{1,30}[：:](?!//)");
    private static final Pattern STOPS = Pattern.compile("[。.，,…]+\\s*$");
    private static final Pattern PARTS = Pattern.compile("\\s*(?:[、，,/;；]|\\s\\+\\s)\\s*+");
    private static final String PARTING = "、，,/;；+";

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
        fromQuestions();
        fromEnumerations();
        fromSpelling();
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
            for (Brackets.Names names : Brackets.in(passage.prose().text())) {
                add(names.english(), names.chinese(), names.abbreviation());
            }
        }
    }

    /** What a note asks to be told, as in 什么是词干提取. */
    private void fromQuestions() {
        for (Passage passage : reading.passages()) {
            String text = passage.prose().text();
            for (AskingPart part : reading.questions(passage)) {
                boolean named = passage.mentions().stream()
                        .anyMatch(mention -> mention.start() >= part.bare() && mention.end() <= part.end());
                Matcher asked =
                        ASKED.matcher(text.substring(part.bare(), part.end()).strip());
                if (!named && asked.matches()) {
                    subject(asked);
                }
            }
        }
    }

    private void subject(Matcher asked) {
        String name = Stream.of(1, 2, 3, 4)
                .map(asked::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .strip();
        boolean amongChinese = asked.group().codePoints().anyMatch(Character::isIdeographic);
        if (Terms.isChineseTerm(name)
                || (amongChinese ? Terms.isLatinTerm(name) : Terms.isTechnical(name) || Terms.endsInHeadNoun(name))) {
            add(name);
        }
    }

    /** Names parted by commas on a line of their own, next to known ones. */
    private void fromEnumerations() {
        for (Passage passage : reading.passages()) {
            for (Prose.Range line : passage.prose().lines()) {
                String text = passage.prose().text().substring(line.start(), line.end());
                if (!mayBeParted(text)) {
                    continue;
                }
                Matcher heading = LIST_HEADING.matcher(text);
                int start = heading.lookingAt() ? heading.end() : 0;
                boolean headed = passage.mentions().stream()
                        .anyMatch(mention -> mention.start() >= line.start() && mention.end() <= line.start() + start);
                enumeration(STOPS.matcher(text.substring(start)).replaceFirst(""), headed);
            }
        }
    }

    private static boolean mayBeParted(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (PARTING.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param headed whether a known concept stands before the colon that announces the names
     */
    private void enumeration(String text, boolean headed) {
        // Most lines are sentences, whose first part already is no name: the others need not be parted.
        boolean names = PARTS.splitAsStream(text.strip())
                .map(String::strip)
                .allMatch(part -> Terms.isTerm(part) || isKnown(part));
        List<String> parts =
                names ? PARTS.splitAsStream(text.strip()).map(String::strip).toList() : List.of();
        if (parts.size() < 2) {
            return;
        }
        long known = parts.stream().filter(this::isKnown).count();
        for (String part : parts) {
            boolean likely = ((known > 0 || headed) && SPELLED.matcher(part).matches())
                    || (parts.size() >= 3 && known * 2 >= parts.size());
            if (likely && !isKnown(part)) {
                add(part);
            }
        }
    }

    private boolean isKnown(String name) {
        return lexicon.resolve(name).isPresent();
    }

    /** Names in a spelling that only technical names have, made much of or repeated. */
    private void fromSpelling() {
        Map<String, Integer> passages = new LinkedHashMap<>();
        for (Passage passage : reading.passages()) {
            Set<String> inPassage = new LinkedHashSet<>();
            String text = passage.prose().text();
            Matcher spelled = SPELLED.matcher(hasTwoCapitals(text) ? text : "");
            while (spelled.find()) {
                int start = spelled.start();
                int end = spelled.end();
                boolean taken = passage.prose().isCode(start)
                        || passage.mentions().stream()
                                .anyMatch(mention -> mention.start() < end && mention.end() > start);
                if (!taken && Terms.isTechnical(spelled.group())) {
                    inPassage.add(spelled.group());
                }
            }
            boolean asks = !inPassage.isEmpty() && reading.asks(passage);
            boolean heads = passage.role().isHeading() || passage.role() == Passage.Role.TERM || asks;
            inPassage.forEach(name -> passages.merge(name, heads ? LEAST_REPEATED : 1, Integer::sum));
        }
        passages.forEach((name, count) -> {
            if (count >= LEAST_REPEATED) {
                add(name);
            }
        });
    }

    /** Says whether a run of ASCII letters and digits has two capitals, as every technical spelling does. */
    private static boolean hasTwoCapitals(String text) {
        int capitals = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            if (capital && ++capitals == 2) {
                return true;
            }
            boolean goesOn = capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            capitals = goesOn ? capitals : 0;
        }
        return false;
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
                boolean term = Terms.isTechnical(bare) || Terms.isChineseTerm(bare) || Terms.endsInHeadNoun(bare);
                if (term && !reading.asks(passage)) {
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
        for (int i = 0; i < reading.passages().size(); i++) {
            if (!reading.passages().get(i).role().isHeading()) {
                for (Mention mention : names.find(reading.normalized(i), Surroundings.NONE)) {
                    occurrences.merge(Lexicon.key(mention.surface()), 1, Integer::sum);
                }
            }
        }
        for (String candidate : candidates) {
            int least = leastTakenUp(candidate);
            if (occurrences.getOrDefault(Lexicon.key(candidate), 0) >= least) {
                add(candidate);
            }
        }
    }

    /** Returns how often the text has to take up a heading for it to be a name. */
    private static int leastTakenUp(String heading) {
        boolean named = Terms.endsInHeadNoun(heading);
        boolean longName = named && heading.split(" ", -1).length >= 3;
        return longName ? 0 : named || Terms.isTechnical(heading) ? 1 : 2;
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
            add(Optional.of(name), Optional.empty(), Optional.empty());
        }
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
        Map<Language, String> labels = new EnumMap<>(Language.class);
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

    /** Adds where the new concepts are named; a name that holds a shorter one counts instead of it. */
    private void addMentions(Lexicon discovered) {
        for (int i = 0; i < reading.passages().size(); i++) {
            Passage passage = reading.passages().get(i);
            List<Mention> added = discovered.find(reading.normalized(i), Surroundings.NONE);
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
