package org.zhitu.server.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.explain.Between;
import org.zhitu.graph.explain.Comparison;
import org.zhitu.graph.explain.Explanation;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/** The page that puts two concepts side by side and says how they hang together. */
@Controller
class CompareController {
    /** How many explanations a page shows that was not asked for another number. */
    private static final int EXPLANATIONS = 3;

    private static final int MOST = 20;
    private static final int ENTRIES = 100;

    private final Knowledge.Source source;
    private final Messages messages;

    CompareController(Knowledge.Source source, Messages messages) {
        this.source = source;
        this.messages = messages;
    }

    /**
     * One respect in which two concepts are compared.
     *
     * @param key what it is called in the texts
     */
    record Aspect(String key, Comparison.Sides<?> sides) {}

    /**
     * Two concepts side by side.
     *
     * @param aspects   those in which there is something to say
     * @param empty     the names of the others
     * @param sentences the explanations, each as its hops, each hop as what is said of its two concepts
     */
    record View(
            Comparison comparison,
            List<Aspect> aspects,
            List<String> empty,
            Between between,
            List<List<List<Sentence>>> sentences) {
        static View of(Comparison comparison, Between between, Messages messages, Language language) {
            List<Aspect> all = List.of(
                    new Aspect("prerequisites", comparison.prerequisites()),
                    new Aspect("foundations", comparison.foundations()),
                    new Aspect("parts", comparison.parts()),
                    new Aspect("uses", comparison.uses()),
                    new Aspect("questions", comparison.questions()),
                    new Aspect("sources", comparison.sources()));
            return new View(
                    comparison,
                    all.stream().filter(aspect -> aspect.sides().total() > 0).toList(),
                    all.stream()
                            .filter(aspect -> aspect.sides().total() == 0)
                            .map(Aspect::key)
                            .toList(),
                    between,
                    between.explanations().stream()
                            .map(explanation -> sentences(explanation, messages, language))
                            .toList());
        }

        private static List<List<Sentence>> sentences(Explanation explanation, Messages messages, Language language) {
            return explanation.hops().stream()
                    .map(hop -> hop.statements().stream()
                            .map(statement -> Sentence.of(statement, messages, language))
                            .toList())
                    .toList();
        }
    }

    @GetMapping(path = "/compare", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView compare(
            @RequestParam(defaultValue = "") String a,
            @RequestParam(defaultValue = "") String b,
            @RequestParam(defaultValue = "") String relations,
            @RequestParam(defaultValue = "") String k,
            Site site) {
        Knowledge knowledge = source.current();
        Language language = site.content();
        Set<Relation> following = Following.parse(relations);
        int count = Following.number(k, MOST, EXPLANATIONS);
        ModelAndView page = new ModelAndView("compare");
        page.addObject("a", a.strip());
        page.addObject("b", b.strip());
        page.addObject("k", count);
        page.addObject("most", MOST);
        page.addObject("following", following);
        page.addObject("relations", Relation.values());
        Optional<String> one = knowledge.concepts().resolve(a);
        Optional<String> other = knowledge.concepts().resolve(b);
        List<String> unknown = Stream.of(a, b)
                .map(String::strip)
                .filter(name ->
                        !name.isEmpty() && knowledge.concepts().resolve(name).isEmpty())
                .toList();
        page.addObject("unknown", Named.Unknown.of(unknown, knowledge, language));
        if (!unknown.isEmpty()) {
            page.setStatus(HttpStatus.NOT_FOUND);
        }
        if (one.isPresent() && other.isPresent()) {
            page.addObject(
                    "view",
                    View.of(
                            knowledge.explanations().compare(one.get(), other.get(), ENTRIES, language),
                            knowledge.explanations().between(one.get(), other.get(), following, count, language),
                            messages,
                            site.language()));
        }
        return page;
    }
}
