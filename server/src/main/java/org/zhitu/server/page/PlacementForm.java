package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.placement.Diagnostic;
import org.zhitu.graph.placement.Reply;
import org.zhitu.server.naming.ConceptNames;
import org.zhitu.server.problem.ProblemException;

/**
 * What was said in a placement so far, as its form carries it from screen to screen: the server keeps nothing.
 *
 * @param goals     what the learner wants to reach
 * @param answers   one list for each screen that was answered
 * @param overruled what the learner has set right, later ones last
 * @param finished  whether the learner wants to see where he stands
 */
record PlacementForm(Named goals, List<List<Said>> answers, List<Said> overruled, boolean finished) {
    private static final String REPLY = "reply-";

    /** How well somebody knows a concept, by his own word. */
    enum Level {
        /** Well enough to explain it. */
        CAN,
        /** Not well enough, but the name is no news. */
        HEARD,
        /** Not at all. */
        NO;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Level> of(String key) {
            return Stream.of(values()).filter(level -> level.key().equals(key)).findFirst();
        }
    }

    /** One reply; written {@code softmax:can}. */
    record Said(String slug, Level level) {
        static Optional<Said> parse(String text) {
            int colon = text.lastIndexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Level.of(text.substring(colon + 1)).map(level -> new Said(text.substring(0, colon), level));
        }

        static List<Said> list(String text) {
            return Stream.of(text.split(",", -1))
                    .flatMap(one -> parse(one.strip()).stream())
                    .toList();
        }

        @Override
        public String toString() {
            return slug + ":" + level.key();
        }

        Reply reply() {
            return new Reply(slug, level == Level.CAN);
        }
    }

    /**
     * Reads a form.
     *
     * @throws ProblemException if it holds more than a placement can
     */
    static PlacementForm parse(MultiValueMap<String, String> parameters, Knowledge knowledge) {
        Diagnostic.Options options = Diagnostic.Options.DEFAULT;
        List<List<Said>> answers = new ArrayList<>();
        for (String answer : bounded("answer", parameters.getOrDefault("answer", List.of()), options.questions())) {
            answers.add(bounded("answer", Said.list(answer), options.width()));
        }
        List<Said> overruled = new ArrayList<>();
        Stream.of("overruled", "overrule")
                .flatMap(name -> parameters.getOrDefault(name, List.of()).stream())
                .flatMap(text -> Said.list(text).stream())
                .forEach(said -> {
                    overruled.removeIf(before -> before.slug().equals(said.slug()));
                    overruled.add(said);
                });
        return new PlacementForm(
                Named.parse("goal", String.join(",", parameters.getOrDefault("goal", List.of())), knowledge),
                List.copyOf(answers),
                bounded("overruled", List.copyOf(overruled), ConceptNames.MOST),
                parameters.containsKey("finish") || parameters.containsKey("overrule"));
    }

    /** Returns what the screen that was sent asked about, by slug. */
    static List<String> asked(MultiValueMap<String, String> parameters) {
        String asked = Optional.ofNullable(parameters.getFirst("asked")).orElse("");
        return Stream.of(asked.split(",", -1))
                .filter(slug -> !slug.isBlank())
                .limit(Diagnostic.Options.DEFAULT.width())
                .toList();
    }

    /** Returns what a form replies to the concepts of its screen, as far as it replies. */
    static List<Said> replies(MultiValueMap<String, String> parameters, List<String> slugs) {
        return slugs.stream()
                .flatMap(slug -> Optional.ofNullable(parameters.getFirst(REPLY + slug))
                        .flatMap(Level::of)
                        .map(level -> new Said(slug, level))
                        .stream())
                .toList();
    }

    private static <T> List<T> bounded(String name, List<T> some, int most) {
        if (some.size() > most) {
            throw new ProblemException(400, "too-many-values", name, most).with("parameter", name);
        }
        return some;
    }

    /** Returns the same with the answer to one more screen. */
    PlacementForm and(List<Said> answer) {
        List<List<Said>> more = new ArrayList<>(answers);
        more.add(answer);
        return new PlacementForm(goals, List.copyOf(more), overruled, finished);
    }

    /** Returns the same without the last answer, so that it can be given again. */
    PlacementForm back() {
        return new PlacementForm(goals, answers.subList(0, Math.max(0, answers.size() - 1)), overruled, false);
    }

    /** Returns the last answer; empty where there is none. */
    List<Said> last() {
        return answers.isEmpty() ? List.of() : answers.getLast();
    }

    List<List<Reply>> replies() {
        return answers.stream()
                .map(answer -> answer.stream().map(Said::reply).toList())
                .toList();
    }

    /** Returns the answers as the form carries them, one text for each screen. */
    public List<String> texts() {
        return answers.stream()
                .map(answer -> answer.stream().map(Said::toString).collect(Collectors.joining(",")))
                .toList();
    }
}
