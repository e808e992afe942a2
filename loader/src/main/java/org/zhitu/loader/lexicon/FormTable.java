package org.zhitu.loader.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.zhitu.ontology.AmbiguousForm;
import org.zhitu.ontology.Concept;
import org.zhitu.ontology.Language;

/** Gathers the forms of a lexicon, by key: labels, the spelling variants of English ones, and ambiguous forms over both. */
final class FormTable {
    private static final Pattern PARTS = Pattern.compile("[\\s\\-_\u2010-\u2013]+");
    private static final Pattern AMERICAN = Pattern.compile("iz(?=ation|e$|ed$|er$|ers$|ing$)");
    private static final Pattern SINGLE_L = Pattern.compile("(?<=model|label)(?=ing|ed$)");

    private static final Pattern NO_PLURAL = Pattern.compile("(?:ss|us|is|ics|as|os)$");

    private final Map<String, Form> forms = new TreeMap<>();
    private final Map<String, Form> variants = new TreeMap<>();

    /** Adds every label of a concept. A key that two concepts claim goes to the better basis, then to both as rivals. */
    void add(Concept concept) {
        for (Language language : Language.values()) {
            String preferred = concept.prefLabels().get(language);
            if (preferred != null) {
                add(preferred, concept.slug(), Mention.Basis.PREFERRED_LABEL);
            }
            for (String label : concept.altLabels().getOrDefault(language, List.of())) {
                add(label, concept.slug(), Mention.Basis.OTHER_LABEL);
            }
            for (String label : concept.hiddenLabels().getOrDefault(language, List.of())) {
                add(label, concept.slug(), Mention.Basis.HIDDEN_LABEL);
            }
        }
    }

    /** Adds a form that means several things; what labels say about its key no longer counts. */
    void add(AmbiguousForm ambiguous) {
        String key = NormalizedText.key(ambiguous.text());
        List<Form.Reading> readings = new ArrayList<>();
        for (AmbiguousForm.Reading reading : ambiguous.readings()) {
            Set<String> cues = new TreeSet<>();
            reading.cues().forEach(cue -> cues.add(NormalizedText.key(cue)));
            cues.remove(key);
            readings.add(new Form.Reading(reading.slug(), Mention.Basis.CONTEXT, cues, reading.isDefault()));
        }
        if (!key.isEmpty() && !readings.isEmpty()) {
            forms.put(key, new Form(words(ambiguous.text()), isAbbreviation(ambiguous.text()), readings));
        }
    }

    /** Returns all forms by key; spelling variants only where no label has their key. */
    Map<String, Form> toMap() {
        Map<String, Form> all = new TreeMap<>(variants);
        all.putAll(forms);
        return all;
    }

    private void add(String label, String slug, Mention.Basis basis) {
        String key = NormalizedText.key(label);
        if (key.isEmpty()) {
            return;
        }
        Form form =
                new Form(words(label), isAbbreviation(label), List.of(new Form.Reading(slug, basis, Set.of(), true)));
        forms.merge(key, form, FormTable::merge);
        if (NormalizedText.isWordCharacter(key.charAt(key.length() - 1))) {
            addVariants(key, form);
        }
    }

    private void addVariants(String key, Form form) {
        int last = key.length() - 1;
        if (key.endsWith("y") && last > 2 && "aeiou".indexOf(key.charAt(last - 1)) < 0) {
            variants.putIfAbsent(key.substring(0, last) + "ies", form);
        }
        boolean plural = key.endsWith("s")
                && key.length() >= 5
                && !NO_PLURAL.matcher(key).find()
                && Character.isLetter(key.charAt(last - 1));
        if (plural) {
            variants.putIfAbsent(key.substring(0, last), form);
        }
        String british = AMERICAN.matcher(key).replaceAll("is");
        if (!british.equals(key)) {
            variants.putIfAbsent(british, form);
        }
        String doubled = SINGLE_L.matcher(key).replaceAll("l");
        if (!doubled.equals(key)) {
            variants.putIfAbsent(doubled, form);
        }
    }

    private static Form merge(Form present, Form added) {
        int words = Math.max(present.words(), added.words());
        boolean abbreviation = present.abbreviation() && added.abbreviation();
        Form.Reading first = present.readings().getFirst();
        Form.Reading second = added.readings().getFirst();
        if (present.readings().stream().anyMatch(reading -> reading.slug().equals(second.slug()))) {
            return new Form(words, abbreviation, present.readings());
        }
        int better = first.basis().compareTo(second.basis());
        if (better != 0) {
            return new Form(words, abbreviation, better < 0 ? present.readings() : added.readings());
        }
        List<Form.Reading> both = new ArrayList<>(present.readings());
        both.add(second);
        return new Form(words, abbreviation, both);
    }

    private static int words(String label) {
        return PARTS.split(label.strip(), -1).length;
    }

    private static boolean isAbbreviation(String label) {
        return label.equals(label.toUpperCase(Locale.ROOT))
                && label.chars().filter(c -> c >= 'A' && c <= 'Z').count() >= 2;
    }
}
