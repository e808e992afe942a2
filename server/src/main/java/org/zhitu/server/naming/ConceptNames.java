package org.zhitu.server.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.search.Hit;
import org.zhitu.ontology.Language;
import org.zhitu.server.problem.ProblemException;

/** Finds the concepts that a person names by slug, label or alias, Chinese or English, any case. */
public final class ConceptNames {
    /** The most names that one list may hold: more than anybody knows of the curated scheme. */
    public static final int MOST = 1000;

    private static final int SUGGESTIONS = 5;

    private final Knowledge knowledge;
    private final Language language;

    public ConceptNames(Knowledge knowledge, Language language) {
        this.knowledge = knowledge;
        this.language = language;
    }

    /**
     * Returns the slugs of the concepts in lists of names, each once, in the order named.
     *
     * @param parameter what the lists are called where the person gave them
     * @param lists     names with commas between them, ASCII or Chinese
     * @throws ProblemException if there is no such concept, with the names nearest to it
     */
    public List<String> slugs(String parameter, Collection<String> lists) {
        List<String> slugs = new ArrayList<>();
        for (String name : split(parameter, lists)) {
            String slug = slug(parameter, name);
            if (!slugs.contains(slug)) {
                slugs.add(slug);
            }
        }
        return slugs;
    }

    /** Returns the parts of lists with commas between them, blank ones left out. */
    public static List<String> split(String parameter, Collection<String> lists) {
        List<String> names = new ArrayList<>();
        for (String list : lists) {
            for (String name : list.split("[,，、]", -1)) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
        if (names.size() > MOST) {
            throw new ProblemException(400, "too-many-values", parameter, MOST).with("parameter", parameter);
        }
        return names;
    }

    /**
     * Returns the slug of one concept.
     *
     * @throws ProblemException if there is no such concept, with the names nearest to it
     */
    public String slug(String parameter, String name) {
        return knowledge.concepts().resolve(name).orElseThrow(() -> unknown(parameter, name));
    }

    private ProblemException unknown(String parameter, String name) {
        List<Hit> near = knowledge.search().find(name, language, SUGGESTIONS * 2).stream()
                .filter(hit -> hit.type() == Hit.Type.CONCEPT)
                .limit(SUGGESTIONS)
                .toList();
        String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
        String code = near.isEmpty() ? "unknown-concept" : "unknown-concept-near";
        List<String> labels =
                near.stream().map(hit -> hit.label() + " (" + hit.id() + ")").toList();
        return new ProblemException(404, code, shown, String.join(", ", labels), parameter)
                .with("parameter", parameter)
                .with("suggestions", near.stream().map(Hit::id).toList());
    }
}
