package org.zhitu.graph.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SchemaDO;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/** The concepts of the store. Safe for use by many threads. */
public final class Concepts {
    private static final NamedQuery DEFINITIONS = NamedQuery.of("concept-definitions");
    private static final NamedQuery WORKS = NamedQuery.of("concept-works");
    private static final NamedQuery MENTIONS = NamedQuery.of("concept-mentions");
    private static final NamedQuery TOPICS = NamedQuery.of("topics-order");
    private static final NamedQuery COUNTS = NamedQuery.of("overview-counts");

    private final KnowledgeStore store;
    private final Iris iris;
    private final ConceptGraph graph;
    private final Taxonomy taxonomy;
    private final Provenance provenance;
    private final Questions questions;
    private final Sources sources;
    private final Notes notes;
    private final Lazy<Map<String, Integer>> byName = new Lazy<>(this::names);

    public Concepts(KnowledgeStore store, Iris iris, ConceptGraph graph) {
        this.store = store;
        this.iris = iris;
        this.graph = graph;
        this.taxonomy = new Taxonomy(graph);
        this.provenance = new Provenance(store, iris, graph);
        this.questions = new Questions(store, iris, graph);
        this.sources = new Sources(store, iris, graph);
        this.notes = new Notes(store, iris, graph);
    }

    /** Returns the slug of the concept that a person means by a slug, label or alias, Chinese or English, any case. */
    public Optional<String> resolve(String name) {
        String slug = name.strip().toLowerCase(Locale.ROOT);
        if (graph.find(slug).isPresent()) {
            return Optional.of(slug);
        }
        return Optional.ofNullable(byName.value().get(Wording.of(name).text())).map(graph::slug);
    }

    /** Returns a concept by name; asks no store. */
    public Optional<ConceptRef> ref(String slug, Language language) {
        OptionalInt concept = graph.find(slug);
        return concept.isEmpty() ? Optional.empty() : Optional.of(graph.ref(concept.getAsInt(), language));
    }

    /** Preferred labels win over alternative ones, those over misspellings; then the smaller slug wins. */
    private Map<String, Integer> names() {
        Map<String, Integer> names = new HashMap<>();
        for (Name.Role role : Name.Role.values()) {
            for (int concept = 0; concept < graph.size(); concept++) {
                for (Name name : graph.names(concept)) {
                    if (name.role() == role) {
                        names.putIfAbsent(Wording.of(name.text()).text(), concept);
                    }
                }
            }
        }
        return names;
    }

    /** Returns all that is known of a concept, texts in the language asked for where there are any. */
    public Optional<ConceptCard> card(String slug, Language language) {
        OptionalInt concept = graph.find(slug);
        return concept.isEmpty()
                ? Optional.empty()
                : Optional.of(store.read(reader -> card(reader, concept.getAsInt(), language)));
    }

    private ConceptCard card(StoreReader reader, int concept, Language language) {
        String slug = graph.slug(concept);
        Map<String, Node> parameters = Map.of("concept", NodeFactory.createURI(iris.concept(slug)));
        Map<String, String> definitions = new TreeMap<>();
        DEFINITIONS.each(
                reader, parameters, row -> definitions.putIfAbsent(row.language("definition"), row.text("definition")));
        Map<String, String> prefLabels = new TreeMap<>();
        Map<String, List<String>> altLabels = new TreeMap<>();
        for (Name name : graph.names(concept)) {
            switch (name.role()) {
                case PREFERRED -> prefLabels.putIfAbsent(name.language().tag(), name.text());
                case ALTERNATIVE ->
                    altLabels
                            .computeIfAbsent(name.language().tag(), tag -> new ArrayList<>())
                            .add(name.text());
                case HIDDEN -> {}
            }
        }
        Map<Provenance.Edge, Provenance.Grounds> grounds = provenance.grounds(reader, edges(concept), language);
        return new ConceptCard(
                iris.concept(slug),
                slug,
                graph.label(concept, language),
                graph.kind(concept),
                graph.isKnown(concept),
                prefLabels,
                altLabels,
                definitions,
                graph.difficulty(concept),
                graph.minutes(concept),
                refs(graph.objects(Relation.BROADER, concept), language),
                refs(graph.subjects(Relation.BROADER, concept), language),
                prerequisites(concept, grounds, language),
                unlocks(concept, grounds, language),
                relations(concept, grounds, language),
                WORKS.rows(reader, parameters, Concepts::work).stream()
                        .distinct()
                        .toList(),
                questions.about(reader, List.of(slug)).getOrDefault(slug, List.of()),
                sources.about(reader, List.of(slug)).getOrDefault(slug, List.of()),
                mentions(reader, slug));
    }

    private List<ConceptRef> refs(int[] concepts, Language language) {
        return Arrays.stream(concepts)
                .mapToObj(concept -> graph.ref(concept, language))
                .sorted(Refs.BY_LABEL)
                .toList();
    }

    /** All edges of a concept whose grounds its card shows. */
    private List<Provenance.Edge> edges(int concept) {
        List<Provenance.Edge> edges = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            for (int object : graph.objects(relation, concept)) {
                edges.add(new Provenance.Edge(concept, relation, object));
            }
            for (int subject : graph.subjects(relation, concept)) {
                edges.add(new Provenance.Edge(subject, relation, concept));
            }
        }
        return edges;
    }

    private static Provenance.Grounds groundsOf(
            Map<Provenance.Edge, Provenance.Grounds> grounds, int from, Relation relation, int to) {
        return grounds.getOrDefault(new Provenance.Edge(from, relation, to), Provenance.Grounds.NONE);
    }

    private static final Comparator<ConceptCard.PrerequisiteLink> REQUIRED_FIRST = Comparator.comparing(
                    ConceptCard.PrerequisiteLink::required)
            .reversed()
            .thenComparing(ConceptCard.PrerequisiteLink::concept, Refs.BY_LABEL);

    private List<ConceptCard.PrerequisiteLink> prerequisites(
            int concept, Map<Provenance.Edge, Provenance.Grounds> grounds, Language language) {
        List<ConceptCard.PrerequisiteLink> links = new ArrayList<>();
        for (int before : graph.objects(Relation.PREREQUISITE, concept)) {
            Provenance.Grounds why = groundsOf(grounds, concept, Relation.PREREQUISITE, before);
            links.add(new ConceptCard.PrerequisiteLink(
                    graph.ref(before, language), graph.isRequired(concept, before), why.reason(), why.evidence()));
        }
        links.sort(REQUIRED_FIRST);
        return links;
    }

    private List<ConceptCard.PrerequisiteLink> unlocks(
            int concept, Map<Provenance.Edge, Provenance.Grounds> grounds, Language language) {
        List<ConceptCard.PrerequisiteLink> links = new ArrayList<>();
        for (int after : graph.subjects(Relation.PREREQUISITE, concept)) {
            Provenance.Grounds why = groundsOf(grounds, after, Relation.PREREQUISITE, concept);
            links.add(new ConceptCard.PrerequisiteLink(
                    graph.ref(after, language), graph.isRequired(after, concept), why.reason(), why.evidence()));
        }
        links.sort(REQUIRED_FIRST);
        return links;
    }

    private List<ConceptCard.RelatedConcepts> relations(
            int concept, Map<Provenance.Edge, Provenance.Grounds> grounds, Language language) {
        List<ConceptCard.RelatedConcepts> relations = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            if (relation == Relation.PREREQUISITE) {
                continue;
            }
            List<ConceptCard.RelatedConcept> objects = new ArrayList<>();
            for (int object : graph.objects(relation, concept)) {
                objects.add(new ConceptCard.RelatedConcept(
                        graph.ref(object, language),
                        groundsOf(grounds, concept, relation, object).evidence()));
            }
            addIfAny(relations, relation, false, objects);
            List<ConceptCard.RelatedConcept> subjects = new ArrayList<>();
            for (int subject : graph.subjects(relation, concept)) {
                subjects.add(new ConceptCard.RelatedConcept(
                        graph.ref(subject, language),
                        groundsOf(grounds, subject, relation, concept).evidence()));
            }
            addIfAny(relations, relation, true, subjects);
        }
        return relations;
    }

    private static void addIfAny(
            List<ConceptCard.RelatedConcepts> relations,
            Relation relation,
            boolean inverse,
            List<ConceptCard.RelatedConcept> concepts) {
        if (!concepts.isEmpty()) {
            concepts.sort(Comparator.comparing(ConceptCard.RelatedConcept::concept, Refs.BY_LABEL));
            relations.add(new ConceptCard.RelatedConcepts(relation, inverse, concepts));
        }
    }

    private static ConceptCard.Work work(NamedQuery.Row row) {
        return new ConceptCard.Work(row.text("title"), row.text("authors"), row.text("year"), row.text("url"));
    }

    private List<ConceptCard.Mention> mentions(StoreReader reader, String slug) {
        Node concept = NodeFactory.createURI(iris.concept(slug));
        List<ConceptCard.Mention> mentions = new ArrayList<>();
        List<NamedQuery.Row> rows = MENTIONS.rows(reader, Map.of("concept", concept), row -> row);
        List<Node> statements = new ArrayList<>();
        for (NamedQuery.Row row : rows) {
            statements.add(
                    NodeFactory.createTripleTerm(Triple.create(row.node("note"), SchemaDO.mentions.asNode(), concept)));
        }
        Map<Triple, List<EvidenceRef>> evidence = provenance.evidence(reader, statements);
        for (int i = 0; i < rows.size(); i++) {
            NamedQuery.Row row = rows.get(i);
            String path = iris.local(Iris.Thing.NOTE, row.iri("note")).orElse("");
            String title = row.has("title") ? row.text("title") : path;
            evidence.getOrDefault(statements.get(i).getTriple(), List.of()).stream()
                    .sorted(Comparator.comparing(EvidenceRef::line).thenComparing(EvidenceRef::method))
                    .forEach(one -> mentions.add(new ConceptCard.Mention(path, title, row.flag("topic"), one)));
        }
        return mentions;
    }

    /** Returns what the store holds. */
    public Overview overview(Language language) {
        return store.read(reader -> {
            List<Overview.Topic> topics = topOrder(reader).stream()
                    .map(top -> new Overview.Topic(
                            graph.ref(top, language), taxonomy.withNarrower(top).size() - 1))
                    .toList();
            List<Overview.NoteRef> loaded = notes.list(reader);
            return COUNTS.rows(
                            reader,
                            Map.of(),
                            row -> new Overview(
                                    graph.size(),
                                    row.number("questions"),
                                    row.number("answered"),
                                    row.number("sources"),
                                    row.number("triples"),
                                    topics,
                                    loaded))
                    .getFirst();
        });
    }

    /** Returns the numbers of the top concepts in teaching order. */
    public List<Integer> tops() {
        return store.read(this::topOrder);
    }

    private List<Integer> topOrder(StoreReader reader) {
        Map<Integer, Integer> positions = new LinkedHashMap<>();
        TOPICS.each(
                reader,
                Map.of(),
                row -> iris.local(Iris.Thing.CONCEPT, row.iri("concept"))
                        .ifPresent(slug -> graph.find(slug)
                                .ifPresent(concept -> positions.putIfAbsent(
                                        concept, row.has("position") ? row.number("position") : Integer.MAX_VALUE))));
        return positions.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the top concepts in teaching order, each with all that lies below it. */
    public List<TopicTree> topics(Language language) {
        List<Integer> tops = store.read(this::topOrder);
        return tops.stream().map(top -> tree(top, language, new HashSet<>())).toList();
    }

    private TopicTree tree(int concept, Language language, Set<Integer> above) {
        List<TopicTree> narrower = new ArrayList<>();
        if (above.size() < TopicTree.MAX_DEPTH && above.add(concept)) {
            for (int below : graph.subjects(Relation.BROADER, concept)) {
                if (!above.contains(below)) {
                    narrower.add(tree(below, language, above));
                }
            }
            above.remove(concept);
        }
        narrower.sort(Comparator.comparing(TopicTree::concept, Refs.BY_LABEL));
        return new TopicTree(
                graph.ref(concept, language), taxonomy.withNarrower(concept).size() - 1, narrower);
    }

    /** Returns the names of all concepts in one language, aliases included, from A to Z. */
    public NameIndex index(Language language) {
        Map<String, Map<String, NameIndex.Entry>> groups = new TreeMap<>(NameOrder.INITIALS);
        for (int concept = 0; concept < graph.size(); concept++) {
            ConceptRef ref = graph.ref(concept, language);
            addTo(groups, new NameIndex.Entry(ref.label(), false, ref));
            for (Name name : graph.names(concept)) {
                if (name.role() == Name.Role.ALTERNATIVE && name.language() == language) {
                    addTo(groups, new NameIndex.Entry(name.text(), true, ref));
                }
            }
        }
        return new NameIndex(groups.entrySet().stream()
                .map(group -> new NameIndex.Group(
                        group.getKey(), List.copyOf(group.getValue().values())))
                .toList());
    }

    private static void addTo(Map<String, Map<String, NameIndex.Entry>> groups, NameIndex.Entry entry) {
        String key = NameOrder.key(entry.name());
        groups.computeIfAbsent(NameOrder.initial(key), initial -> new TreeMap<>())
                .put(key + "\n" + entry.name() + "\n" + entry.concept().slug(), entry);
    }
}
