package org.zhitu.graph.search;

import java.util.Arrays;

/** How many slips lie between two words: a letter left out, put in or replaced, or two neighbours swapped. */
final class EditDistance {
    private EditDistance() {}

    /** Returns the distance, or any greater number than {@code limit} once it is known to exceed that. */
    static int of(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) > limit) {
            return limit + 1;
        }
        int width = other.length() + 1;
        int[] beforeLast = new int[width];
        int[] last = new int[width];
        int[] row = new int[width];
        for (int j = 0; j < width; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            Arrays.fill(row, limit + 1);
            row[0] = i;
            int best = i;
            int from = Math.max(1, i - limit);
            int to = Math.min(other.length(), i + limit);
            for (int j = from; j <= to; j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int distance = Math.min(last[j - 1] + same, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    distance = Math.min(distance, beforeLast[j - 2] + 1);
                }
                row[j] = distance;
                best = Math.min(best, distance);
            }
            if (best > limit) {
                return limit + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }
}
