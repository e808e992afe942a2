package org.zhitu.graph.view;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** The box of a node: wide enough for its label in a sans-serif face of 14 pixels, where Chinese takes two cells. */
record Box(double x, double y, double width, double height) {
    static final double HEIGHT = 32;

    private static final double CELL = 8;
    private static final double PADDING = 36;
    private static final double LEAST_WIDTH = 56;

    static Box sized(String label) {
        return new Box(0, 0, Math.max(LEAST_WIDTH, cells(label) * CELL + PADDING), HEIGHT);
    }

    Box at(double newX, double newY) {
        return new Box(newX, newY, width, height);
    }

    private static int cells(String label) {
        return label.codePoints()
                .map(one -> switch (UCharacter.getIntPropertyValue(one, UProperty.EAST_ASIAN_WIDTH)) {
                    case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 2;
                    default -> 1;
                })
                .sum();
    }
}
