package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.view.Neighbourhood;
import org.zhitu.ontology.Relation;

/**
 * A neighbourhood as shapes for an SVG element: boxes with labels, and curves between them. Coordinates are pixels.
 *
 * @param viewBox left, top, width and height with a margin around the boxes
 */
record Picture(String viewBox, long width, long height, List<Box> boxes, List<Curve> curves) {
    private static final int MARGIN = 16;
    private static final double NARROW = 400;
    private static final double ROW_GAP = 10;
    private static final double RANK_GAP = 30;
    private static final List<Neighbourhood.Role> ROWS = List.of(
            Neighbourhood.Role.PREREQUISITE,
            Neighbourhood.Role.CENTRE,
            Neighbourhood.Role.UNLOCK,
            Neighbourhood.Role.RELATED);

    /**
     * A concept.
     *
     * @param label cut to what fits the box
     */
    record Box(
            ConceptRef concept, String role, double x, double y, double width, double height, String label, long more) {
        /** Returns where to put the box, as the value of {@code transform}. */
        public String place() {
            return "translate(" + number(x) + " " + number(y) + ")";
        }
    }

    /**
     * An edge, drawn in the direction of learning for prerequisites, else as the graph stores it.
     *
     * @param d the path data
     */
    record Curve(String relation, String d) {}

    /**
     * Returns the same in rows, for a narrow place: what to know before above the centre, what it unlocks below it, the rest
     * below that, with the lines that lead to the centre.
     */
    static Picture narrow(Neighbourhood around) {
        List<Neighbourhood.Node> placed = new ArrayList<>();
        double y = 0;
        for (Neighbourhood.Role role : ROWS) {
            List<Neighbourhood.Node> row = new ArrayList<>();
            double used = 0;
            boolean any = false;
            for (Neighbourhood.Node node : around.nodes()) {
                if (node.role() == role) {
                    if (!row.isEmpty() && used + node.width() > NARROW) {
                        y = place(row, used, y, placed);
                        row.clear();
                        used = 0;
                    }
                    row.add(node);
                    used += node.width() + ROW_GAP;
                    any = true;
                }
            }
            y = (row.isEmpty() ? y : place(row, used, y, placed)) + (any ? RANK_GAP : 0);
        }
        List<Neighbourhood.Edge> edges = around.edges().stream()
                .filter(edge -> edge.from().equals(around.centre()) || edge.to().equals(around.centre()))
                .toList();
        return of(new Neighbourhood(around.centre(), around.depth(), placed, edges));
    }

    private static double place(List<Neighbourhood.Node> row, double used, double y, List<Neighbourhood.Node> placed) {
        double x = (NARROW - (used - ROW_GAP)) / 2;
        double height = 0;
        for (Neighbourhood.Node node : row) {
            placed.add(new Neighbourhood.Node(
                    node.concept(), node.role(), node.distance(), x, y, node.width(), node.height(), node.hidden()));
            x += node.width() + ROW_GAP;
            height = Math.max(height, node.height());
        }
        return y + height + ROW_GAP;
    }

    static Picture of(Neighbourhood around) {
        Map<String, Neighbourhood.Node> nodes = new HashMap<>();
        double left = 0;
        double top = 0;
        double right = 1;
        double bottom = 1;
        for (Neighbourhood.Node node : around.nodes()) {
            nodes.put(node.concept().slug(), node);
            left = Math.min(left, node.x());
            top = Math.min(top, node.y());
            right = Math.max(right, node.x() + node.width());
            bottom = Math.max(bottom, node.y() + node.height());
        }
        List<Box> boxes = around.nodes().stream().map(Picture::box).toList();
        List<Curve> curves = around.edges().stream()
                .map(edge -> curve(
                        edge.relation(),
                        Objects.requireNonNull(nodes.get(edge.from()), edge.from()),
                        Objects.requireNonNull(nodes.get(edge.to()), edge.to())))
                .toList();
        long width = Math.round(right - left) + 2 * MARGIN;
        long height = Math.round(bottom - top) + 2 * MARGIN;
        String viewBox = number(left - MARGIN) + " " + number(top - MARGIN) + " " + width + " " + height;
        return new Picture(viewBox, width, height, boxes, curves);
    }

    private static Box box(Neighbourhood.Node node) {
        return new Box(
                node.concept(),
                node.role().name().toLowerCase(Locale.ROOT),
                node.x(),
                node.y(),
                node.width(),
                node.height(),
                node.concept().label(),
                node.hidden().stream()
                        .mapToLong(Neighbourhood.HiddenNeighbours::count)
                        .sum());
    }

    private static Curve curve(Relation relation, Neighbourhood.Node from, Neighbourhood.Node to) {
        boolean learning = relation == Relation.PREREQUISITE;
        return new Curve(relation.key(), learning ? path(to, from) : path(from, to));
    }

    /** Returns a curve from the side of one box to the facing side of the other. */
    private static String path(Neighbourhood.Node a, Neighbourhood.Node b) {
        double ax = a.x() + a.width() / 2;
        double ay = a.y() + a.height() / 2;
        double bx = b.x() + b.width() / 2;
        double by = b.y() + b.height() / 2;
        boolean beside = a.x() + a.width() <= b.x() || b.x() + b.width() <= a.x();
        if (beside) {
            double sign = Math.signum(bx - ax);
            double x1 = ax + sign * a.width() / 2;
            double x2 = bx - sign * b.width() / 2;
            double bend = (x2 - x1) / 2;
            return curve(x1, ay, x1 + bend, ay, x2 - bend, by, x2, by);
        }
        double sign = by >= ay ? 1 : -1;
        double y1 = ay + sign * a.height() / 2;
        double y2 = by - sign * b.height() / 2;
        double bend = (y2 - y1) / 2;
        return curve(ax, y1, ax, y1 + bend, bx, y2 - bend, bx, y2);
    }

    private static String curve(double... points) {
        return "M" + number(points[0]) + " " + number(points[1]) + " C" + number(points[2]) + " " + number(points[3])
                + " " + number(points[4]) + " " + number(points[5]) + " " + number(points[6]) + " "
                + number(points[7]);
    }

    private static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString(Math.round(rounded)) : Double.toString(rounded);
    }
}
