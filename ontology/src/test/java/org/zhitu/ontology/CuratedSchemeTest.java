package org.zhitu.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

/** What the curated scheme promises as a whole; the rules judge its parts. Prints its figures. */
class CuratedSchemeTest {
    private static final Scheme SCHEME = Ontology.scheme(Iris.DEFAULT);

    @Test
    void coversTheFieldWithConceptsAndReasonedPrerequisites() {
        Map<ConceptKind, Integer> kinds = new TreeMap<>();
        SCHEME.concepts().forEach(concept -> kinds.merge(concept.kind(), 1, Integer::sum));
        List<Triple> prerequisites =
                SCHEME.statements().find(Node.ANY, Zt.PREREQUISITE, Node.ANY).toList();
        System.out.printf(
                "Scheme: %d concepts %s, %d prerequisites, %d works, %d ambiguous forms%n",
                SCHEME.concepts().size(),
                kinds,
                prerequisites.size(),
                SCHEME.statements()
                        .find(Node.ANY, Zt.INTRODUCED_IN, Node.ANY)
                        .toList()
                        .size(),
                SCHEME.ambiguousForms().size());
        assertThat(SCHEME.concepts()).hasSizeGreaterThanOrEqualTo(600);
        assertThat(prerequisites).hasSizeGreaterThanOrEqualTo(1300);
    }

    @Test
    void mappingsLeadFromConceptsAndTermsThatExist() {
        List<Triple> mappings = Ontology.alignment(Iris.DEFAULT).find().toList();
        assertThat(mappings).hasSizeGreaterThan(60).allSatisfy(mapping -> {
            String subject = mapping.getSubject().getURI();
            assertThat(subject.startsWith(Zt.NS)
                            ? Ontology.terms().stream().anyMatch(term -> term.iri().equals(subject))
                            : SCHEME.concept(local(mapping.getSubject())).isPresent())
                    .as(subject)
                    .isTrue();
        });
    }

    @Test
    void theLongestChainsOfRequiredPrerequisitesArePrinted() {
        Map<String, List<String>> required = new HashMap<>();
        Graph evidence = SCHEME.evidence();
        for (Triple strength : evidence.find(Node.ANY, Zt.STRENGTH, Zt.REQUIRED).toList()) {
            Node reified = evidence.find(
                            strength.getSubject(),
                            NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies"),
                            Node.ANY)
                    .next()
                    .getObject();
            required.computeIfAbsent(local(reified.getTriple().getSubject()), slug -> new ArrayList<>())
                    .add(local(reified.getTriple().getObject()));
        }
        required.values().forEach(slugs -> slugs.sort(null));
        Map<String, List<String>> longest = new HashMap<>();
        List<List<String>> chains = SCHEME.concepts().stream()
                .map(concept -> chain(concept.slug(), required, longest))
                .sorted(Comparator.comparing((List<String> chain) -> -chain.size())
                        .thenComparing(chain -> String.join(" ", chain)))
                .toList();
        chains.stream().limit(10).forEach(chain -> System.out.println(chain.size() + ": " + String.join(" < ", chain)));
        assertThat(chains.getFirst()).hasSizeBetween(5, 40);
    }

    @Test
    void namesOfThePublicRoadmapAndOfTheLabelledPageAreFound() throws IOException {
        Optional<Path> shared = shared();
        if (shared.isEmpty()) {
            System.out.println("Left out: coverage of the scheme, for there is no folder ../shared");
            return;
        }
        Set<String> names = new TreeSet<>();
        for (Concept concept : SCHEME.concepts()) {
            concept.prefLabels().values().forEach(label -> names.add(folded(label)));
            concept.altLabels().values().forEach(labels -> labels.forEach(label -> names.add(folded(label))));
            concept.hiddenLabels().values().forEach(labels -> labels.forEach(label -> names.add(folded(label))));
        }
        List<String> roadmap = Files.readAllLines(shared.get().resolve("vocabulary/nlp-roadmap.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> cells[cells.length - 1])
                .distinct()
                .toList();
        List<String> missed =
                roadmap.stream().filter(name -> !names.contains(folded(name))).toList();
        double share = 1 - (double) missed.size() / roadmap.size();
        System.out.printf(
                Locale.ROOT, "Roadmap: %.1f %% of %d names found; not: %s%n", 100 * share, roadmap.size(), missed);
        assertThat(share).isGreaterThanOrEqualTo(0.9);

        String gold = Files.readString(shared.get().resolve("dev-set/nlp.gold.json"));
        List<String> canonical = new ArrayList<>();
        Matcher concept = Pattern.compile("\"canonical\":\\s*\"([^\"]+)\"").matcher(gold);
        while (concept.find()) {
            canonical.add(concept.group(1));
        }
        assertThat(canonical).isNotEmpty().allSatisfy(name -> assertThat(names).contains(folded(name)));
    }

    private static List<String> chain(
            String slug, Map<String, List<String>> required, Map<String, List<String>> longest) {
        List<String> known = longest.get(slug);
        if (known != null) {
            return known;
        }
        List<String> below = List.of();
        for (String prerequisite : required.getOrDefault(slug, List.of())) {
            List<String> candidate = chain(prerequisite, required, longest);
            if (candidate.size() > below.size()) {
                below = candidate;
            }
        }
        List<String> chain = new ArrayList<>(below);
        chain.add(slug);
        longest.put(slug, chain);
        return chain;
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]+", "");
    }

    private static String local(Node node) {
        return node.getURI().substring(node.getURI().lastIndexOf('/') + 1);
    }

    private static Optional<Path> shared() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("shared/design.md"))) {
                return Optional.of(folder.resolve("shared"));
            }
        }
        return Optional.empty();
    }
}
