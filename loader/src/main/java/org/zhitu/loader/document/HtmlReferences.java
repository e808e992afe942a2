package org.zhitu.loader.document;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.zhitu.loader.source.SourceSpan;

/** The links and images in a piece of HTML. */
public final class HtmlReferences {
    private HtmlReferences() {}

    /**
     * Returns the links and images in the order of the text; each has the span of the whole piece.
     *
     * @param html HTML, whole or a part
     * @param span where it stands in the note
     */
    public static List<Inline> in(String html, SourceSpan span) {
        if (!mayRefer(html)) {
            return List.of();
        }
        List<Inline> references = new ArrayList<>();
        for (Element element : Jsoup.parseBodyFragment(html).body().select("a[href], img[src]")) {
            if (element.normalName().equals("img")) {
                references.add(new Inline.Image(element.attr("src"), element.attr("alt"), span));
            } else {
                String text = element.text();
                List<Inline> content = text.isEmpty() ? List.of() : List.of(new Inline.Text(text, span));
                references.add(new Inline.Link(element.attr("href"), content, Inline.Link.Form.NAMED, span));
            }
        }
        return List.copyOf(references);
    }

    private static boolean mayRefer(String html) {
        for (int at = html.indexOf('<'); at >= 0 && at + 1 < html.length(); at = html.indexOf('<', at + 1)) {
            if ("aAiI".indexOf(html.charAt(at + 1)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
