package org.zhitu.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhitu.ontology.rules.Rule;
import org.zhitu.ontology.rules.Rules;

/** The generated pages of the documentation are fresh; {@code -Dgolden.update=true} writes them anew. */
class DocumentationTest {
    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void vocabularyPageIsFresh() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Vocabulary 词汇表

                Generated from `ontology/src/main/resources/org/zhitu/ontology/zhitu.ttl`. Prefix `zt:` is
                `https://w3id.org/zhitu/ontology#`. Every term earns its place with a question that it answers.
                """);
        Optional<Term.Sort> section = Optional.empty();
        for (Term term : Ontology.terms()) {
            if (!section.equals(Optional.of(term.sort()))) {
                section = Optional.of(term.sort());
                page.append(
                        switch (term.sort()) {
                            case CLASS -> "\n## Classes 类\n";
                            case INDIVIDUAL -> "\n## Individuals 个体\n";
                            case PROPERTY -> "\n## Properties 属性\n";
                        });
            }
            page.append("\n### zt:").append(term.name()).append("\n\n");
            for (Language language : List.of(Language.EN, Language.ZH)) {
                page.append("- **").append(term.labels().get(language)).append("**: ");
                page.append(term.definitions().get(language));
                Optional.ofNullable(term.answers().get(language))
                        .ifPresent(
                                question -> page.append(" *").append(question).append('*'));
                page.append('\n');
            }
            term.above()
                    .ifPresent(above ->
                            page.append("- specialises ").append(code(above)).append('\n'));
            term.domain()
                    .ifPresent(
                            domain -> page.append("- of ").append(code(domain)).append('\n'));
            term.range()
                    .ifPresent(
                            range -> page.append("- value ").append(code(range)).append('\n'));
            page.append("- example: `").append(term.example()).append("`\n");
        }
        assertFresh("vocabulary.md", page.toString());
    }

    @Test
    void rulesPageIsFresh() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Rules of the concept scheme 概念体系的规则

                Generated from the headers of `ontology/src/main/resources/org/zhitu/ontology/rules/*.rq`.
                """);
        for (Rule rule : Rules.load().all()) {
            page.append("\n## ").append(rule.name()).append("\n\n");
            page.append(rule.severity())
                    .append(". ")
                    .append(rule.problem(Language.EN))
                    .append(' ');
            page.append(rule.why()).append(' ').append(rule.fix(Language.EN)).append("\n\n");
            page.append(rule.problem(Language.ZH)).append(rule.fix(Language.ZH)).append('\n');
        }
        assertFresh("rules.md", page.toString());
    }

    private static String code(String iri) {
        return "`"
                + iri.replace(Zt.NS, "zt:")
                        .replace(Iris.DEFAULT.base(), "")
                        .replace("http://www.w3.org/2004/02/skos/core#", "skos:")
                        .replace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:")
                        .replace("http://www.w3.org/2001/XMLSchema#", "xsd:")
                        .replace("https://schema.org/", "schema:")
                + "`";
    }

    private static void assertFresh(String name, String content) throws IOException {
        Path file = DOCS.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, content);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/%s; run the tests with -Dgolden.update=true to write it anew", name)
                .isEqualTo(content);
    }
}
