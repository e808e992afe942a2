package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitu.loader.lexicon.Mention;
import org.zhitu.ontology.Concept;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Relation;
import org.zhitu.ontology.Scheme;

/**
 * Finds what a note states about two concepts: in sentences, by the patterns of {@code relation-patterns.tsv}, and in
 * headings that set two concepts side by side. Precision comes first: a pattern has to match all the words between two names.
 */
final class RelationExtractor {
    /** How far around a name the words of a pattern may lie, in UTF-16 code units. */
    private static final int REACH = 60;

    private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?；;]|\\.(?=\\s)|\\n");
    private static final Pattern JOINS = Pattern.compile("\\s*(?:[、,，&]|和|与|跟|及|以及|,?\\s*and)\\s*");
    private static final Pattern HEADING_VERSUS = Pattern.compile("(?i)\\s*(?:vs\\.?|versus|pk|对比|比较|v\\.s\\.)\\s*");
    private static final Pattern HEADING_PAIR = Pattern.compile("(?i)\\s*(?:&|和|与|and|/)\\s*");
    private static final Pattern DOUBT = Pattern.compile("[?？]\\s*$|吗|是否|不是|并非|能否|\\bnot\\b|n't\\b|\\bwhether\\b");
    private static final Pattern NO_SUBJECT = Pattern.compile(
            "(?i)(?:\\b(?:of|in|for|on|with|from|by|to|than|using|like|as)\\s+(?:the |an? )?|[在从按像]|不同于|例如|比如|如)$");
    private static final List<Rule> RULES = rules();

    private final Reading reading;
    private final Scheme scheme;
    private final Map<String, Extraction.RelationClaim> claims = new LinkedHashMap<>();

    RelationExtractor(Reading reading, Scheme scheme) {
        this.reading = reading;
        this.scheme = scheme;
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
        return List.copyOf(claims.values());
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
            add(passage, mentions.getFirst(), Relation.CONTRASTS_WITH, mentions.getLast(), "heading-pair", 0.8);
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
        Matcher end = SENTENCE_END.matcher(text);
        int start = 0;
        int next = 0;
        while (start < text.length() && next < mentions.size()) {
            boolean found = end.find(Math.max(start, mentions.get(next).end()));
            int stop = found ? end.end() : text.length();
            List<Mention> inside = new ArrayList<>();
            while (next < mentions.size() && mentions.get(next).start() < stop) {
                inside.add(mentions.get(next++));
            }
            if (inside.size() > 1) {
                sentence(passage, start, stop, inside);
            }
            start = stop;
        }
    }

    private void sentence(Passage passage, int start, int stop, List<Mention> mentions) {
        String text = passage.prose().text().replace('\n', ' ');
        boolean doubtful = DOUBT.matcher(text.substring(start, stop)).find();
        List<Group> groups = groups(text, mentions);
        for (Rule rule : RULES) {
            if (rule.direction() == Direction.GROUP) {
                groups.forEach(group -> contrast(passage, text, start, stop, group, rule));
            } else if (!doubtful) {
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
        if (group.mentions().size() == 2 && around(text, start, stop, group.start(), group.end(), rule)) {
            add(
                    passage,
                    group.mentions().getFirst(),
                    rule.relation(),
                    group.mentions().getLast(),
                    rule.method(),
                    rule.confidence());
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
                                .find());
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

    private static boolean around(String text, int start, int stop, int from, int to, Rule rule) {
        String before = rule.read(text.substring(Math.max(start, from - REACH), from));
        String after = rule.read(text.substring(to, Math.max(to, Math.min(stop, to + REACH)))); // a name may end beyond
        return (rule.before().pattern().equals("-")
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
        boolean backwards = relation.isSymmetric() && from.slug().compareTo(to.slug()) > 0;
        String key = backwards
                ? to.slug() + " " + relation.key() + " " + from.slug()
                : from.slug() + " " + relation.key() + " " + to.slug();
        if (from.slug().equals(to.slug()) || claims.containsKey(key)) {
            return;
        }
        int start = Math.min(from.start(), to.start());
        int end = Math.max(from.end(), to.end());
        double sure = confidence * Math.min(from.confidence(), to.confidence());
        claims.put(
                key,
                new Extraction.RelationClaim(
                        from.slug(),
                        relation,
                        to.slug(),
                        new Evidence(
                                passage.prose().span(start, end),
                                method,
                                sure,
                                Quote.around(passage.prose().text(), start, end))));
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
                    row[5].equals("-") ? Pattern.compile("-") : Pattern.compile("(?:" + row[5] + ")$"),
                    Pattern.compile(row[6]),
                    Pattern.compile(row[7])));
        }
        return List.copyOf(rules);
    }
}
