package org.zhitu.server.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.zhitu.graph.query.QuestionCard;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.ontology.Language;
import org.zhitu.server.load.NoteLibrary;

/**
 * Makes the HTML of a note fit for a page of the site: images come through {@link ImageController}, addresses of other
 * notes lead to their pages, headings inside give way to the page's own, and what scrolls can be reached by keys. Images of
 * other hosts become links: no page asks another host for anything.
 */
@Component
class NoteHtml {
    private final NoteLibrary library;
    private final Messages messages;

    NoteHtml(NoteLibrary library, Messages messages) {
        this.library = library;
        this.messages = messages;
    }

    /** Returns a question whose answer can be shown. */
    QuestionCard shown(QuestionCard card, Language language) {
        return card.withAnswerHtml(shown(card.answerHtml(), card.note(), language));
    }

    /** Returns the HTML of a note as a page shows it. */
    String shown(String html, String note, Language language) {
        if (html.indexOf('<') < 0) {
            return html;
        }
        Document fragment = Jsoup.parseBodyFragment(html);
        fragment.outputSettings().prettyPrint(false);
        fragment.select("img").forEach(image -> image(image, note, language));
        fragment.select("a[href]").forEach(link -> link(link, note));
        fragment.select("h1,h2,h3,h4,h5,h6")
                .forEach(heading -> heading.tagName("p").addClass("heading"));
        fragment.select("aside").forEach(aside -> aside.tagName("div").addClass("aside"));
        fragment.select("pre,div.math").forEach(block -> block.attr("tabindex", "0"));
        fragment.select("table").forEach(table -> table.wrap("<div class=\"scroll\" tabindex=\"0\"></div>"));
        return fragment.body().html();
    }

    private void image(Element image, String note, Language language) {
        String address = image.attr("src");
        String words = image.attr("alt").isBlank() ? lastSegment(address) : image.attr("alt");
        if (isElsewhere(address)) {
            Element link = new Element("a")
                    .attr("href", address)
                    .attr("rel", "external noopener nofollow")
                    .addClass("far")
                    .text(text("image.far", language) + " " + words);
            // A link cannot stand in a link; there, the words alone do.
            image.replaceWith(image.closest("a") == null ? link : new Element("span").text(words));
        } else if (library.image(note, address).isPresent()) {
            image.attr("src", ImageController.address(note, address))
                    .attr("alt", words)
                    .attr("decoding", "async");
        } else {
            Element missing = new Element("span").addClass("lost");
            missing.appendElement("span").text(text("image.lost", language) + " ");
            missing.appendElement("code").text(address);
            if (!image.attr("alt").isBlank()) {
                missing.appendText(" " + words);
            }
            image.replaceWith(missing);
        }
    }

    private String text(String key, Language language) {
        return Optional.ofNullable(messages.texts(language).get(key)).orElse(key);
    }

    private void link(Element link, String note) {
        String address = link.attr("href");
        if (isElsewhere(address)) {
            link.attr("rel", "external noopener nofollow");
            if (link.text().equals(address)) {
                link.addClass("bare"); // print.css tells the address of others
            }
        } else if (!address.startsWith("#") && !address.startsWith("mailto:")) {
            Optional<String> other = resolved(note, address);
            if (other.isPresent() && library.place(other.get()).isPresent()) {
                link.attr("href", "/note/" + UriUtils.encodePath(other.get(), StandardCharsets.UTF_8))
                        .removeAttr("rel");
            } else {
                link.unwrap(); // leads nowhere on this site
            }
        } else if (address.startsWith("#")) {
            link.unwrap();
        }
    }

    private static boolean isElsewhere(String address) {
        return address.startsWith("//") || address.matches("(?i)https?:.*");
    }

    private static String lastSegment(String address) {
        String path = address.replaceFirst("[?#].*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the path of the note that an address names, seen from a note. */
    private static Optional<String> resolved(String note, String address) {
        try {
            URI from = URI.create("/" + UriUtils.encodePath(note, StandardCharsets.UTF_8));
            String path = from.resolve(address.replace(" ", "%20")).getPath();
            return path != null
                            && path.startsWith("/")
                            && NoteFormat.ofFileName(path).isPresent()
                    ? Optional.of(path.substring(1))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
