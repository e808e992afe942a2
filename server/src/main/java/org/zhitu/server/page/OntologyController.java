package org.zhitu.server.page;

import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Ontology;
import org.zhitu.ontology.Term;

/** The page of the vocabulary: every term with what it means, the question that needs it and an example. */
@Controller
class OntologyController {
    private final List<Term> terms = Ontology.terms();

    /** A term in the reader's language; {@code answers} is empty for an individual. */
    record Entry(
            String name, String iri, Term.Sort sort, String label, String definition, String answers, String example) {
        static Entry of(Term term, Language language) {
            return new Entry(
                    term.name(),
                    term.iri(),
                    term.sort(),
                    Optional.ofNullable(term.labels().get(language)).orElse(term.name()),
                    Optional.ofNullable(term.definitions().get(language)).orElse(""),
                    Optional.ofNullable(term.answers().get(language)).orElse(""),
                    term.example());
        }
    }

    @GetMapping(path = "/ontology", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView ontology(Site site) {
        List<Entry> entries =
                terms.stream().map(term -> Entry.of(term, site.language())).toList();
        return new ModelAndView("ontology", "entries", entries);
    }
}
