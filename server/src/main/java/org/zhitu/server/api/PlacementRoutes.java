package org.zhitu.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.placement.Diagnostic;
import org.zhitu.graph.placement.Placement;
import org.zhitu.graph.placement.Reply;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.ontology.Language;
import org.zhitu.server.naming.ConceptNames;
import org.zhitu.server.problem.ProblemException;
import org.zhitu.server.web.JsonBody;
import org.zhitu.server.web.RequestLanguage;

/**
 * The diagnostic: the client sends all that was said so far and gets the next question. Nothing is kept here, and nothing
 * may be cached on the way, since what a person knows is his own.
 */
final class PlacementRoutes {
    private static final String ADDRESS = "/api/placement";
    private static final String ALLOW = "POST, OPTIONS";

    /** The longest body, in bytes. */
    private static final int LONGEST = 1 << 18;

    private final Knowledge.Source source;

    PlacementRoutes(Knowledge.Source source) {
        this.source = source;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST(ADDRESS, this::place)
                .route(
                        RequestPredicates.path(ADDRESS)
                                .and(request -> request.method().equals(HttpMethod.OPTIONS)),
                        request -> ServerResponse.noContent()
                                .header("Allow", ALLOW)
                                .header("Accept-Post", MediaType.APPLICATION_JSON_VALUE)
                                .build())
                .route(RequestPredicates.path(ADDRESS), request -> {
                    throw new ProblemException(405, "method-not-allowed").header("Allow", ALLOW);
                })
                .build();
    }

    /** What a client sends; members that are missing or null are empty. */
    private record Said(
            @Nullable List<@Nullable String> goals,
            @Nullable List<@Nullable List<@Nullable SaidReply>> answers,
            @Nullable List<@Nullable SaidReply> overruled) {}

    /** A concept by any of its names; {@code knows} is missing where the person is not sure. */
    private record SaidReply(
            @Nullable String concept, @Nullable Boolean knows) {}

    /**
     * Where a person stands.
     *
     * @param goals    slugs
     * @param total    how many concepts the goals require, the goals among them; at most 1,000 are looked at
     * @param asked    how many questions have been answered
     * @param most     how many questions there are at most
     * @param known    slugs of what is more likely known than not: what {@code /api/path?known=} takes
     * @param frontier what is ready to be learned
     * @param next     null: nothing more is asked
     */
    private record Answer(
            List<String> goals,
            int total,
            int asked,
            int most,
            double certainty,
            Optional<Question> next,
            List<String> known,
            List<ConceptRef> frontier,
            List<Belief> beliefs) {}

    /** Which of these do you know? */
    private record Question(List<ConceptRef> concepts, double information) {}

    private record Belief(String slug, String label, double probability, Placement.Ground ground) {}

    private ServerResponse place(ServerRequest request) {
        Knowledge knowledge = source.current();
        Language language = RequestLanguage.of(request);
        Said said = JsonBody.read(request, LONGEST, Said.class);
        ConceptNames names = new ConceptNames(knowledge, language);
        List<String> goals = names.slugs("goals", present(said.goals()));
        if (goals.isEmpty()) {
            throw new ProblemException(400, "missing-member", "goals").with("parameter", "goals");
        }
        Diagnostic.Options options = Diagnostic.Options.DEFAULT;
        List<List<Reply>> answers = new ArrayList<>();
        for (List<@Nullable SaidReply> answer : bounded("answers", present(said.answers()), options.questions())) {
            answers.add(replies("answers", answer, options.width(), names));
        }
        List<Reply> overruled = replies("overruled", said.overruled(), ConceptNames.MOST, names);
        Placement placement = new Diagnostic(knowledge.planner().course(goals), options).place(answers, overruled);
        return ServerResponse.ok()
                .cacheControl(CacheControl.noStore())
                .varyBy("Accept-Language")
                .header("Content-Language", language.tag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer(goals, placement, options, new Labels(knowledge, language)));
    }

    private static <T> List<T> present(@Nullable List<@Nullable T> some) {
        List<T> present = new ArrayList<>();
        for (T one : some == null ? List.<@Nullable T>of() : some) {
            if (one != null) {
                present.add(one);
            }
        }
        return present;
    }

    private static <T> List<T> bounded(String name, List<T> some, int most) {
        if (some.size() > most) {
            throw new ProblemException(400, "too-many-values", name, most)
                    .with("parameter", name)
                    .with("maximum", most);
        }
        return some;
    }

    private static List<Reply> replies(
            String name, @Nullable List<@Nullable SaidReply> some, int most, ConceptNames names) {
        List<Reply> replies = new ArrayList<>();
        for (SaidReply reply : bounded(name, present(some), most)) {
            String concept = reply.concept();
            Boolean knows = reply.knows();
            if (concept != null) {
                String slug = names.slug(name, concept);
                replies.add(knows == null ? new Reply(slug, Reply.Answer.NOT_SURE) : new Reply(slug, knows));
            }
        }
        return replies;
    }

    /** Concepts by slug, with their labels. */
    private record Labels(Knowledge knowledge, Language language) {
        List<ConceptRef> of(List<String> slugs) {
            return slugs.stream()
                    .flatMap(slug -> knowledge.concepts().ref(slug, language).stream())
                    .toList();
        }

        String of(String slug) {
            return knowledge
                    .concepts()
                    .ref(slug, language)
                    .map(ConceptRef::label)
                    .orElse(slug);
        }
    }

    private static Answer answer(List<String> goals, Placement placement, Diagnostic.Options options, Labels labels) {
        return new Answer(
                goals,
                placement.beliefs().size(),
                placement.asked(),
                options.questions(),
                placement.certainty(),
                placement.next().map(question -> new Question(labels.of(question.concepts()), question.information())),
                placement.known(),
                labels.of(placement.frontier()),
                placement.beliefs().stream()
                        .map(belief -> new Belief(
                                belief.slug(), labels.of(belief.slug()), belief.probability(), belief.ground()))
                        .toList());
    }
}
