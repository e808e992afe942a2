package org.zhitu.loader.lexicon;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names in a tree of their characters, to find all of them in a text. Made in time linear in the length of the names, so
 * that a note may have one of its own; found from each place of the text on, in no more steps than the longest name has
 * characters. Immutable.
 */
final class NameTrie<V> {
    /** Spreads edges over the table: the golden ratio's fraction in 64 bits. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private static final int NO_NODE = 0;
    private static final int ROOT = 1;

    /** For each edge, the node it leaves and its character; 0 where the table is free. */
    private long[] edges = new long[64];

    /** For each edge, the node it leads to. */
    private int[] targets = new int[64];

    /** The characters that names start with. */
    private final BitSet first = new BitSet();

    private final List<@Nullable V> values = new ArrayList<>();
    private int used;

    private NameTrie() {
        values.add(null);
        values.add(null);
    }

    /** Takes note of a name that was found. */
    interface Sink<V> {
        /**
         * Is told of each name once for each place.
         *
         * @param begin where the name starts
         * @param end   the offset after its last character
         */
        void found(int begin, int end, V value);
    }

    /** Returns the tree of the names that are keys of a map. No name may be empty. */
    static <V> NameTrie<V> of(Map<String, V> entries) {
        NameTrie<V> trie = new NameTrie<>();
        entries.forEach(trie::add);
        return trie;
    }

    boolean isEmpty() {
        return used == 0;
    }

    /**
     * Finds every name wherever a name may start, which is not within an English word; those that overlap are included. By
     * where they start, shorter ones first.
     */
    void find(NormalizedText text, Sink<V> sink) {
        int length = text.length();
        for (int begin = 0; begin < length; begin++) {
            char start = text.at(begin);
            if (!first.get(start) || (NormalizedText.isWordCharacter(start) && !text.isBoundary(begin))) {
                continue;
            }
            int node = ROOT;
            for (int at = begin; at < length; at++) {
                node = targets[slot(node, text.at(at))];
                if (node == NO_NODE) {
                    break;
                }
                @Nullable V value = values.get(node);
                if (value != null) {
                    sink.found(begin, at + 1, value);
                }
            }
        }
    }

    private void add(String name, V value) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a name without characters stands everywhere");
        }
        first.set(name.charAt(0));
        int node = ROOT;
        for (int i = 0; i < name.length(); i++) {
            node = child(node, name.charAt(i));
        }
        values.set(node, value);
    }

    private int child(int node, char c) {
        int slot = slot(node, c);
        if (targets[slot] != NO_NODE) {
            return targets[slot];
        }
        if (used * 2 >= edges.length) {
            grow();
            slot = slot(node, c);
        }
        used++;
        edges[slot] = edge(node, c);
        targets[slot] = values.size();
        values.add(null);
        return targets[slot];
    }

    private void grow() {
        long[] oldEdges = edges;
        int[] oldTargets = targets;
        edges = new long[oldEdges.length * 2];
        targets = new int[oldEdges.length * 2];
        for (int i = 0; i < oldEdges.length; i++) {
            if (oldTargets[i] != NO_NODE) {
                int slot = slot((int) (oldEdges[i] >>> Character.SIZE), (char) oldEdges[i]);
                edges[slot] = oldEdges[i];
                targets[slot] = oldTargets[i];
            }
        }
    }

    /** Returns where an edge is in the table, or where it would be put. */
    private int slot(int node, char c) {
        long edge = edge(node, c);
        int mask = edges.length - 1;
        int slot = (int) ((edge * SPREAD) >>> Integer.SIZE) & mask;
        while (targets[slot] != NO_NODE && edges[slot] != edge) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long edge(int node, char c) {
        return ((long) node << Character.SIZE) | c;
    }
}
