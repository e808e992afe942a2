package org.zhitu.graph.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SchemaDO;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;

/** The notes of the store. */
public final class Notes {
    private static final NamedQuery ALL = NamedQuery.of("notes-all");
    private static final NamedQuery CARD = NamedQuery.of("note-card");
    private static final NamedQuery SECTIONS = NamedQuery.of("note-sections");
    private static final NamedQuery QUESTIONS = NamedQuery.of("note-questions");
    private static final NamedQuery CONCEPTS = NamedQuery.of("note-concepts");
    private static final NamedQuery ABOUT = NamedQuery.of("sections-about");

    private final KnowledgeStore store;
    private final Iris iris;
    private final ConceptGraph graph;
    private final Provenance provenance;
    private final Questions questions;
    private final Sources sources;

    public Notes(KnowledgeStore store, Iris iris, ConceptGraph graph) {
        this.store = store;
        this.iris = iris;
        this.graph = graph;
        this.provenance = new Provenance(store, iris, graph);
        this.questions = new Questions(store, iris, graph);
        this.sources = new Sources(store, iris, graph);
    }

    /** Returns the notes, by path. */
    public List<Overview.NoteRef> list() {
        return store.read(this::list);
    }

    List<Overview.NoteRef> list(StoreReader reader) {
        Map<String, Overview.NoteRef> notes = new TreeMap<>();
        ALL.each(
                reader,
                Map.of(),
                row -> iris.local(Iris.Thing.NOTE, row.iri("note"))
                        .ifPresent(path -> notes.putIfAbsent(
                                path,
                                new Overview.NoteRef(
                                        path,
                                        row.has("title") ? row.text("title") : path,
                                        row.number("questions"),
                                        row.number("answered"),
                                        row.number("concepts"),
                                        row.number("sources")))));
        return List.copyOf(notes.values());
    }

    /** Returns all that is known of a note. */
    public Optional<NoteCard> card(String path, Language language) {
        Node note = NodeFactory.createURI(iris.note(path));
        return store.read(reader -> CARD.rows(reader, Map.of("note", note), row -> row).stream()
                .findFirst()
                .map(row -> new NoteCard(
                        path,
                        note.getURI(),
                        row.has("title") ? row.text("title") : path,
                        row.text("language"),
                        row.text("format"),
                        sections(reader, note, language),
                        questions(reader, note),
                        sources.ofNote(reader, note.getURI(), language),
                        concepts(reader, note, language))));
    }

    /**
     * Returns the notes and sections that are about each of some concepts, by slug; each by note, then line. Where a section
     * is about a concept, the note around it is left out.
     */
    public Map<String, List<SectionRef>> about(Collection<String> slugs) {
        List<Node> concepts = slugs.stream()
                .map(slug -> NodeFactory.createURI(iris.concept(slug)))
                .toList();
        Map<String, List<SectionRef>> about = new TreeMap<>();
        store.read(reader -> {
            ABOUT.eachOf(
                    reader,
                    "concept",
                    concepts,
                    row -> iris.local(Iris.Thing.CONCEPT, row.iri("concept"))
                            .ifPresent(slug -> about.computeIfAbsent(slug, key -> new ArrayList<>())
                                    .add(section(row))));
            return about;
        });
        about.values().forEach(Notes::keepInnermost);
        return about;
    }

    private SectionRef section(NamedQuery.Row row) {
        String note = iris.local(Iris.Thing.NOTE, row.iri("note")).orElse("");
        String title = row.text("title");
        return new SectionRef(
                note, fragment(row.iri("section")), title.isEmpty() ? note : title, Math.max(1, row.number("line")));
    }

    private static void keepInnermost(List<SectionRef> sections) {
        Set<String> divided = new TreeSet<>();
        sections.stream()
                .filter(section -> !section.fragment().isEmpty())
                .map(SectionRef::note)
                .forEach(divided::add);
        sections.removeIf(section -> section.fragment().isEmpty() && divided.contains(section.note()));
        sections.sort(Comparator.comparing(SectionRef::note)
                .thenComparing(SectionRef::line)
                .thenComparing(SectionRef::fragment));
    }

    private List<NoteCard.Section> sections(StoreReader reader, Node note, Language language) {
        Map<String, NoteCard.Section> sections = new LinkedHashMap<>();
        Map<String, Set<Integer>> about = new LinkedHashMap<>();
        SECTIONS.each(reader, Map.of("note", note), row -> {
            String fragment = fragment(row.iri("section"));
            sections.putIfAbsent(
                    fragment,
                    new NoteCard.Section(
                            fragment, row.text("title"), row.number("level"), row.number("line"), List.of()));
            Set<Integer> concepts = about.computeIfAbsent(fragment, key -> new TreeSet<>());
            find(row.text("concept")).ifPresent(concepts::add);
        });
        return sections.values().stream()
                .map(section -> new NoteCard.Section(
                        section.fragment(),
                        section.title(),
                        section.level(),
                        section.line(),
                        Refs.byLabel(graph, about.getOrDefault(section.fragment(), Set.of()), language)))
                .toList();
    }

    private List<NoteCard.Asked> questions(StoreReader reader, Node note) {
        List<NoteCard.Asked> asked = new ArrayList<>();
        QUESTIONS.each(reader, Map.of("note", note), row -> {
            QuestionRef found = questions.ref(row);
            QuestionRef question = new QuestionRef(
                    found.id(),
                    found.text(),
                    found.answered(),
                    iris.local(Iris.Thing.NOTE, note.getURI()).orElse(""),
                    found.line());
            asked.add(new NoteCard.Asked(question, fragment(row.iri("part"))));
        });
        return asked;
    }

    private List<NoteCard.Named> concepts(StoreReader reader, Node note, Language language) {
        Map<Integer, Boolean> topics = new TreeMap<>();
        CONCEPTS.each(
                reader,
                Map.of("note", note),
                row -> find(row.text("concept")).ifPresent(concept -> topics.put(concept, row.flag("topic"))));
        Map<Integer, Node> mentions = new TreeMap<>();
        for (int concept : topics.keySet()) {
            mentions.put(
                    concept,
                    NodeFactory.createTripleTerm(Triple.create(
                            note,
                            SchemaDO.mentions.asNode(),
                            NodeFactory.createURI(iris.concept(graph.slug(concept))))));
        }
        Map<Triple, List<EvidenceRef>> evidence = provenance.evidence(reader, mentions.values());
        List<NoteCard.Named> named = new ArrayList<>();
        topics.forEach((concept, topic) -> named.add(new NoteCard.Named(
                graph.ref(concept, language), topic, lines(evidence, mentions.getOrDefault(concept, note)))));
        named.sort(Comparator.comparing(NoteCard.Named::topic)
                .reversed()
                .thenComparing(NoteCard.Named::concept, Refs.BY_LABEL));
        return named;
    }

    private static List<Integer> lines(Map<Triple, List<EvidenceRef>> evidence, Node mention) {
        return evidence.getOrDefault(mention.getTriple(), List.of()).stream()
                .map(EvidenceRef::line)
                .filter(line -> line > 0)
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<Integer> find(String concept) {
        return iris.local(Iris.Thing.CONCEPT, concept).flatMap(slug -> {
            var found = graph.find(slug);
            return found.isPresent() ? Optional.of(found.getAsInt()) : Optional.empty();
        });
    }

    private static String fragment(String iri) {
        int hash = iri.indexOf('#');
        return hash < 0 ? "" : iri.substring(hash + 1);
    }
}
