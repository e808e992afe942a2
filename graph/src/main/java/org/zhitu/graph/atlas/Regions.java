package org.zhitu.graph.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.ontology.Relation;

/**
 * The area of each concept: the top concept above it, by the first of several broader ones. A concept that hangs below none
 * is put where most of its neighbours are; where they are nowhere either, it is in no area, written as -1.
 */
final class Regions {
    /** How often neighbours are asked: once for a concept beside the hierarchy, again for those that hang on it. */
    private static final int ROUNDS = 3;

    private final int[] areas;

    /**
     * Sorts concepts into areas.
     *
     * @param tops the top concepts, in order; areas are numbered by their place in it
     */
    Regions(ConceptGraph graph, List<Integer> tops, Links links) {
        this.areas = new int[graph.size()];
        for (int concept = 0; concept < areas.length; concept++) {
            areas[concept] = tops.indexOf(top(graph, concept));
        }
        for (int round = 0; round < ROUNDS; round++) {
            askNeighbours(links, tops.size());
        }
    }

    private static int top(ConceptGraph graph, int concept) {
        BitSet seen = new BitSet();
        int top = concept;
        int[] broader = graph.objects(Relation.BROADER, top);
        while (broader.length > 0 && !seen.get(top)) {
            seen.set(top);
            top = broader[0];
            broader = graph.objects(Relation.BROADER, top);
        }
        return top;
    }

    private void askNeighbours(Links links, int count) {
        List<int[]> votes = new ArrayList<>();
        int[] voters = new int[areas.length];
        Arrays.fill(voters, -1);
        for (int link = 0; link < links.size(); link++) {
            vote(links.from(link), links.to(link), count, voters, votes);
            vote(links.to(link), links.from(link), count, voters, votes);
        }
        for (int concept = 0; concept < areas.length; concept++) {
            if (voters[concept] >= 0) {
                areas[concept] = most(votes.get(voters[concept]));
            }
        }
    }

    private void vote(int concept, int neighbour, int count, int[] voters, List<int[]> votes) {
        if (areas[concept] < 0 && areas[neighbour] >= 0) {
            if (voters[concept] < 0) {
                voters[concept] = votes.size();
                votes.add(new int[count]);
            }
            votes.get(voters[concept])[areas[neighbour]]++;
        }
    }

    private static int most(int[] votes) {
        int best = 0;
        for (int area = 1; area < votes.length; area++) {
            best = votes[area] > votes[best] ? area : best;
        }
        return best;
    }

    /** Returns the number of a concept's area; -1 for none. */
    int of(int concept) {
        return areas[concept];
    }
}
