package org.zhitu.graph.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/**
 * Places a neighbourhood in columns: the centre in the middle, each prerequisite as many columns to its left as the longest
 * chain of drawn prerequisites from it to the centre, what the centre unlocks likewise to the right, the rest in rows
 * below, one or more for each distance and relation. Within columns the order comes from a fixed number of sweeps that
 * move each node to the middle of its neighbours (Sugiyama, Tagawa and Toda, 1981), ties by slug: no chance is involved.
 */
final class LayeredLayout {
    private static final double COLUMN_GAP = 88;
    private static final double GAP = 12;
    private static final double LEAST_ROW = 1100;
    private static final int SWEEPS = 8;

    private final ConceptGraph graph;
    private final Language language;

    LayeredLayout(ConceptGraph graph, Language language) {
        this.graph = graph;
        this.language = language;
    }

    Map<Integer, Box> place(
            int centre, Map<Integer, Neighbourhoods.Reached> reached, Map<Integer, Neighbourhood.Role> roles) {
        Map<Integer, Integer> columnOf = new HashMap<>();
        columnOf.put(centre, 0);
        roles.forEach((concept, role) -> {
            if (role == Neighbourhood.Role.PREREQUISITE || role == Neighbourhood.Role.UNLOCK) {
                columnOf.put(concept, column(concept, role, roles, columnOf, new HashSet<>()));
            }
        });
        TreeMap<Integer, List<Integer>> columns = new TreeMap<>();
        columnOf.keySet().stream()
                .sorted()
                .forEach(concept -> columns.computeIfAbsent(
                                columnOf.getOrDefault(concept, 0), column -> new ArrayList<>())
                        .add(concept));
        order(columns);
        Map<Integer, Box> boxes = new LinkedHashMap<>();
        placeColumns(columns, centre, boxes);
        placeRows(reached, roles, boxes);
        return boxes;
    }

    /** Longest chain to the centre; an edge that closes a cycle does not count. */
    private int column(
            int concept,
            Neighbourhood.Role role,
            Map<Integer, Neighbourhood.Role> roles,
            Map<Integer, Integer> known,
            Set<Integer> onTheWay) {
        Integer column = known.get(concept);
        if (column != null) {
            return column;
        }
        onTheWay.add(concept);
        boolean left = role == Neighbourhood.Role.PREREQUISITE;
        int[] inwards =
                left ? graph.subjects(Relation.PREREQUISITE, concept) : graph.objects(Relation.PREREQUISITE, concept);
        int steps = 0;
        for (int other : inwards) {
            Neighbourhood.Role otherRole = roles.get(other);
            boolean counts = otherRole == role || otherRole == Neighbourhood.Role.CENTRE;
            if (counts && !onTheWay.contains(other)) {
                steps = Math.max(steps, Math.abs(column(other, role, roles, known, onTheWay)));
            }
        }
        onTheWay.remove(concept);
        int found = left ? -steps - 1 : steps + 1;
        known.put(concept, found);
        return found;
    }

    private void order(NavigableMap<Integer, List<Integer>> columns) {
        Map<Integer, Double> positions = new HashMap<>();
        columns.values().forEach(column -> number(column, positions));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            var inOrder =
                    sweep % 2 == 0 ? columns.values() : columns.descendingMap().values();
            for (List<Integer> column : inOrder) {
                Map<Integer, Double> middles = new HashMap<>();
                for (int concept : column) {
                    middles.put(concept, middle(concept, positions));
                }
                column.sort(Comparator.comparing((Integer concept) -> middles.getOrDefault(concept, 0.0))
                        .thenComparing(concept -> concept));
                number(column, positions);
            }
        }
    }

    /** Positions are counted from the middle of the column, so that columns of different length compare. */
    private static void number(List<Integer> column, Map<Integer, Double> positions) {
        for (int i = 0; i < column.size(); i++) {
            positions.put(column.get(i), i - (column.size() - 1) / 2.0);
        }
    }

    private double middle(int concept, Map<Integer, Double> positions) {
        double sum = 0;
        int count = 0;
        for (int[] others : List.of(
                graph.objects(Relation.PREREQUISITE, concept), graph.subjects(Relation.PREREQUISITE, concept))) {
            for (int other : others) {
                Double position = positions.get(other);
                if (position != null) {
                    sum += position;
                    count++;
                }
            }
        }
        return count == 0 ? positions.getOrDefault(concept, 0.0) : sum / count;
    }

    private void placeColumns(NavigableMap<Integer, List<Integer>> columns, int centre, Map<Integer, Box> boxes) {
        Map<Integer, Double> widths = new TreeMap<>();
        columns.forEach((column, concepts) -> widths.put(
                column,
                concepts.stream()
                        .mapToDouble(concept -> size(concept).width())
                        .max()
                        .orElse(0)));
        double x = 0;
        for (int column : columns.headMap(0, false).descendingKeySet()) {
            double width = widths.getOrDefault(column, 0.0);
            x -= COLUMN_GAP + width;
            stack(columns.getOrDefault(column, List.of()), x, width, true, boxes);
        }
        x = size(centre).width();
        for (int column : columns.tailMap(0, false).keySet()) {
            double width = widths.getOrDefault(column, 0.0);
            stack(columns.getOrDefault(column, List.of()), x + COLUMN_GAP, width, false, boxes);
            x += COLUMN_GAP + width;
        }
        boxes.put(centre, size(centre));
    }

    /** Boxes of a column stand towards the centre: left ones end at its right edge, right ones begin at its left edge. */
    private void stack(List<Integer> column, double x, double width, boolean left, Map<Integer, Box> boxes) {
        double step = Box.HEIGHT + GAP;
        double y = -(column.size() - 1) * step / 2;
        for (int concept : column) {
            Box box = size(concept);
            boxes.put(concept, box.at(left ? x + width - box.width() : x, y));
            y += step;
        }
    }

    private void placeRows(
            Map<Integer, Neighbourhoods.Reached> reached,
            Map<Integer, Neighbourhood.Role> roles,
            Map<Integer, Box> boxes) {
        Map<Neighbourhoods.Reached, List<Integer>> groups = new TreeMap<>(Neighbourhoods.Reached.NEAREST_FIRST);
        reached.forEach((concept, how) -> {
            if (!roles.containsKey(concept)) {
                groups.computeIfAbsent(how, group -> new ArrayList<>()).add(concept);
            }
        });
        double left = boxes.values().stream().mapToDouble(Box::x).min().orElse(0);
        double right = boxes.values().stream()
                .mapToDouble(box -> box.x() + box.width())
                .max()
                .orElse(0);
        double middle = (left + right) / 2;
        double width = Math.max(LEAST_ROW, right - left);
        double y = boxes.values().stream().mapToDouble(Box::y).max().orElse(0) + Box.HEIGHT + 3 * GAP;
        for (List<Integer> group : groups.values()) {
            group.sort(null);
            for (List<Integer> row : rows(group, width)) {
                place(row, middle, y, boxes);
                y += Box.HEIGHT + GAP;
            }
            y += GAP;
        }
    }

    private List<List<Integer>> rows(List<Integer> group, double width) {
        List<List<Integer>> rows = new ArrayList<>();
        double used = width;
        for (int concept : group) {
            double needed = size(concept).width() + GAP;
            if (used + needed > width) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.getLast().add(concept);
            used += needed;
        }
        return rows;
    }

    private void place(List<Integer> row, double middle, double y, Map<Integer, Box> boxes) {
        double[] widths =
                row.stream().mapToDouble(concept -> size(concept).width()).toArray();
        double x = middle - (Arrays.stream(widths).sum() + GAP * (widths.length - 1)) / 2;
        for (int i = 0; i < widths.length; i++) {
            boxes.put(row.get(i), size(row.get(i)).at(x, y));
            x += widths[i] + GAP;
        }
    }

    private Box size(int concept) {
        return Box.sized(graph.label(concept, language));
    }
}
