package org.zhitu.server.api;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhitu.graph.Knowledge;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;
import org.zhitu.server.naming.ConceptNames;
import org.zhitu.server.problem.ProblemException;

/** What a request asks for, checked. Every problem names the parameter, what it may be, and a cure. */
final class Parameters {
    private final ServerRequest request;
    private final ConceptNames names;

    Parameters(ServerRequest request, Knowledge knowledge, Language language) {
        this.request = request;
        this.names = new ConceptNames(knowledge, language);
    }

    /** Returns a whole number within a range. */
    int number(String name, int from, int to, int otherwise) {
        String text = request.param(name).map(String::strip).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("-?\\d{1,9}")) {
            throw outOfRange(name, text, from, to, otherwise);
        }
        int number = Integer.parseInt(text);
        if (number < from || number > to) {
            throw outOfRange(name, text, from, to, otherwise);
        }
        return number;
    }

    private static ProblemException outOfRange(String name, String text, int from, int to, int otherwise) {
        return new ProblemException(400, "bad-number", name, shortened(text), from, to, otherwise)
                .with("parameter", name)
                .with("minimum", from)
                .with("maximum", to);
    }

    /** Returns one of some words. */
    String choice(String name, List<String> words, String otherwise) {
        String word = word(name);
        if (word.isEmpty()) {
            return otherwise;
        }
        if (!words.contains(word)) {
            throw new ProblemException(400, "bad-choice", name, shortened(word), String.join(", ", words), otherwise)
                    .with("parameter", name)
                    .with("allowed", words);
        }
        return word;
    }

    /** Returns a text, stripped; empty where there is none. */
    String word(String name) {
        return request.param(name).map(String::strip).orElse("");
    }

    /** Returns a text that must be there. */
    String text(String name) {
        return request.param(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> missing(name));
    }

    private static ProblemException missing(String name) {
        return new ProblemException(400, "missing-parameter", name).with("parameter", name);
    }

    /** Returns relations by their short names; all of them where the parameter is missing. */
    Set<Relation> relations(String name) {
        EnumSet<Relation> relations = EnumSet.noneOf(Relation.class);
        for (String key : ConceptNames.split(name, values(name))) {
            relations.add(Relation.ofKey(key).orElseThrow(() -> {
                List<String> keys =
                        List.of(Relation.values()).stream().map(Relation::key).toList();
                return new ProblemException(400, "unknown-relation", name, shortened(key), String.join(", ", keys))
                        .with("parameter", name)
                        .with("allowed", keys);
            }));
        }
        return relations.isEmpty() ? EnumSet.allOf(Relation.class) : relations;
    }

    /** Returns the slugs of concepts of which there must be one. */
    List<String> someConcepts(String name) {
        List<String> slugs = concepts(name);
        if (slugs.isEmpty()) {
            throw missing(name);
        }
        return slugs;
    }

    /** Returns the slugs of concepts; the parameter may be repeated, or hold several with commas between them. */
    List<String> concepts(String name) {
        return names.slugs(name, values(name));
    }

    /** Returns the slug of a concept that must be there. */
    String concept(String name) {
        return names.slug(name, text(name));
    }

    /** Returns the slug of the concept that a part of the path names. */
    String conceptInPath(String name) {
        return names.slug(name, request.pathVariable(name));
    }

    private List<String> values(String name) {
        return request.params().getOrDefault(name, List.of());
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
