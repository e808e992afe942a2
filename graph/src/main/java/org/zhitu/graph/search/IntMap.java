package org.zhitu.graph.search;

import java.util.Arrays;

/** Numbers keys from 0 in the order of their first appearance. Open addressing; keys are never 0. */
final class IntMap {
    private int[] keys = new int[1 << 12];
    private int[] values = new int[1 << 12];
    private int size;

    int size() {
        return size;
    }

    /** Returns the number of a key, a new one where it has none. */
    int slotOf(int key) {
        int at = place(key);
        if (keys[at] == 0) {
            if (2 * size >= keys.length) {
                grow();
                at = place(key);
            }
            keys[at] = key;
            values[at] = size++;
        }
        return values[at];
    }

    /** Returns the number of a key, -1 where it has none. */
    int find(int key) {
        int at = place(key);
        return keys[at] == 0 ? -1 : values[at];
    }

    private int place(int key) {
        int mask = keys.length - 1;
        int at = ((key * 0x9E3779B9) >>> 7) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldValues = values;
        keys = new int[2 * oldKeys.length];
        values = Arrays.copyOf(values, keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
