package org.zhitu.graph.search;

import java.util.Arrays;
import java.util.List;
import org.zhitu.graph.query.Han;

/**
 * Finds the texts that contain a string: for each pair of neighbouring characters, and for each single Chinese one, the
 * texts that have it, ascending. Memory is four bytes for each pair in each text.
 */
final class GramIndex {
    private final IntMap slots = new IntMap();
    private final int[] offsets;
    private final int[] postings;

    GramIndex(List<String> texts) {
        int[] counts = new int[1024];
        int[] last = new int[1024];
        for (int text = 0; text < texts.size(); text++) {
            int[] grams = grams(texts.get(text));
            for (int gram : grams) {
                int slot = slots.slotOf(gram);
                if (slot >= counts.length) {
                    counts = Arrays.copyOf(counts, 2 * slot);
                    last = Arrays.copyOf(last, 2 * slot);
                }
                if (last[slot] != text + 1) {
                    last[slot] = text + 1;
                    counts[slot]++;
                }
            }
        }
        offsets = new int[slots.size() + 1];
        for (int slot = 0; slot < slots.size(); slot++) {
            offsets[slot + 1] = offsets[slot] + counts[slot];
        }
        postings = new int[offsets[slots.size()]];
        int[] next = Arrays.copyOf(offsets, slots.size());
        for (int text = 0; text < texts.size(); text++) {
            for (int gram : grams(texts.get(text))) {
                int slot = slots.find(gram);
                if (next[slot] == offsets[slot] || postings[next[slot] - 1] != text) {
                    postings[next[slot]++] = text;
                }
            }
        }
    }

    /** Returns the texts that may contain a string: those that have its rarest pair. Ascending. */
    int[] candidates(String part) {
        int best = -1;
        for (int gram : grams(part)) {
            int slot = slots.find(gram);
            if (slot < 0) {
                return new int[0];
            }
            if (best < 0 || size(slot) < size(best)) {
                best = slot;
            }
        }
        return best < 0 ? new int[0] : Arrays.copyOfRange(postings, offsets[best], offsets[best + 1]);
    }

    private int size(int slot) {
        return offsets[slot + 1] - offsets[slot];
    }

    private static int[] grams(String text) {
        int[] grams = new int[2 * text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (i + 1 < text.length()) {
                grams[count++] = one << 16 | text.charAt(i + 1);
            }
            if (Han.is(one)) {
                grams[count++] = one;
            }
        }
        return Arrays.copyOf(grams, count);
    }
}
