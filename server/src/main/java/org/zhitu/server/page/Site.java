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
 * @param content   the language of concepts' names and definitions
 * @param choices   what the reader chose by the address; links keep it
 * @param path      the path of the page
 * @param switchTo  the address of this page in the other language
 * @param names     the address of this page with names in the other language than they are in
 * @param assets    scripts and styles
 * @param messages  the texts that scripts show, as a JSON object
 */
record Site(
        Language language,
        Language content,
        Choices choices,
        String path,
        String switchTo,
        String names,
        Assets assets,
        String messages) {

    static Site of(HttpServletRequest request, String path, Assets assets, Messages messages) {
        Language language = ReaderLanguage.of(request);
        String local = "/" + path.replaceFirst("^/+", ""); // two slashes would name a host
        Language content = ReaderLanguage.ofContent(request);
        String query = request.getQueryString();
        return new Site(
                language,
                content,
                Choices.of(request),
                local,
                with(local, query, ReaderLanguage.PARAMETER, language.other()),
                with(local, query, ReaderLanguage.CONTENT, content.other()),
                assets,
                messages.forScripts(language));
    }

    private static String with(String path, @Nullable String query, String parameter, Language language) {
        UriComponentsBuilder here = UriComponentsBuilder.fromPath(path);
        if (query != null) {
            here.query(query);
        }
        return here.replaceQueryParam(parameter, language.tag()).build().toUriString();
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
