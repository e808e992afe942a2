package org.zhitu.server.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Formulas in a line of text, such as a question: between dollar signs, in TeX's brackets, or in reStructuredText's role. */
final class Formulas {
    /** A dollar sign with a blank within, or before a digit outside, is money. */
    private static final Pattern FORMULA = Pattern.compile(
            ":math:`([^`]+)`|\\\\\\((.+?)\\\\\\)|(?<![\\\\$])\\$(?!\\s)([^$]+?)(?<![\\s\\\\])\\$(?![\\d$])");

    private Formulas() {}

    /** Returns a line as HTML. */
    static String inLine(String text) {
        Matcher formula = FORMULA.matcher(text);
        StringBuilder html = new StringBuilder();
        int from = 0;
        while (formula.find()) {
            html.append(HtmlUtils.htmlEscape(text.substring(from, formula.start()), "UTF-8"));
            String tex = formula.group(1) != null
                    ? formula.group(1)
                    : formula.group(2) != null ? formula.group(2) : formula.group(3);
            html.append("<span class=\"math\">")
                    .append(HtmlUtils.htmlEscape(tex, "UTF-8"))
                    .append("</span>");
            from = formula.end();
        }
        return html.append(HtmlUtils.htmlEscape(text.substring(from), "UTF-8")).toString();
    }
}
