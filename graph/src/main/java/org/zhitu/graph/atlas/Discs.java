package org.zhitu.graph.atlas;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Bodies in the plane that do not overlap, near where springs would have them. A body is one disc or several that keep their
 * places to one another. Lengths are in the unit of the radii; an array of places holds x and y in turn.
 */
final class Discs {
    private static final int ROUNDS = 240;
    private static final int LAST_ROUNDS = 400;

    /** How much nearer bodies may come than they touch before they count as overlapping. */
    private static final double SLACK = 1e-3;

    private final double[][] bodies;
    private final double[] radii;
    private final double flatness;
    private final double[] places;

    /**
     * Packs discs.
     *
     * @param wished where each would be, in any unit; only directions and proportions count
     * @param radii  their radii, room around them included
     */
    static Discs packed(double[] wished, double[] radii) {
        double[][] bodies = new double[radii.length][];
        Arrays.setAll(bodies, disc -> new double[] {0, 0, radii[disc]});
        return new Discs(wished, bodies, 1);
    }

    /**
     * Packs bodies.
     *
     * @param wished   where each would be
     * @param bodies   the discs of each: x, y and radius in turn, around the body's own point 0, 0
     * @param flatness 1 for a round heap, more for one that is wider than high
     */
    Discs(double[] wished, double[][] bodies, double flatness) {
        this.bodies = bodies;
        this.radii = Arrays.stream(bodies).mapToDouble(Discs::reach).toArray();
        this.flatness = flatness;
        this.places = spread(wished, radii);
        for (int body = 0; body < bodies.length; body++) {
            places[2 * body] *= flatness;
            places[2 * body + 1] /= flatness;
        }
        pack();
    }

    /** Returns how far a body reaches from its own point. */
    private static double reach(double[] body) {
        double reach = 0;
        for (int i = 0; i < body.length; i += 3) {
            reach = Math.max(reach, Math.sqrt(body[i] * body[i] + body[i + 1] * body[i + 1]) + body[i + 2]);
        }
        return reach;
    }

    /** Returns the places, around the point 0, 0. */
    double[] places() {
        return places;
    }

    /** Returns the radius of the smallest disc around 0, 0 that holds all. */
    double radius() {
        double radius = 0;
        for (int disc = 0; disc < radii.length; disc++) {
            radius = Math.max(
                    radius,
                    Math.sqrt(places[2 * disc] * places[2 * disc] + places[2 * disc + 1] * places[2 * disc + 1])
                            + radii[disc]);
        }
        return radius;
    }

    /** Scales what was wished so that it takes about the room that the discs need. */
    private static double[] spread(double[] wished, double[] radii) {
        int count = radii.length;
        double area = 0;
        double squares = 0;
        double[] middle = middle(wished, radii);
        for (int disc = 0; disc < count; disc++) {
            area += radii[disc] * radii[disc];
            double dx = wished[2 * disc] - middle[0];
            double dy = wished[2 * disc + 1] - middle[1];
            squares += dx * dx + dy * dy;
        }
        double scale = squares == 0 ? 0 : Math.sqrt(2 * area / (squares / count));
        double[] spread = new double[2 * count];
        for (int disc = 0; disc < count; disc++) {
            // where all wish for one place, a little off it, each in another direction
            double angle = 2.399963229728653 * disc;
            double off = 1e-3 * Math.sqrt(disc);
            spread[2 * disc] = (wished[2 * disc] - middle[0]) * scale + off * StrictMath.cos(angle);
            spread[2 * disc + 1] = (wished[2 * disc + 1] - middle[1]) * scale + off * StrictMath.sin(angle);
        }
        return spread;
    }

    private static double[] middle(double[] places, double[] weights) {
        double x = 0;
        double y = 0;
        double sum = 0;
        for (int disc = 0; disc < weights.length; disc++) {
            double weight = weights[disc] * weights[disc];
            x += places[2 * disc] * weight;
            y += places[2 * disc + 1] * weight;
            sum += weight;
        }
        return sum == 0 ? new double[2] : new double[] {x / sum, y / sum};
    }

    /** Pulls all towards the middle and pushes apart what overlaps, less and less of the first. */
    private void pack() {
        double pull = 0.06;
        for (int round = 0; round < ROUNDS; round++) {
            for (int disc = 0; disc < radii.length; disc++) {
                places[2 * disc] -= places[2 * disc] * pull / flatness;
                places[2 * disc + 1] -= places[2 * disc + 1] * pull * flatness;
            }
            pushApart();
            pull *= 0.985;
        }
        boolean moved = true;
        for (int round = 0; round < LAST_ROUNDS && moved; round++) {
            moved = pushApart();
        }
        double[] middle = middle(places, radii);
        for (int disc = 0; disc < radii.length; disc++) {
            places[2 * disc] -= middle[0];
            places[2 * disc + 1] -= middle[1];
        }
    }

    /** Moves discs that overlap away from one another, the smaller one further; says whether any did. */
    private boolean pushApart() {
        Integer[] order = new Integer[radii.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparingDouble((Integer disc) -> places[2 * disc] - radii[disc])
                        .thenComparing(Comparator.naturalOrder()));
        boolean moved = false;
        for (int i = 0; i < order.length; i++) {
            int one = order[i];
            for (int j = i + 1; j < order.length; j++) {
                int other = order[j];
                if (places[2 * other] - radii[other] > places[2 * one] + radii[one]) {
                    break;
                }
                moved |= pushApart(one, other);
            }
        }
        return moved;
    }

    private boolean pushApart(int one, int other) {
        double dx = places[2 * other] - places[2 * one];
        double dy = places[2 * other + 1] - places[2 * one + 1];
        double overlap = overlap(bodies[one], bodies[other], dx, dy);
        if (overlap <= SLACK * Math.min(radii[one], radii[other])) {
            return false;
        }
        double distance = Math.sqrt(dx * dx + dy * dy);
        if (distance < 1e-9) {
            dx = 1;
            dy = one < other ? 0.5 : -0.5;
            distance = Math.sqrt(1.25);
        }
        double push = overlap / distance;
        double share = radii[other] * radii[other] / (radii[one] * radii[one] + radii[other] * radii[other]);
        places[2 * one] -= dx * push * share;
        places[2 * one + 1] -= dy * push * share;
        places[2 * other] += dx * push * (1 - share);
        places[2 * other + 1] += dy * push * (1 - share);
        return true;
    }

    /** Returns how deep the discs of two bodies reach into one another at most; 0 where they do not. */
    private static double overlap(double[] one, double[] other, double dx, double dy) {
        double deepest = 0;
        for (int i = 0; i < one.length; i += 3) {
            for (int j = 0; j < other.length; j += 3) {
                double x = other[j] + dx - one[i];
                double y = other[j + 1] + dy - one[i + 1];
                double least = one[i + 2] + other[j + 2];
                double squared = x * x + y * y;
                if (squared < least * least) {
                    deepest = Math.max(deepest, least - Math.sqrt(squared));
                }
            }
        }
        return deepest;
    }
}
