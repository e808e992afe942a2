package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.lexicon.Mention;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Slug;

/** Finds the headings and names them. */
final class SectionExtractor {
    /** The fragments of images. */
    private static final Pattern IMAGE = Pattern.compile("image-\\d+");

    private final Reading reading;

    SectionExtractor(Reading reading) {
        this.reading = reading;
    }

    /**
     * Returns one claim for each section, in the order of the text: its place is the section's number. Sections that stood in
     * the note before keep their fragment.
     */
    List<Extraction.SectionClaim> extract(PreviousNote previous) {
        List<String> titles = reading.sections().stream()
                .map(section -> Inline.plainText(section.title()).strip())
                .toList();
        List<LastingIdentity.Identity> identities = new LastingIdentity(
                        previous.sections().stream()
                                .map(section -> new LastingIdentity.Former(section.id(), bare(section.title())))
                                .toList(),
                        SectionExtractor::freshId)
                .assign(
                        titles.stream().map(SectionExtractor::bare).toList(),
                        titles.stream().map(SectionExtractor::explicitId).toList());
        List<Extraction.SectionClaim> claims = new ArrayList<>();
        for (int i = 0; i < reading.sections().size(); i++) {
            Block.Section section = reading.sections().get(i);
            int parent = reading.parent(i);
            claims.add(new Extraction.SectionClaim(
                    identities.get(i).id(),
                    QuestionPhrase.withoutExplicitId(titles.get(i)),
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

    /** Returns a title without its number, which changes when a section moves. */
    private static String bare(String title) {
        String bare = title.substring(QuestionPhrase.afterEnumerator(title, 0)).strip();
        return bare.isEmpty() ? title : bare;
    }

    private static Optional<String> explicitId(String title) {
        return QuestionPhrase.explicitId(title)
                .map(Slug::of)
                .filter(id -> !id.isEmpty() && !IMAGE.matcher(id).matches());
    }

    private static String freshId(String title, int number) {
        String slug = Pinyin.slug(QuestionPhrase.withoutExplicitId(title));
        boolean reserved = slug.isEmpty() || IMAGE.matcher(slug).matches();
        String wanted =
                reserved ? "section-" + (slug.isEmpty() ? Iris.hash(title).substring(0, 8) : slug) : slug;
        return number == 1 ? wanted : wanted + "-" + number;
    }
}
