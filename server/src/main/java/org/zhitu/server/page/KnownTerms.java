package org.zhitu.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zhitu.graph.about.Namespaces;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Ontology;
import org.zhitu.ontology.Term;

/**
 * The classes and properties that the data use, with names and definitions in both languages: our own and those that are reused.
 * What SKOS, schema.org and the others say themselves is written for everybody; here stands what they mean in this graph.
 */
final class KnownTerms {
    private KnownTerms() {}

    /**
     * A class or property.
     *
     * @param sort       {@code class}, {@code property} or {@code individual}
     * @param name       with its prefix
     * @param en         its English label
     * @param zh         its Chinese label
     * @param definition in the reader's language
     */
    record Entry(String iri, String name, String sort, String en, String zh, String definition) {}

    /** Returns all terms, our own first. */
    static List<Entry> in(Language language) {
        List<Entry> all = new ArrayList<>();
        for (Term term : Ontology.terms()) {
            all.add(new Entry(
                    term.iri(),
                    "zt:" + term.name(),
                    sort(term.sort()),
                    label(term, Language.EN),
                    label(term, Language.ZH),
                    Objects.requireNonNullElse(term.definitions().get(language), "")));
        }
        Map<String, String> namespaces = Namespaces.of(Iris.DEFAULT);
        text().lines().map(line -> line.split("\t", -1)).forEach(cells -> {
            int colon = cells[0].indexOf(':');
            String namespace = Objects.requireNonNull(namespaces.get(cells[0].substring(0, colon)), cells[0]);
            all.add(new Entry(
                    namespace + cells[0].substring(colon + 1),
                    cells[0],
                    sort(Term.Sort.valueOf(cells[1])),
                    cells[2],
                    cells[3],
                    cells[language == Language.ZH ? 5 : 4]));
        });
        return List.copyOf(all);
    }

    /** Returns the terms of each language; they never change while the program runs. */
    static Map<Language, List<Entry>> inAll() {
        Map<Language, List<Entry>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, in(language));
        }
        return all;
    }

    private static String sort(Term.Sort sort) {
        return switch (sort) {
            case CLASS -> "class";
            case INDIVIDUAL -> "individual";
            case PROPERTY -> "property";
        };
    }

    private static String label(Term term, Language language) {
        return Objects.requireNonNullElse(term.labels().get(language), term.name());
    }

    private static String text() {
        try (InputStream in =
                Objects.requireNonNull(KnownTerms.class.getResourceAsStream("reused-terms.tsv"), "reused-terms.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading reused-terms.tsv", e);
        }
    }
}
