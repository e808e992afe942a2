package org.zhitu.server.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.zhitu.ontology.Language;

/**
 * What every page shows around its content.
 *
 * @param language  the reader's
 * @param chosen    whether the reader chose it by {@code ?lang=}; links then keep it
 * @param path      the path of the page
 * @param switchTo  the address of this page in the other language
 * @param assets    scripts and styles
 * @param messages  the texts that scripts show, as a JSON object
 */
record Site(Language language, boolean chosen, String path, String switchTo, Assets assets, String messages) {

    static Site of(HttpServletRequest request, String path, Assets assets, Messages messages) {
        Language language = ReaderLanguage.of(request);
        String local = "/" + path.replaceFirst("^/+", ""); // two slashes would name a host
        UriComponentsBuilder here = UriComponentsBuilder.fromPath(local);
        if (request.getQueryString() != null) {
            here.query(request.getQueryString());
        }
        here.replaceQueryParam(ReaderLanguage.PARAMETER, language.other().tag());
        return new Site(
                language,
                ReaderLanguage.chosen(request).isPresent(),
                local,
                here.build().toUriString(),
                assets,
                messages.forScripts(language));
    }

    /** Returns the BCP 47 tag of the reader's language. */
    public String tag() {
        return language.tag();
    }

    /** Returns the BCP 47 tag of the other language. */
    public String otherTag() {
        return language.other().tag();
    }

    /** Returns the tag of the language that a text of the notes is written in, or null where it is the reader's. */
    public @Nullable String foreign(String text) {
        Language written = Language.written(text);
        return written == language ? null : written.tag();
    }

    /** Returns a line of a note as HTML: text as it is, formulas as elements that a script sets. */
    public String formulas(String text) {
        return Formulas.inLine(text);
    }

    /** Returns the address of a note's page. */
    public String note(String path) {
        return "/note/" + UriUtils.encodePath(path, StandardCharsets.UTF_8);
    }
}
