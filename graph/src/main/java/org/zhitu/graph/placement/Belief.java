package org.zhitu.graph.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.zhitu.graph.study.Course;

/**
 * What a learner may know, as a sample of sets of concepts, each with everything that its members require.
 *
 * <p>Before any reply: a learner has a level in each area, near a level of his own, and knows a concept whose requirements
 * he knows with a probability that falls with how much stands before it (a logistic curve; nothing is known above what is
 * not). After each reply the sample is drawn anew by how well each set explains the reply, then every set is moved a
 * little, concept by concept, with the probabilities that the rest of the set and all replies so far leave (Gibbs sampling;
 * resample and move after Gilks and Berzuini 2001). So the sample does not run dry, however many replies there are.
 */
final class Belief {
    private static final int SAMPLE = 512;
    private static final int SWEEPS = 2;

    /** Levels are numbered; so many lie between what needs nothing and what needs most. */
    private static final int LEVELS = 25;

    private static final int MARGIN = 5;
    private static final double STEEPNESS = 7;
    private static final double SPREAD = 6;
    private static final int STRIDE = 3;

    private final Course course;
    private final Diagnostic.Options options;
    private final int size;
    private final int[][] before;
    private final int[][] after;
    private final int[] areas;
    private final int areaCount;
    private final int[][] inArea;

    /** By level and concept, the logarithms of the odds and of the probability that it is not known. */
    private final double[][] odds;

    private final double[][] unknown;
    private final double[] replied;
    private final byte[] fixed;
    private final Random random;
    private final boolean[][] known = new boolean[SAMPLE][];
    private final int[][] levels = new int[SAMPLE][];

    Belief(Course course, Diagnostic.Options options, Map<Integer, Boolean> certain) {
        this.course = course;
        this.options = options;
        size = course.concepts().size();
        before = new int[size][];
        List<String> names =
                course.concepts().stream().map(Course.Concept::area).distinct().toList();
        areaCount = names.size();
        areas = new int[size];
        for (int place = 0; place < size; place++) {
            Course.Concept concept = course.concepts().get(place);
            before[place] =
                    concept.before().stream().mapToInt(Integer::intValue).toArray();
            areas[place] = names.indexOf(concept.area());
        }
        after = inverse(before);
        inArea = new int[areaCount][];
        for (int area = 0; area < areaCount; area++) {
            inArea[area] = members(area);
        }
        odds = new double[LEVELS + 2 * MARGIN + 1][size];
        unknown = new double[odds.length][size];
        fillCurves();
        replied = new double[size];
        fixed = new byte[size];
        certain.forEach((place, knows) -> fixed[place] = (byte) (knows ? 1 : -1));
        random = new Random(options.seed());
        for (int one = 0; one < SAMPLE; one++) {
            draw(one);
        }
    }

    /** How high a concept stands: the logarithm of how much stands before it, as a share of the most. */
    private void fillCurves() {
        double[] heights = new double[size];
        double highest = 1;
        for (int place = 0; place < size; place++) {
            heights[place] = StrictMath.log(Reach.down(course, place).cardinality());
            highest = Math.max(highest, heights[place]);
        }
        for (int level = 0; level < odds.length; level++) {
            double ability = (level - MARGIN) / (double) LEVELS;
            for (int place = 0; place < size; place++) {
                double logOdds = STEEPNESS * (ability - heights[place] / highest);
                odds[level][place] = logOdds;
                unknown[level][place] = -StrictMath.log1p(StrictMath.exp(logOdds));
            }
        }
    }

    private int[] members(int area) {
        int[] members = new int[size];
        int count = 0;
        for (int place = 0; place < size; place++) {
            if (areas[place] == area) {
                members[count++] = place;
            }
        }
        return Arrays.copyOf(members, count);
    }

    /** Draws a learner of whom nothing is known but what is certain. */
    private void draw(int one) {
        int general = MARGIN + random.nextInt(LEVELS + 1);
        int[] level = new int[areaCount + 1];
        level[areaCount] = general;
        for (int area = 0; area < areaCount; area++) {
            level[area] = level(general + (int) Math.round(SPREAD * random.nextGaussian()));
        }
        boolean[] set = new boolean[size];
        for (int place = 0; place < size; place++) {
            double chance = 1 - StrictMath.exp(unknown[level[areas[place]]][place]);
            boolean drawn = random.nextDouble() < chance;
            set[place] = fixed[place] > 0 || (fixed[place] == 0 && drawn && isReady(set, place));
        }
        known[one] = set;
        levels[one] = level;
    }

    private int level(int any) {
        return Math.clamp(any, 0, odds.length - 1);
    }

    private boolean isReady(boolean[] set, int place) {
        for (int one : before[place]) {
            if (!set[one]) {
                return false;
            }
        }
        return true;
    }

    private boolean isNeeded(boolean[] set, int place) {
        for (int one : after[place]) {
            if (set[one]) {
                return true;
            }
        }
        return false;
    }

    /** Takes in what a learner replied to one question, by place. */
    void hear(Map<Integer, Boolean> replies) {
        double[] evidence = new double[size];
        replies.forEach((place, knows) -> evidence[place] += knows
                ? StrictMath.log((1 - options.slip()) / options.guess())
                : StrictMath.log(options.slip() / (1 - options.guess())));
        resample(evidence, replies.keySet());
        for (int place = 0; place < size; place++) {
            replied[place] += evidence[place];
        }
        for (int one = 0; one < SAMPLE; one++) {
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                move(known[one], levels[one], sweep % 2 == 0);
            }
        }
    }

    /** Draws the sample anew, each set as often as it explains the replies, with even steps. */
    private void resample(double[] evidence, Set<Integer> places) {
        double[] sums = new double[SAMPLE];
        double sum = 0;
        for (int one = 0; one < SAMPLE; one++) {
            double weight = 0;
            for (int place : places) {
                weight += known[one][place] ? evidence[place] : 0;
            }
            sum += StrictMath.exp(weight);
            sums[one] = sum;
        }
        boolean[][] sets = new boolean[SAMPLE][];
        int[][] drawn = new int[SAMPLE][];
        double at = random.nextDouble();
        int one = 0;
        for (int copy = 0; copy < SAMPLE; copy++) {
            while (one < SAMPLE - 1 && sums[one] < (copy + at) * sum / SAMPLE) {
                one++;
            }
            sets[copy] = known[one].clone();
            drawn[copy] = levels[one].clone();
        }
        System.arraycopy(sets, 0, known, 0, SAMPLE);
        System.arraycopy(drawn, 0, levels, 0, SAMPLE);
    }

    private void move(boolean[] set, int[] level, boolean upwards) {
        for (int i = 0; i < size; i++) {
            int place = upwards ? i : size - 1 - i;
            boolean free = set[place] ? !isNeeded(set, place) : isReady(set, place);
            if (free && fixed[place] == 0) {
                double logOdds = odds[level[areas[place]]][place] + replied[place] + opened(set, level, place);
                set[place] = random.nextDouble() < 1 / (1 + StrictMath.exp(-logOdds));
            }
        }
        for (int area = 0; area < areaCount; area++) {
            int other = level(level[area] + random.nextInt(2 * STRIDE + 1) - STRIDE);
            double gain = fit(set, area, other)
                    - fit(set, area, level[area])
                    + near(other, level[areaCount])
                    - near(level[area], level[areaCount]);
            level[area] = StrictMath.log(1 - random.nextDouble()) < gain ? other : level[area];
        }
        int general = level[areaCount] + random.nextInt(2 * STRIDE + 1) - STRIDE;
        if (general >= MARGIN && general <= MARGIN + LEVELS) {
            double gain = 0;
            for (int area = 0; area < areaCount; area++) {
                gain += near(level[area], general) - near(level[area], level[areaCount]);
            }
            level[areaCount] = StrictMath.log(1 - random.nextDouble()) < gain ? general : level[areaCount];
        }
    }

    /** What it costs that a concept, once known, makes others ready that are not known. */
    private double opened(boolean[] set, int[] level, int place) {
        boolean was = set[place];
        set[place] = true;
        double cost = 0;
        for (int one : after[place]) {
            cost += isReady(set, one) && fixed[one] == 0 ? unknown[level[areas[one]]][one] : 0;
        }
        set[place] = was;
        return cost;
    }

    private double fit(boolean[] set, int area, int level) {
        double fit = 0;
        for (int place : inArea[area]) {
            if (fixed[place] == 0 && isReady(set, place)) {
                fit += unknown[level][place] + (set[place] ? odds[level][place] : 0);
            }
        }
        return fit;
    }

    private static double near(int level, int general) {
        double apart = (level - general) / SPREAD;
        return -apart * apart / 2;
    }

    /** Returns how likely each concept is known. */
    double[] probabilities() {
        double[] probabilities = new double[size];
        for (boolean[] set : known) {
            for (int place = 0; place < size; place++) {
                probabilities[place] += set[place] ? 1.0 / SAMPLE : 0;
            }
        }
        return probabilities;
    }

    /** Concepts to ask about, and what their replies would tell, in bits. */
    record Choice(List<Integer> places, double information) {}

    /**
     * Returns the concepts whose replies are expected to tell most together: one after the other the one that adds most, of
     * equal ones the first. What they tell is the entropy of the replies, slips left out.
     */
    Choice mostTelling(int width, Set<Integer> closed) {
        List<Integer> chosen = new ArrayList<>();
        int[] codes = new int[SAMPLE];
        double information = 0;
        while (chosen.size() < width) {
            int best = -1;
            double most = information;
            for (int place = 0; place < size; place++) {
                if (!closed.contains(place) && !chosen.contains(place)) {
                    double entropy = entropy(codes, chosen.size(), place);
                    if (entropy > most + 1e-9) {
                        best = place;
                        most = entropy;
                    }
                }
            }
            if (best < 0) {
                break;
            }
            chosen.add(best);
            information = most;
            for (int one = 0; one < SAMPLE; one++) {
                codes[one] = 2 * codes[one] + (known[one][best] ? 1 : 0);
            }
        }
        return new Choice(chosen, information);
    }

    private double entropy(int[] codes, int bits, int place) {
        int[] counts = new int[2 << bits];
        for (int one = 0; one < SAMPLE; one++) {
            counts[2 * codes[one] + (known[one][place] ? 1 : 0)]++;
        }
        double entropy = 0;
        for (int count : counts) {
            double share = count / (double) SAMPLE;
            entropy -= count == 0 ? 0 : share * StrictMath.log(share) / StrictMath.log(2);
        }
        return entropy;
    }

    private static int[][] inverse(int[][] edges) {
        List<List<Integer>> inverse = new ArrayList<>();
        for (int[] ignored : edges) {
            inverse.add(new ArrayList<>());
        }
        for (int from = 0; from < edges.length; from++) {
            for (int to : edges[from]) {
                inverse.get(to).add(from);
            }
        }
        return inverse.stream()
                .map(some -> some.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
