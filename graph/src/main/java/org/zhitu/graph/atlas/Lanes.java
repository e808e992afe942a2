package org.zhitu.graph.atlas;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The second view: concepts by year from left to right, one lane for each area from top to bottom. In a year of a lane they
 * stand above one another, the most important uppermost. A year in which nothing was introduced takes little room.
 */
final class Lanes {
    /** How wide a year with something in it is, in rows. */
    private static final double YEAR = 4;

    /** How wide a year is in which nothing was introduced. */
    private static final double EMPTY_YEAR = 0.4;

    private static final double MARGIN = 1;

    /** Room for the names of the lanes, on the left. */
    private static final double NAMES = 18;

    private final SortedMap<Integer, Double> columns = new TreeMap<>();
    private final double[] tops;
    private final double[] heights;
    private final int[] rows;
    private final double width;

    /**
     * Places concepts.
     *
     * @param years the year of each concept, the most important concepts first; 0 for none
     * @param areas the area of each, from 0 up to the count
     */
    Lanes(int[] years, int[] areas, int count) {
        int[] sorted = Arrays.stream(years)
                .filter(year -> year > 0)
                .sorted()
                .distinct()
                .toArray();
        double x = NAMES;
        for (int i = 0; i < sorted.length; i++) {
            x += i == 0 ? 0 : YEAR + EMPTY_YEAR * Math.min(12, sorted[i] - sorted[i - 1] - 1);
            columns.put(sorted[i], x);
        }
        this.width = x + YEAR + MARGIN;
        this.rows = new int[years.length];
        this.heights = new double[count];
        SortedMap<Long, Integer> filled = new TreeMap<>();
        for (int concept = 0; concept < years.length; concept++) {
            if (years[concept] > 0) {
                int row = filled.merge((long) areas[concept] << 32 | years[concept], 1, Integer::sum) - 1;
                rows[concept] = row;
                heights[areas[concept]] = Math.max(heights[areas[concept]], row + 1);
            }
        }
        this.tops = new double[count];
        double top = 0;
        for (int area = 0; area < count; area++) {
            tops[area] = top;
            heights[area] = heights[area] == 0 ? 0 : heights[area] + 2 * MARGIN;
            top += heights[area];
        }
    }

    /** Returns the width of all lanes, in rows. */
    double width() {
        return width;
    }

    /** Returns where a lane begins, from the top, in rows. */
    double top(int area) {
        return tops[area];
    }

    /** Returns how high a lane is, in rows; 0 where no concept of the area has a year. */
    double height(int area) {
        return heights[area];
    }

    /** Returns where the column of each year is, ascending. */
    SortedMap<Integer, Double> columns() {
        return columns;
    }

    double x(int year) {
        return columns.getOrDefault(year, 0.0);
    }

    /** Returns how many concepts of its year and area stand above a concept. */
    int row(int concept) {
        return rows[concept];
    }

    double y(int concept, int area) {
        return tops[area] + MARGIN + rows[concept] + 0.5;
    }
}
