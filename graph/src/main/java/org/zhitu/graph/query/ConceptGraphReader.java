package org.zhitu.graph.query;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.apache.jena.vocabulary.SKOS;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;
import org.zhitu.ontology.Zt;

/** Reads a {@link ConceptGraph}: one query for each sort of statement, over all concepts at once. */
final class ConceptGraphReader {
    private static final NamedQuery CONCEPTS = NamedQuery.of("graph-concepts");
    private static final NamedQuery LABELS = NamedQuery.of("graph-labels");
    private static final NamedQuery EFFORT = NamedQuery.of("graph-effort");
    private static final NamedQuery YEARS = NamedQuery.of("graph-years");
    private static final NamedQuery EDGES = NamedQuery.of("graph-edges");
    private static final NamedQuery STRENGTHS = NamedQuery.of("graph-strengths");
    private static final NamedQuery COVERED = NamedQuery.of("graph-covered");

    private static final Comparator<Name> BY_ROLE =
            Comparator.comparing(Name::role).thenComparing(Name::language).thenComparing(Name::text);

    private final StoreReader reader;
    private final Iris iris;
    private final Map<String, Integer> numbers = new HashMap<>();

    String[] slugs = {};
    ConceptKind[] kinds = {};
    Name[][] names = {};
    byte[] difficulties = {};
    int[] minutes = {};
    short[] years = {};
    BitSet covered = new BitSet();
    final Map<Relation, Adjacency> outgoing = new EnumMap<>(Relation.class);
    final Map<Relation, Adjacency> incoming = new EnumMap<>(Relation.class);
    BitSet required = new BitSet();
    float[] confidences = {};

    ConceptGraphReader(StoreReader reader, Iris iris) {
        this.reader = reader;
        this.iris = iris;
    }

    ConceptGraph read() {
        readConcepts();
        readNames();
        readEffort();
        readYears();
        readEdges();
        readStrengths();
        COVERED.each(reader, Map.of(), row -> number(row.iri("concept"), covered::set));
        return new ConceptGraph(this);
    }

    private void readConcepts() {
        Map<String, ConceptKind> found = new TreeMap<>();
        CONCEPTS.each(reader, Map.of(), row -> {
            iris.local(Iris.Thing.CONCEPT, row.iri("concept"))
                    .ifPresent(slug -> found.merge(
                            slug,
                            ConceptKind.ofIri(row.iri("kind")).orElse(ConceptKind.DISCOVERED),
                            ConceptGraphReader::moreTelling));
        });
        int size = found.size();
        slugs = found.keySet().toArray(String[]::new);
        kinds = found.values().toArray(ConceptKind[]::new);
        for (int concept = 0; concept < size; concept++) {
            numbers.put(iris.concept(slugs[concept]), concept);
        }
        names = new Name[size][];
        Arrays.fill(names, new Name[0]);
        difficulties = new byte[size];
        minutes = new int[size];
        years = new short[size];
    }

    /** The scheme's kind, where a note that did not know the concept yet has called it discovered. */
    private static ConceptKind moreTelling(ConceptKind one, ConceptKind other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private void readNames() {
        LABELS.each(reader, Map.of(), row -> {
            Name name = new Name(Language.lookup(row.language("label")), role(row.iri("property")), row.text("label"));
            number(row.iri("concept"), concept -> {
                int count = names[concept].length;
                names[concept] = Arrays.copyOf(names[concept], count + 1);
                names[concept][count] = name;
            });
        });
        for (Name[] some : names) {
            Arrays.sort(some, BY_ROLE);
        }
    }

    private static Name.Role role(String property) {
        if (property.equals(SKOS.prefLabel.getURI())) {
            return Name.Role.PREFERRED;
        }
        return property.equals(SKOS.hiddenLabel.getURI()) ? Name.Role.HIDDEN : Name.Role.ALTERNATIVE;
    }

    private void readEffort() {
        EFFORT.each(reader, Map.of(), row -> {
            number(row.iri("concept"), concept -> {
                if (row.has("difficulty")) {
                    difficulties[concept] = (byte) row.number("difficulty");
                } else {
                    minutes[concept] = minutes(row.text("time"));
                }
            });
        });
    }

    private static int minutes(String duration) {
        try {
            return (int) Math.min(Integer.MAX_VALUE, Duration.parse(duration).toMinutes());
        } catch (DateTimeParseException e) {
            return 0;
        }
    }

    private void readYears() {
        YEARS.each(
                reader,
                Map.of(),
                row -> number(row.iri("concept"), concept -> {
                    short year = year(row.text("year"));
                    if (year > 0 && (years[concept] == 0 || year < years[concept])) {
                        years[concept] = year;
                    }
                }));
    }

    /** Returns the year that a date begins with; 0 for what is no date, and for years before the first. */
    private static short year(String date) {
        return date.matches("\\d{4}(\\D.*)?") ? Short.parseShort(date.substring(0, 4)) : 0;
    }

    private void readEdges() {
        Map<Relation, Longs> edges = new EnumMap<>(Relation.class);
        for (Relation relation : Relation.values()) {
            edges.put(relation, new Longs());
        }
        EDGES.each(reader, Map.of(), row -> {
            Integer from = numbers.get(row.iri("from"));
            Integer to = numbers.get(row.text("to"));
            if (from != null && to != null) {
                Relation.ofIri(row.iri("relation")).ifPresent(relation -> {
                    Longs some = edges.getOrDefault(relation, new Longs());
                    some.add((long) from << 32 | to);
                    if (relation.isSymmetric()) {
                        some.add((long) to << 32 | from);
                    }
                });
            }
        });
        edges.forEach((relation, some) -> {
            Adjacency adjacency = Adjacency.of(slugs.length, some.toArray());
            outgoing.put(relation, adjacency);
            incoming.put(
                    relation, relation.isSymmetric() ? Adjacency.of(slugs.length, new long[0]) : adjacency.inverse());
        });
    }

    private void readStrengths() {
        Adjacency edges = outgoing.getOrDefault(Relation.PREREQUISITE, Adjacency.of(slugs.length, new long[0]));
        confidences = new float[edges.size()];
        STRENGTHS.each(reader, Map.of(), row -> {
            Integer from = numbers.get(row.iri("from"));
            Integer to = numbers.get(row.text("to"));
            int edge = from == null || to == null ? -1 : edges.edge(from, to);
            if (edge >= 0) {
                if (row.text("strength").equals(Zt.REQUIRED.getURI())) {
                    required.set(edge);
                }
                confidences[edge] = Math.max(confidences[edge], (float) row.decimal("confidence"));
            }
        });
    }

    private void number(String concept, IntConsumer use) {
        Integer number = numbers.get(concept);
        if (number != null) {
            use.accept(number);
        }
    }

    /** A growing array. */
    private static final class Longs {
        private long[] values = new long[16];
        private int count;

        void add(long value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        long[] toArray() {
            return Arrays.copyOf(values, count);
        }
    }
}
