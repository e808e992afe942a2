package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhitu.loader.lexicon.Mention;
import org.zhitu.ontology.Concept;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Relation;
import org.zhitu.ontology.Scheme;
import org.zhitu.ontology.SchemeLinks;

/**
 * Finds what a note states about two concepts: in sentences, by the patterns of {@code relation-patterns.tsv}, in headings
 * that set two concepts side by side, and in headings that stand one under the other. Precision comes first: a pattern has
 * to match all the words between two names, and a heading under another tells no more than that the two have to do with each
 * other, which is left out where scheme or note say more.
 */
final class RelationExtractor {
    /** How far around a name the words of a pattern may lie, in UTF-16 code units. */
    private static final int REACH = 60;

    private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?；;]|\\.(?=\\s)");
    private static final Pattern JOINS = Pattern.compile("\\s*(?:[、,&]|和|与|跟|及|以及|,?\\s*and)\\s*");
    private static final Pattern HEADING_VERSUS = Pattern.compile("(?i)\\s*(?:vs\\.?|versus|pk|对比|比较|v\\.s\\.)\\s*");
    private static final Pattern HEADING_PAIR = Pattern.compile("(?i)\\s*(?:&|和|与|and|/)\\s*");
    private static final Pattern DENIES = Pattern.compile("(?<!而)不是|并非|\\bnot\\b(?! only)|n't\\b");
    private static final Pattern ASKS = Pattern.compile("[?？]\\s*$|吗|是否|能否|\\bwhether\\b");
    /** What may stand before the subject of a clause. */
    private static final Pattern LEAD_IN = Pattern.compile(
            "(?i)(?:[\\s\\d.、\\-*•\"“'‘《]|因此|所以|由于|因为|其实|而且|而|但是|但|然而|此外|另外|同时|其中|简而言之|事实上|实际上|本质上"
                    + "|这里的?|如上所述|可以说|著名的|经典的|目前|当前|如今|现在|后来|最早的?|最初的?|我们知道|那么|显然|通常|一般来说|总之|即|也就是说|虽然|尽管|标准的?|原始的?|普通的?"
                    + "|\\b(?:the|an?|this|that|these|those|however|thus|therefore|hence|so|and|but|in practice|in fact|note that|recall that|because|since|while|although"
                    + "|though|both|most|modern|such|our|also|here|similarly|specifically|standard|vanilla|classic|original|basic|simple|\\w+ly)\\b)*");

    private static final Pattern CLAUSE_START = Pattern.compile("[，,：:；;(（—)）。.！!？?]\\s*");

    /** Most names of an enumeration that are set against one another pair by pair. */
    private static final int MOST_COMPARED = 4;

    /** How sure it is that what stands under a heading has to do with it. */
    private static final double NESTING_CONFIDENCE = 0.4;

    /** Least confidence in what a heading names for its place to tell anything. */
    private static final double SURELY_NAMED = 0.85;

    private static final Set<String> GENERAL = Table.read("general-concepts.txt", 1).stream()
            .map(row -> row[0])
            .collect(Collectors.toCollection(TreeSet::new));
    private static final Pattern NO_SUBJECT = Pattern.compile(
            "(?i)(?:\\b(?:of|in|for|on|with|from|by|to|than|using|like|as)\\s+(?:the |an? )?|[在从按像]|不同于|例如|比如|如)$");
    private static final List<Rule> RULES = rules();

    private final Reading reading;
    private final Scheme scheme;
    private final SchemeLinks links;
    private final Map<String, Extraction.RelationClaim> claims = new LinkedHashMap<>();

    RelationExtractor(Reading reading, Scheme scheme, SchemeLinks links) {
        this.reading = reading;
        this.scheme = scheme;
        this.links = links;
    }

    private enum Direction {
        AB,
        BA,
        GROUP
    }

    private record Rule(
            String method,
            Relation relation,
            Direction direction,
            String objectKind,
            double confidence,
            Pattern before,
            Pattern between,
            Pattern after) {
        /** Returns words as the rule reads them: blanks mean nothing in Chinese, though many write them next to Latin names. */
        String read(String words) {
            return method.startsWith("zh-") ? words.replace(" ", "") : words;
        }
    }

    /** Names that stand in one enumeration. */
    private record Group(List<Mention> mentions) {
        int start() {
            return mentions.getFirst().start();
        }

        int end() {
            return mentions.getLast().end();
        }
    }

    /** Returns each statement once, at the place where it stands first, in the order of the text. */
    List<Extraction.RelationClaim> extract() {
        for (Passage passage : reading.passages()) {
            if (passage.mentions().size() < 2) {
                continue;
            }
            if (passage.role().isHeading()) {
                heading(passage);
            }
            sentences(passage);
        }
        for (int i = 0; i < reading.sections().size(); i++) {
            nesting(i);
        }
        return claims.values().stream()
                .sorted(Comparator.comparingInt(claim -> claim.evidence().span().offset()))
                .toList();
    }

    /** Relates what a heading is named after to what the heading above it is named after. */
    private void nesting(int section) {
        int parent = reading.parent(section);
        Optional<Passage> inner = parent < 0 ? Optional.empty() : namedAfterOne(section);
        Optional<Passage> outer = inner.isEmpty() ? Optional.empty() : namedAfterOne(parent);
        if (outer.isEmpty()) {
            return;
        }
        Mention from = inner.get().mentions().getFirst();
        Mention to = outer.get().mentions().getFirst();
        boolean known = scheme.concept(from.slug()).isPresent()
                && scheme.concept(to.slug()).isPresent();
        if (known && !links.relates(from.slug(), to.slug()) && !isSaid(from.slug(), to.slug())) {
            add(
                    new Place(inner.get(), from.start(), from.end()),
                    from,
                    Relation.RELATED,
                    to,
                    "section-nesting",
                    NESTING_CONFIDENCE);
        }
    }

    /** Returns a section's title where it names one concept and asks nothing, and is hardly more than that name. */
    private Optional<Passage> namedAfterOne(int section) {
        return reading.passageOf(reading.sections().get(section))
                .filter(passage -> passage.mentions().size() == 1 && !reading.asks(passage))
                .filter(passage -> passage.mentions().getFirst().confidence() >= SURELY_NAMED)
                .filter(passage -> {
                    Mention mention = passage.mentions().getFirst();
                    String text = passage.prose().text();
                    int beside = letters(text.substring(
                                    Math.min(QuestionPhrase.afterEnumerator(text, 0), mention.start()),
                                    mention.start()))
                            + letters(text.substring(mention.end()));
                    return beside <= letters(mention.surface());
                });
    }

    private static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetter).count();
    }

    /** Says whether the note relates two concepts already, whichever way round. */
    private boolean isSaid(String one, String other) {
        return claims.values().stream()
                .anyMatch(claim -> (claim.from().equals(one) && claim.to().equals(other))
                        || (claim.from().equals(other) && claim.to().equals(one)));
    }

    private void heading(Passage passage) {
        List<Mention> mentions = passage.mentions();
        String text = passage.prose().text();
        int start = QuestionPhrase.afterEnumerator(text, 0);
        if (mentions.size() != 2
                || !text.substring(start, mentions.getFirst().start()).isBlank()
                || !text.substring(mentions.getLast().end()).isBlank()) {
            return;
        }
        String between =
                text.substring(mentions.getFirst().end(), mentions.getLast().start());
        if (HEADING_VERSUS.matcher(between).matches()) {
            add(passage, mentions.getFirst(), Relation.CONTRASTS_WITH, mentions.getLast(), "heading-compares", 0.95);
        } else if (HEADING_PAIR.matcher(between).matches() && areSiblings(mentions.getFirst(), mentions.getLast())) {
            add(passage, mentions.getFirst(), Relation.RELATED, mentions.getLast(), "heading-pair", 0.8);
        }
    }

    private boolean areSiblings(Mention one, Mention other) {
        List<String> broader = scheme.concept(one.slug()).map(Concept::broader).orElse(List.of());
        return scheme.concept(other.slug())
                .map(concept -> concept.broader().stream().anyMatch(broader::contains))
                .orElse(false);
    }

    private void sentences(Passage passage) {
        String text = passage.prose().text();
        List<Mention> mentions = passage.mentions();
        int next = 0;
        for (Prose.Range segment : Segments.of(text)) {
            int start = segment.start();
            while (next < mentions.size() && mentions.get(next).start() < segment.end()) {
                List<Mention> inside = new ArrayList<>();
                int stop = start;
                do {
                    Mention mention = mentions.get(next++);
                    inside.add(mention);
                    if (mention.end() > stop || inside.size() == 1) {
                        stop = endOfSentence(text, mention.end(), segment.end());
                    }
                } while (next < mentions.size() && mentions.get(next).start() < stop);
                if (inside.size() > 1) {
                    sentence(passage, start, stop, inside);
                }
                start = stop;
            }
        }
    }

    private static int endOfSentence(String text, int from, int limit) {
        if (from >= limit) {
            return from;
        }
        Matcher end = SENTENCE_END.matcher(text).region(from, limit);
        return end.find() ? end.end() : limit;
    }

    private void sentence(Passage passage, int start, int stop, List<Mention> mentions) {
        String text = passage.prose().text().replace('\n', ' ');
        boolean denies = DENIES.matcher(text.substring(start, stop)).find();
        boolean asks = ASKS.matcher(text.substring(start, stop)).find();
        List<Group> groups = groups(text, mentions);
        for (Rule rule : RULES) {
            if (rule.direction() == Direction.GROUP) {
                groups.forEach(group -> contrast(passage, text, start, stop, group, rule));
            } else if (!denies && (!asks || rule.relation() == Relation.CONTRASTS_WITH)) {
                for (int i = 0; i + 1 < groups.size(); i++) {
                    relate(passage, text, start, stop, groups.get(i), groups.get(i + 1), rule);
                }
            }
        }
    }

    private static List<Group> groups(String text, List<Mention> mentions) {
        List<Group> groups = new ArrayList<>();
        List<Mention> current = new ArrayList<>();
        for (Mention mention : mentions) {
            boolean joined = !current.isEmpty()
                    && mention.start() - current.getLast().end() <= REACH
                    && JOINS.matcher(text.substring(current.getLast().end(), mention.start()))
                            .matches();
            if (!joined && !current.isEmpty()) {
                groups.add(new Group(List.copyOf(current)));
                current.clear();
            }
            current.add(mention);
        }
        if (!current.isEmpty()) {
            groups.add(new Group(List.copyOf(current)));
        }
        return groups;
    }

    private void contrast(Passage passage, String text, int start, int stop, Group group, Rule rule) {
        List<Mention> mentions = group.mentions();
        if (mentions.size() < 2
                || mentions.size() > MOST_COMPARED
                || !around(text, start, stop, group.start(), group.end(), rule)) {
            return;
        }
        for (int i = 0; i < mentions.size(); i++) {
            for (int k = i + 1; k < mentions.size(); k++) {
                add(passage, mentions.get(i), rule.relation(), mentions.get(k), rule.method(), rule.confidence());
            }
        }
    }

    private void relate(Passage passage, String text, int start, int stop, Group one, Group other, Rule rule) {
        boolean near = other.start() - one.end() <= REACH;
        boolean matches = near
                && rule.between()
                        .matcher(rule.read(text.substring(one.end(), other.start())))
                        .matches()
                && around(text, start, stop, one.start(), other.end(), rule)
                && (!rule.before().pattern().equals("-")
                        || !NO_SUBJECT
                                .matcher(text.substring(Math.max(start, one.start() - REACH), one.start()))
                                .find())
                && (!rule.before().pattern().equals("^") || isSubject(text, start, one.start()));
        if (!matches) {
            return;
        }
        for (Mention a : one.mentions()) {
            for (Mention b : other.mentions()) {
                Mention from = rule.direction() == Direction.BA ? b : a;
                Mention to = rule.direction() == Direction.BA ? a : b;
                if (isOfKind(to, rule.objectKind())) {
                    add(passage, from, rule.relation(), to, rule.method(), rule.confidence());
                }
            }
        }
    }

    /** Says whether a name starts its clause, but for words that may stand before a subject. */
    private static boolean isSubject(String text, int start, int name) {
        String before = text.substring(Math.max(start, name - REACH), name);
        Matcher clause = CLAUSE_START.matcher(before);
        int from = 0;
        while (clause.find()) {
            from = clause.end();
        }
        return LEAD_IN.matcher(before).region(from, before.length()).matches();
    }

    private static boolean around(String text, int start, int stop, int from, int to, Rule rule) {
        String before = rule.read(text.substring(Math.max(start, from - REACH), from));
        String after = rule.read(text.substring(to, Math.max(to, Math.min(stop, to + REACH)))); // a name may end beyond
        return (rule.before().pattern().length() == 1
                        || rule.before().matcher(before).find())
                && (rule.after().pattern().equals("-")
                        || rule.after().matcher(after).lookingAt());
    }

    private boolean isOfKind(Mention mention, String kind) {
        return kind.equals("-")
                || scheme.concept(mention.slug())
                        .map(Concept::kind)
                        .map(ConceptKind::term)
                        .filter(kind::equals)
                        .isPresent();
    }

    private void add(Passage passage, Mention from, Relation relation, Mention to, String method, double confidence) {
        int start = Math.min(from.start(), to.start());
        int end = Math.max(from.end(), to.end());
        add(new Place(passage, start, end), from, relation, to, method, confidence);
    }

    /** Where a statement stands. */
    private record Place(Passage passage, int start, int end) {
        Evidence evidence(String method, double confidence) {
            Prose prose = passage.prose();
            return new Evidence(prose.span(start, end), method, confidence, Quote.around(prose.text(), start, end));
        }
    }

    private void add(Place place, Mention from, Relation relation, Mention to, String method, double confidence) {
        boolean backwards = relation.isSymmetric() && from.slug().compareTo(to.slug()) > 0;
        String key = backwards
                ? to.slug() + " " + relation.key() + " " + from.slug()
                : from.slug() + " " + relation.key() + " " + to.slug();
        boolean known = scheme.concept(from.slug()).isPresent()
                || scheme.concept(to.slug()).isPresent();
        boolean general = GENERAL.contains(from.slug()) || GENERAL.contains(to.slug());
        boolean backward = relation == Relation.PREREQUISITE && isKindOf(to, from);
        if (from.slug().equals(to.slug()) || claims.containsKey(key) || general || !known || backward) {
            return;
        }
        double sure = confidence * Math.min(from.confidence(), to.confidence());
        claims.put(key, new Extraction.RelationClaim(from.slug(), relation, to.slug(), place.evidence(method, sure)));
    }

    private boolean isKindOf(Mention narrower, Mention broader) {
        return scheme.concept(narrower.slug())
                .map(concept -> concept.broader().contains(broader.slug()))
                .orElse(false);
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (String[] row : Table.read("relation-patterns.tsv", 8)) {
            rules.add(new Rule(
                    row[0],
                    Relation.ofKey(row[1]).orElseThrow(() -> new IllegalStateException("no relation: " + row[1])),
                    Direction.valueOf(row[2]),
                    row[3],
                    Double.parseDouble(row[4]),
                    row[5].length() == 1 ? Pattern.compile(row[5]) : Pattern.compile("(?:" + row[5] + ")$"),
                    Pattern.compile(row[6]),
                    Pattern.compile(row[7])));
        }
        return List.copyOf(rules);
    }
}
