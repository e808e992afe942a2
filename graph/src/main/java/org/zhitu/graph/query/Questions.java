package org.zhitu.graph.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;

/** The questions of the store. */
public final class Questions {
    /** The most questions that one page of a list holds. */
    public static final int MAX_LIMIT = 1000;

    private static final int MAX_RELATED = 10;

    private static final NamedQuery CARD = NamedQuery.of("question-card");
    private static final NamedQuery CONCEPTS = NamedQuery.of("question-concepts");
    private static final NamedQuery ANSWERS = NamedQuery.of("question-answers");
    private static final NamedQuery SAME = NamedQuery.of("question-same");
    private static final NamedQuery ABOUT = NamedQuery.of("questions-about");
    private static final NamedQuery TEXTS = NamedQuery.of("graph-questions");
    private static final NamedQuery ALL = NamedQuery.of("questions-all");

    private static final Comparator<QuestionRef> BY_PLACE = Comparator.comparing(QuestionRef::note)
            .thenComparing(QuestionRef::line)
            .thenComparing(QuestionRef::id);

    private final KnowledgeStore store;
    private final Iris iris;
    private final ConceptGraph graph;
    private final Taxonomy taxonomy;
    private final Provenance provenance;

    public Questions(KnowledgeStore store, Iris iris, ConceptGraph graph) {
        this.store = store;
        this.iris = iris;
        this.graph = graph;
        this.taxonomy = new Taxonomy(graph);
        this.provenance = new Provenance(store, iris, graph);
    }

    /** Whether the notes answer a question. */
    public enum State {
        ANY,
        ANSWERED,
        UNANSWERED
    }

    /**
     * Which questions to list.
     *
     * @param topic the slug of a concept: questions about it or anything below it; empty for all questions
     * @param note  the path of a note: questions that it asks; empty for all questions
     * @param text  words that the question has, in any order, or parts of them; blank for all questions
     */
    public record Filter(State state, Optional<String> topic, Optional<String> note, String text) {
        /** Lists every question. */
        public static final Filter ALL = new Filter(State.ANY, Optional.empty());

        /** Lists the questions in a state about a topic, whatever the note and the words. */
        public Filter(State state, Optional<String> topic) {
            this(state, topic, Optional.empty(), "");
        }

        private boolean passes(QuestionRef question, List<String> words) {
            boolean ofNote = note.isEmpty() || note.get().equals(question.note());
            if (!ofNote || words.isEmpty()) {
                return ofNote;
            }
            String asked = Wording.of(question.text()).text();
            return words.stream().allMatch(asked::contains);
        }
    }

    /**
     * A part of a list of questions.
     *
     * @param total   how many questions pass the filter
     * @param entries those asked for, by note and line
     */
    public record Page(int total, List<Entry> entries) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** One question of a list, with the concepts that it is about, by label. */
    public record Entry(QuestionRef question, List<ConceptRef> about) {
        public Entry {
            about = List.copyOf(about);
        }
    }

    /** Returns all that is known of a question. */
    public Optional<QuestionCard> card(String id, Language language) {
        Node question = NodeFactory.createURI(iris.question(id));
        return store.read(reader -> CARD.rows(reader, Map.of("question", question), row -> row).stream()
                .findFirst()
                .map(row -> card(reader, id, question, row, language)));
    }

    private QuestionCard card(StoreReader reader, String id, Node question, NamedQuery.Row row, Language language) {
        Set<Integer> about = new TreeSet<>();
        CONCEPTS.each(
                reader,
                Map.of("question", question),
                found -> iris.local(Iris.Thing.CONCEPT, found.text("concept"))
                        .ifPresent(slug -> graph.find(slug).ifPresent(about::add)));
        return new QuestionCard(
                id,
                question.getURI(),
                row.text("text"),
                row.flag("answered"),
                row.text("answer"),
                row.text("html"),
                iris.local(Iris.Thing.NOTE, row.iri("note")).orElse(""),
                row.text("noteTitle"),
                row.number("line"),
                row.text("section"),
                Refs.byLabel(graph, about, language),
                same(reader, question),
                related(reader, id, about));
    }

    private List<QuestionRef> same(StoreReader reader, Node question) {
        return SAME.rows(reader, Map.of("question", question), row -> ref(row, "other")).stream()
                .limit(MAX_RELATED)
                .toList();
    }

    /** Nearest first: by how many concepts two questions share, then by place. */
    private List<QuestionRef> related(StoreReader reader, String id, Set<Integer> about) {
        Map<QuestionRef, Integer> shared = new HashMap<>();
        about(reader, about.stream().map(graph::slug).toList())
                .values()
                .forEach(questions -> questions.forEach(question -> shared.merge(question, 1, Integer::sum)));
        return shared.entrySet().stream()
                .filter(entry -> !entry.getKey().id().equals(id))
                .sorted(Map.Entry.<QuestionRef, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(BY_PLACE)))
                .limit(MAX_RELATED)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the questions about each of some concepts, by slug; answered first, then by note and line. */
    public Map<String, List<QuestionRef>> about(Collection<String> slugs) {
        return store.read(reader -> about(reader, slugs));
    }

    /** Returns what says that each of some questions, by id, is about a concept. */
    public Map<String, List<EvidenceRef>> grounds(Collection<String> ids, String slug) {
        Map<String, String> things = new TreeMap<>();
        ids.forEach(id -> things.put(id, iris.question(id)));
        return provenance.about(things, slug);
    }

    Map<String, List<QuestionRef>> about(StoreReader reader, Collection<String> slugs) {
        List<Node> concepts = slugs.stream()
                .map(slug -> NodeFactory.createURI(iris.concept(slug)))
                .toList();
        Map<String, List<QuestionRef>> about = new TreeMap<>();
        ABOUT.eachOf(
                reader,
                "concept",
                concepts,
                row -> iris.local(Iris.Thing.CONCEPT, row.iri("concept"))
                        .ifPresent(slug -> about.computeIfAbsent(slug, key -> new ArrayList<>())
                                .add(ref(row))));
        about.values()
                .forEach(questions -> questions.sort(
                        Comparator.comparing(QuestionRef::answered).reversed().thenComparing(BY_PLACE)));
        return about;
    }

    /** Returns the answers to some questions as safe HTML, by id; a question that no note answers is left out. */
    public SortedMap<String, String> answers(Collection<String> ids) {
        List<Node> questions =
                ids.stream().map(id -> NodeFactory.createURI(iris.question(id))).toList();
        SortedMap<String, String> answers = new TreeMap<>();
        store.read(reader -> {
            ANSWERS.eachOf(
                    reader,
                    "question",
                    questions,
                    row -> iris.local(Iris.Thing.QUESTION, row.iri("question"))
                            .ifPresent(id -> answers.putIfAbsent(id, row.text("html"))));
            return answers;
        });
        return answers;
    }

    /**
     * Returns a part of the questions that pass a filter, by note and line.
     *
     * @param offset how many to leave out at the beginning
     * @param limit  how many to return at most; at most {@link #MAX_LIMIT}
     */
    public Page list(Filter filter, int offset, int limit, Language language) {
        Map<QuestionRef, Set<Integer>> all = store.read(this::all);
        Optional<Set<Integer>> topic = filter.topic().map(slug -> {
            Set<Integer> below = new TreeSet<>();
            graph.find(slug).ifPresent(concept -> below.addAll(taxonomy.withNarrower(concept)));
            return below;
        });
        List<String> words = Wording.of(filter.text()).words();
        List<Entry> passed = new ArrayList<>();
        int total = 0;
        for (Map.Entry<QuestionRef, Set<Integer>> one : all.entrySet()) {
            if (passes(filter.state(), one.getKey())
                    && filter.passes(one.getKey(), words)
                    && (topic.isEmpty() || one.getValue().stream().anyMatch(topic.get()::contains))) {
                if (total >= offset && passed.size() < Math.clamp(limit, 0, MAX_LIMIT)) {
                    passed.add(new Entry(one.getKey(), Refs.byLabel(graph, one.getValue(), language)));
                }
                total++;
            }
        }
        return new Page(total, passed);
    }

    private static boolean passes(State state, QuestionRef question) {
        return switch (state) {
            case ANY -> true;
            case ANSWERED -> question.answered();
            case UNANSWERED -> !question.answered();
        };
    }

    private Map<QuestionRef, Set<Integer>> all(StoreReader reader) {
        Map<QuestionRef, Set<Integer>> all = new LinkedHashMap<>();
        ALL.each(reader, Map.of(), row -> {
            Set<Integer> about = all.computeIfAbsent(ref(row), key -> new TreeSet<>());
            iris.local(Iris.Thing.CONCEPT, row.text("concept"))
                    .ifPresent(slug -> graph.find(slug).ifPresent(about::add));
        });
        return all;
    }

    /** Returns the text of every question by id: what search looks through. */
    public static SortedMap<String, String> texts(StoreReader reader, Iris iris) {
        SortedMap<String, String> texts = new TreeMap<>();
        TEXTS.each(
                reader,
                Map.of(),
                row -> iris.local(Iris.Thing.QUESTION, row.iri("question"))
                        .ifPresent(id -> texts.putIfAbsent(id, row.text("text"))));
        return texts;
    }

    QuestionRef ref(NamedQuery.Row row) {
        return ref(row, "question");
    }

    private QuestionRef ref(NamedQuery.Row row, String variable) {
        return new QuestionRef(
                iris.local(Iris.Thing.QUESTION, row.iri(variable)).orElse(""),
                row.text("text"),
                row.flag("answered"),
                iris.local(Iris.Thing.NOTE, row.text("note")).orElse(""),
                row.number("line"));
    }
}
