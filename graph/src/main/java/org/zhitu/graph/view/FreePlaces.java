package org.zhitu.graph.view;

import java.util.ArrayList;
import java.util.List;

/** The boxes of a drawing, and where between them there is room. */
final class FreePlaces {
    private static final double COLUMN_GAP = 80;
    private static final double GAP = 16;

    private final List<Box> taken = new ArrayList<>();

    void take(Box box) {
        taken.add(box);
    }

    /**
     * Takes the nearest free place on the side of a box that suits a role. Columns to the left or right are tried outwards,
     * each from the height of the box up and down; rows below are tried downwards, each from the middle to both sides.
     */
    Box near(Box from, Neighbourhood.Role role, Box size) {
        for (int ring = 0; ; ring++) {
            for (int step = 0; step <= 2 * (ring + 2); step++) {
                Box box = candidate(from, role, size, ring, step);
                if (taken.stream().noneMatch(other -> other.overlaps(box, GAP - 1))) {
                    taken.add(box);
                    return box;
                }
            }
        }
    }

    private static Box candidate(Box from, Neighbourhood.Role role, Box size, int ring, int step) {
        double aside = (step % 2 == 0 ? 1 : -1) * ((step + 1) / 2);
        double row = Box.HEIGHT + GAP;
        return switch (role) {
            case PREREQUISITE ->
                size.at(from.x() - COLUMN_GAP - size.width() - ring * (size.width() + GAP), from.y() + aside * row);
            case UNLOCK ->
                size.at(from.x() + from.width() + COLUMN_GAP + ring * (size.width() + GAP), from.y() + aside * row);
            case CENTRE, RELATED ->
                size.at(
                        from.x() + (from.width() - size.width()) / 2 + aside * (size.width() + GAP),
                        from.y() + COLUMN_GAP + ring * row);
        };
    }
}
