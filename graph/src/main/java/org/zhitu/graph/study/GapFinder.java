package org.zhitu.graph.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.graph.query.NoteGaps;
import org.zhitu.ontology.Language;

/** Finds what the notes lack on the way to some goals. */
final class GapFinder {
    private static final int SHARE = 3;
    private static final int FEWEST = 2;

    private final ConceptGraph concepts;
    private final PrerequisiteGraph graph;
    private final StudyPlanner.Material material;

    GapFinder(ConceptGraph concepts, PrerequisiteGraph graph, StudyPlanner.Material material) {
        this.concepts = concepts;
        this.graph = graph;
        this.material = material;
    }

    Gaps find(List<Integer> asked, BitSet mastered, int limit, Language language) {
        List<Integer> goals = asked.isEmpty() ? covered() : asked;
        BitSet steps = Outline.of(graph, goals, mastered, new BitSet(), StudyPlanner.Extent.REQUIRED)
                .steps();
        Dependence dependence = new Dependence(graph, steps);
        return new Gaps(
                goals.stream().map(concepts::slug).toList(),
                uncovered(steps, dependence, limit, language),
                material.gaps().unanswered(limit),
                material.gaps().stubs(limit, language),
                material.gaps().islands(limit, language),
                material.gaps().oneSource(limit, language),
                bottlenecks(steps, dependence, limit, language));
    }

    private List<Integer> covered() {
        return IntStream.range(0, concepts.size())
                .filter(concepts::isCovered)
                .boxed()
                .toList();
    }

    private NoteGaps.Found<Gaps.Uncovered> uncovered(
            BitSet steps, Dependence dependence, int limit, Language language) {
        List<Gaps.Uncovered> all = steps.stream()
                .filter(concept -> !concepts.isCovered(concept))
                .boxed()
                .sorted(mostNeeded(dependence))
                .map(concept -> new Gaps.Uncovered(
                        concepts.ref(concept, language),
                        StudyPlanner.minutes(concepts, concept),
                        dependence.neededBy(concept)))
                .toList();
        return NoteGaps.Found.of(
                all,
                limit,
                material.queries()
                        .uncovered(steps.stream().mapToObj(concepts::slug).toList()));
    }

    private NoteGaps.Found<Gaps.Bottleneck> bottlenecks(
            BitSet steps, Dependence dependence, int limit, Language language) {
        BitSet joints = dependence.joints();
        int many = Math.max(FEWEST, (steps.cardinality() + SHARE - 1) / SHARE);
        List<Gaps.Bottleneck> all = new ArrayList<>();
        steps.stream().boxed().sorted(mostNeeded(dependence)).forEach(concept -> {
            int neededBy = dependence.neededBy(concept);
            if (neededBy >= many || (neededBy >= FEWEST && joints.get(concept))) {
                all.add(new Gaps.Bottleneck(
                        concepts.ref(concept, language), neededBy, joints.get(concept), concepts.isCovered(concept)));
            }
        });
        return NoteGaps.Found.of(all, limit, "");
    }

    private static Comparator<Integer> mostNeeded(Dependence dependence) {
        return Comparator.comparing((Integer concept) -> -dependence.neededBy(concept))
                .thenComparing(concept -> concept);
    }
}
