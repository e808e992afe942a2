package org.zhitu.server.problem;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhitu.ontology.Language;

/**
 * A request that cannot be answered, for a reason its sender can understand and mend. Over HTTP it becomes a problem
 * detail, on the command line a message.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final String TYPES = "https://w3id.org/zhitu/problem/";

    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient SortedMap<String, Object> members = new TreeMap<>();
    private final transient SortedMap<String, String> headers = new TreeMap<>();

    /**
     * @param status    the HTTP status
     * @param code      the name of the problem, such as {@code unknown-concept}; the key of its texts
     * @param arguments what its texts mention, in their order
     */
    public ProblemException(int status, String code, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Adds a member to the problem detail, for programs. */
    public ProblemException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Adds a header to the answer. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** Returns the IRI that names the kind of problem. */
    public String type() {
        return TYPES + code;
    }

    /** Returns the further members of the problem detail, by name. */
    public SortedMap<String, Object> members() {
        return Collections.unmodifiableSortedMap(members);
    }

    /** Returns the headers that belong to the answer, by name. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /** Returns the kind of problem in a few words. */
    public String title(Language language) {
        return texts(language).getString(code + ".title");
    }

    /** Returns what went wrong in this case, and the cure. */
    public String detail(Language language) {
        return new MessageFormat(texts(language).getString(code + ".detail"), Locale.ROOT)
                .format(arguments.stream().map(String::valueOf).toArray());
    }

    @Override
    public String getMessage() {
        return code + " " + arguments;
    }

    private static ResourceBundle texts(Language language) {
        return ResourceBundle.getBundle(
                "org.zhitu.server.problem.problems",
                Locale.forLanguageTag(language.tag()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
