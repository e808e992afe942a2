package org.zhitu.graph.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/**
 * The concepts of one state of the store with their names and relations, in arrays: concepts are numbered from 0 in the
 * order of their slugs. Immutable. A graph of n concepts and m relations takes memory in O(n + m) and is read from the
 * store by a fixed number of queries.
 *
 * <p>A symmetric relation holds in both directions here, however it is stored, and has no inverse.
 */
public final class ConceptGraph {
    private final String[] slugs;
    private final ConceptKind[] kinds;
    private final Name[][] names;
    private final byte[] difficulties;
    private final int[] minutes;
    private final short[] years;
    private final BitSet covered;
    private final Map<Relation, Adjacency> outgoing;
    private final Map<Relation, Adjacency> incoming;
    private final BitSet required;
    private final float[] confidences;

    ConceptGraph(ConceptGraphReader from) {
        this.slugs = from.slugs;
        this.kinds = from.kinds;
        this.names = from.names;
        this.difficulties = from.difficulties;
        this.minutes = from.minutes;
        this.years = from.years;
        this.covered = from.covered;
        this.outgoing = from.outgoing;
        this.incoming = from.incoming;
        this.required = from.required;
        this.confidences = from.confidences;
    }

    /** Reads the concepts of a state of the store. */
    public static ConceptGraph read(StoreReader reader, Iris iris) {
        return new ConceptGraphReader(reader, iris).read();
    }

    /** Returns how many concepts there are. */
    public int size() {
        return slugs.length;
    }

    /** Returns the number of the concept with this slug. */
    public OptionalInt find(String slug) {
        int found = Arrays.binarySearch(slugs, slug);
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** Returns the slug of a concept. */
    public String slug(int concept) {
        return slugs[concept];
    }

    /** Returns what sort of thing a concept is. */
    public ConceptKind kind(int concept) {
        return kinds[concept];
    }

    /** Says whether the curated scheme knows a concept. */
    public boolean isKnown(int concept) {
        return kinds[concept] != ConceptKind.DISCOVERED;
    }

    /** Says whether the notes make a concept a topic or answer a question about it. */
    public boolean isCovered(int concept) {
        return covered.get(concept);
    }

    /** Returns how hard a concept is, from 1 to 5; 0 where nobody said. */
    public int difficulty(int concept) {
        return difficulties[concept];
    }

    /** Returns the honest study time of a concept in minutes; 0 where nobody said. */
    public int minutes(int concept) {
        return minutes[concept];
    }

    /** Returns the year of the first work that introduced a concept; 0 where nobody said. */
    public int year(int concept) {
        return years[concept];
    }

    /** Returns the names of a concept: preferred, alternative, hidden; each by language, then text. */
    public List<Name> names(int concept) {
        return List.of(names[concept]);
    }

    /** Returns the preferred label in the language asked for, else in the other one, else the slug. */
    public String label(int concept, Language language) {
        String label = "";
        for (Name name : names[concept]) {
            if (name.role() == Name.Role.PREFERRED) {
                if (name.language() == language) {
                    return name.text();
                }
                label = label.isEmpty() ? name.text() : label;
            }
        }
        return label.isEmpty() ? slugs[concept] : label;
    }

    /** Returns a concept by name. */
    public ConceptRef ref(int concept, Language language) {
        return new ConceptRef(slugs[concept], label(concept, language), kinds[concept], isKnown(concept));
    }

    /** Returns the objects of a relation whose subject is this concept, ascending. */
    public int[] objects(Relation relation, int concept) {
        return adjacency(outgoing, relation).neighbours(concept);
    }

    /** Returns the subjects of a relation whose object is this concept, ascending; none for a symmetric relation. */
    public int[] subjects(Relation relation, int concept) {
        return adjacency(incoming, relation).neighbours(concept);
    }

    /** Returns how many concepts {@link #objects} or, for the inverse, {@link #subjects} would return. */
    public int degree(Relation relation, boolean inverse, int concept) {
        return adjacency(inverse ? incoming : outgoing, relation).degree(concept);
    }

    /** Returns how many edges touch a concept. */
    public int degree(int concept) {
        int degree = 0;
        for (Relation relation : Relation.values()) {
            degree += degree(relation, false, concept) + degree(relation, true, concept);
        }
        return degree;
    }

    /** Says whether an edge is there. */
    public boolean has(int from, Relation relation, int to) {
        return adjacency(outgoing, relation).edge(from, to) >= 0;
    }

    /** Says whether a concept cannot be understood without one of its prerequisites; false means helpful. */
    public boolean isRequired(int concept, int prerequisite) {
        return required.get(prerequisiteEdge(concept, prerequisite));
    }

    /** Returns how sure the surest evidence for a prerequisite is, in [0,1]; 0 where there is no evidence. */
    public double confidence(int concept, int prerequisite) {
        return confidences[prerequisiteEdge(concept, prerequisite)];
    }

    private int prerequisiteEdge(int concept, int prerequisite) {
        int edge = adjacency(outgoing, Relation.PREREQUISITE).edge(concept, prerequisite);
        if (edge < 0) {
            throw new IllegalArgumentException(slugs[prerequisite] + " is no direct prerequisite of " + slugs[concept]);
        }
        return edge;
    }

    private static Adjacency adjacency(Map<Relation, Adjacency> edges, Relation relation) {
        Adjacency adjacency = edges.get(relation);
        if (adjacency == null) {
            throw new IllegalStateException("no edges were read for " + relation);
        }
        return adjacency;
    }
}
