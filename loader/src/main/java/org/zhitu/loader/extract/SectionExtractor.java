package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.lexicon.Mention;
import org.zhitu.ontology.Iris;

/** Finds the headings and names them. */
final class SectionExtractor {
    private final Reading reading;

    SectionExtractor(Reading reading) {
        this.reading = reading;
    }

    /** Returns one claim for each section, in the order of the text: its place is the section's number. */
    List<Extraction.SectionClaim> extract() {
        List<Extraction.SectionClaim> claims = new ArrayList<>();
        Set<String> taken = new TreeSet<>();
        for (int i = 0; i < reading.sections().size(); i++) {
            Block.Section section = reading.sections().get(i);
            String title = Inline.plainText(section.title()).strip();
            int parent = reading.parent(i);
            claims.add(new Extraction.SectionClaim(
                    unique(title, taken),
                    title,
                    section.level(),
                    parent < 0
                            ? Optional.empty()
                            : Optional.of(claims.get(parent).id()),
                    reading.passageOf(section)
                            .map(passage -> passage.mentions().stream()
                                    .map(Mention::slug)
                                    .distinct()
                                    .toList())
                            .orElse(List.of()),
                    section.titleSpan()));
        }
        return claims;
    }

    private static String unique(String title, Set<String> taken) {
        String slug = Pinyin.slug(title);
        boolean reserved = slug.isEmpty() || slug.matches("image-\\d+");
        String wanted =
                reserved ? "section-" + (slug.isEmpty() ? Iris.hash(title).substring(0, 8) : slug) : slug;
        String id = wanted;
        for (int n = 2; !taken.add(id); n++) {
            id = wanted + "-" + n;
        }
        return id;
    }
}
