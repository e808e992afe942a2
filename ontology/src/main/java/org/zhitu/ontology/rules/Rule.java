package org.zhitu.ontology.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.zhitu.ontology.Language;

/**
 * A rule: a query that finds what breaks it, with the documentation that stands in the query's header.
 *
 * @param name     the file's name without ending, such as {@code broader_cycle}
 * @param severity how much a breach matters
 * @param problem  what is wrong, in English and Chinese
 * @param why      why it matters, in English
 * @param fix      how to mend it, in English and Chinese
 * @param query    selects {@code ?focus ?property ?value}
 */
public record Rule(
        String name,
        Severity severity,
        String problem,
        String problemInChinese,
        String why,
        String fix,
        String fixInChinese,
        Query query) {

    /** How much a breach of a rule matters. */
    public enum Severity {
        WARN,
        ERROR
    }

    /** Returns what is wrong, in the language asked for. */
    public String problem(Language language) {
        return language == Language.ZH ? problemInChinese : problem;
    }

    /** Returns how to mend it, in the language asked for. */
    public String fix(Language language) {
        return language == Language.ZH ? fixInChinese : fix;
    }

    static Rule parse(String name, Severity severity, String text) {
        return new Rule(
                name,
                severity,
                header(name, text, "Problem: "),
                header(name, text, "问题："),
                header(name, text, "Why: "),
                header(name, text, "Fix: "),
                header(name, text, "办法："),
                QueryFactory.create(text));
    }

    private static String header(String name, String text, String field) {
        Matcher line =
                Pattern.compile("(?m)^# " + Pattern.quote(field) + "(.+)$").matcher(text);
        if (!line.find()) {
            throw new IllegalStateException("the rule " + name + " does not say “" + field.strip() + "”");
        }
        return line.group(1).strip();
    }
}
