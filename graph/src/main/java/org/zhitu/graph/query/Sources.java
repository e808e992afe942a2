package org.zhitu.graph.query;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** The sources that notes give. */
public final class Sources {
    private static final NamedQuery ABOUT = NamedQuery.of("sources-about");
    private static final NamedQuery ALL = NamedQuery.of("sources-all");
    private static final NamedQuery OF_NOTE = NamedQuery.of("note-sources");

    private static final Comparator<SourceRef> BY_PLACE = Comparator.comparing(SourceRef::note)
            .thenComparing(SourceRef::line)
            .thenComparing(SourceRef::url)
            .thenComparing(SourceRef::title);

    private final KnowledgeStore store;
    private final Iris iris;
    private final ConceptGraph graph;
    private final Provenance provenance;

    public Sources(KnowledgeStore store, Iris iris, ConceptGraph graph) {
        this.store = store;
        this.iris = iris;
        this.graph = graph;
        this.provenance = new Provenance(store, iris, graph);
    }

    /**
     * One source as a note gives it.
     *
     * @param id     the last segment of its IRI; two spellings of one address have the same
     * @param author who made it, as the note says; empty where it does not
     * @param about  the concepts that the note treats where it gives the source, by label
     */
    public record Entry(String id, SourceRef source, String author, List<ConceptRef> about) {
        public Entry {
            about = List.copyOf(about);
        }
    }

    /** Returns every source that a note gives, by note and line. */
    public List<Entry> list(Language language) {
        return store.read(reader -> {
            List<Given> given = new ArrayList<>();
            ALL.each(reader, Map.of(), row -> given.add(given(row, row.iri("note"))));
            return entries(reader, given, language);
        });
    }

    /** Returns the sources that notes give for each of some concepts, by slug, then by note and line. */
    public Map<String, List<SourceRef>> about(Collection<String> slugs) {
        return store.read(reader -> about(reader, slugs));
    }

    /** Returns what says that each of some sources, by address, is about a concept. */
    public Map<String, List<EvidenceRef>> grounds(Collection<String> urls, String slug) {
        Map<String, String> things = new TreeMap<>();
        urls.forEach(url -> things.put(url, iris.source(url)));
        return provenance.about(things, slug);
    }

    Map<String, List<SourceRef>> about(StoreReader reader, Collection<String> slugs) {
        List<Node> concepts = slugs.stream()
                .map(slug -> NodeFactory.createURI(iris.concept(slug)))
                .toList();
        List<Given> given = new ArrayList<>();
        ABOUT.eachOf(reader, "concept", concepts, row -> given.add(given(row, row.iri("note"))));
        Map<Triple, Integer> lines = lines(reader, given);
        Map<String, List<SourceRef>> about = new TreeMap<>();
        for (Given one : given) {
            iris.local(Iris.Thing.CONCEPT, one.concept())
                    .ifPresent(slug -> about.computeIfAbsent(slug, key -> new ArrayList<>())
                            .add(ref(one, lines)));
        }
        about.values().forEach(sources -> sources.sort(BY_PLACE));
        return about;
    }

    List<Entry> ofNote(StoreReader reader, String note, Language language) {
        List<Given> given = new ArrayList<>();
        OF_NOTE.each(reader, Map.of("note", NodeFactory.createURI(note)), row -> given.add(given(row, note)));
        return entries(reader, given, language);
    }

    /** One row: a source, given by a note, for a concept or none. */
    private record Given(
            String source, String url, String title, String kind, String author, String note, String concept) {
        Triple citation() {
            return Triple.create(
                    NodeFactory.createURI(note), SchemaDO.citation.asNode(), NodeFactory.createURI(source));
        }
    }

    private static Given given(NamedQuery.Row row, String note) {
        return new Given(
                row.iri("source"),
                row.text("url"),
                row.text("title"),
                row.text("kind"),
                row.text("author"),
                note,
                row.text("concept"));
    }

    private List<Entry> entries(StoreReader reader, List<Given> given, Language language) {
        Map<Triple, Integer> lines = lines(reader, given);
        Map<SourceRef, String> ids = new HashMap<>();
        Map<SourceRef, String> authors = new HashMap<>();
        Map<SourceRef, TreeSet<Integer>> about = new LinkedHashMap<>();
        for (Given one : given) {
            SourceRef source = ref(one, lines);
            ids.put(source, iris.local(Iris.Thing.SOURCE, one.source()).orElse(one.source()));
            authors.putIfAbsent(source, one.author());
            TreeSet<Integer> concepts = about.computeIfAbsent(source, key -> new TreeSet<>());
            iris.local(Iris.Thing.CONCEPT, one.concept())
                    .ifPresent(slug -> graph.find(slug).ifPresent(concepts::add));
        }
        return about.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_PLACE))
                .map(entry -> new Entry(
                        ids.getOrDefault(entry.getKey(), ""),
                        entry.getKey(),
                        authors.getOrDefault(entry.getKey(), ""),
                        Refs.byLabel(graph, entry.getValue(), language)))
                .toList();
    }

    private Map<Triple, Integer> lines(StoreReader reader, List<Given> given) {
        List<Node> citations = given.stream()
                .map(Given::citation)
                .distinct()
                .map(NodeFactory::createTripleTerm)
                .toList();
        Map<Triple, Integer> lines = new HashMap<>();
        provenance
                .evidence(reader, citations)
                .forEach((citation, evidence) -> lines.put(
                        citation,
                        evidence.stream().mapToInt(EvidenceRef::line).min().orElse(0)));
        return lines;
    }

    private SourceRef ref(Given given, Map<Triple, Integer> lines) {
        return new SourceRef(
                given.url(),
                given.title().isEmpty() ? titleOf(given.url()) : given.title(),
                given.kind().isEmpty() ? "page" : given.kind(),
                iris.local(Iris.Thing.NOTE, given.note()).orElse(""),
                lines.getOrDefault(given.citation(), 0));
    }

    /** What an address tells: host and last segment. */
    static String titleOf(String url) {
        try {
            URI address = URI.create(url);
            String host = address.getHost();
            if (host == null) {
                return url;
            }
            String path = address.getPath() == null ? "" : address.getPath().replaceFirst("/+$", "");
            String last = path.substring(path.lastIndexOf('/') + 1);
            return host.replaceFirst("^www\\.", "") + (last.isEmpty() ? "" : " – " + last);
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
