package org.zhitu.server.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.explain.Explanations;
import org.zhitu.graph.study.NextSteps;
import org.zhitu.graph.study.PlanRequest;
import org.zhitu.graph.study.StudyPlanner;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;
import org.zhitu.server.plan.Plan;
import org.zhitu.server.plan.PlanFormat;
import org.zhitu.server.plan.PlanView;
import org.zhitu.server.plan.PlanWriter;
import org.zhitu.server.plan.StudyTime;
import org.zhitu.server.web.Accept;
import org.zhitu.server.web.JsonAnswer;
import org.zhitu.server.web.RequestLanguage;
import org.zhitu.server.web.TextAnswer;

/** What to learn, in which order, and how things hang together: the part of the JSON interface that advises. */
final class StudyRoutes {
    private static final int STEPS = 20;
    private static final int ENTRIES = 50;
    private static final int EXPLANATIONS = 3;
    private static final List<String> TRUTHS = List.of("true", "false");

    private static final List<String> RANKS =
            Stream.of(NextSteps.Rank.values()).map(StudyRoutes::word).toList();

    private final Knowledge.Source source;
    private final Iris iris;

    StudyRoutes(Knowledge.Source source, Iris iris) {
        this.source = source;
        this.iris = iris;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .route(ApiRoutes.read("/api/path"), this::path)
                .route(ApiRoutes.read("/api/next"), this::next)
                .route(ApiRoutes.read("/api/unlocks/{slug}"), this::unlocks)
                .route(ApiRoutes.read("/api/between"), this::between)
                .route(ApiRoutes.read("/api/compare"), this::compare)
                .route(ApiRoutes.read("/api/gaps"), this::gaps)
                .build();
    }

    /** One request, with what it is answered from. */
    private record Asked(ServerRequest request, Knowledge knowledge, Language language, Parameters parameters) {
        ServerResponse json(Supplier<?> value) {
            return JsonAnswer.of(request, knowledge.revision(), language, value);
        }
    }

    private Asked asked(ServerRequest request) {
        Knowledge knowledge = source.current();
        Language language = RequestLanguage.of(request);
        return new Asked(request, knowledge, language, new Parameters(request, knowledge, language));
    }

    private ServerResponse path(ServerRequest request) {
        Asked asked = asked(request);
        Parameters parameters = asked.parameters();
        boolean helpful = Boolean.parseBoolean(parameters.choice("helpful", TRUTHS, "false"));
        PlanRequest wanted = new PlanRequest(
                parameters.someConcepts("goal"),
                parameters.concepts("known"),
                parameters.concepts("skip"),
                parameters.concepts("order"),
                helpful ? StudyPlanner.Extent.HELPFUL : StudyPlanner.Extent.REQUIRED,
                asked.language());
        Optional<StudyTime> time = StudyTime.parse(
                StudyTime.Names.PARAMETERS,
                parameters.word("hours-per-week"),
                parameters.word("start"),
                parameters.word("deadline"),
                Optional.empty());
        PlanFormat format = format(asked);
        StudyTime.check(format, time, StudyTime.Names.PARAMETERS);
        if (format == PlanFormat.JSON) {
            return JsonAnswer.amongOthers(
                    request,
                    asked.knowledge().revision(),
                    asked.language(),
                    () -> PlanView.of(Plan.of(asked.knowledge(), wanted, time)));
        }
        Optional<String> fileName =
                format.isFile() ? Optional.of(Plan.fileName(wanted.goals(), format)) : Optional.empty();
        return TextAnswer.ofBytes(
                request,
                asked.knowledge().revision(),
                asked.language(),
                new TextAnswer.Form(format.key(), format.mediaType(), fileName),
                () -> new PlanWriter(asked.knowledge(), iris).bytes(Plan.of(asked.knowledge(), wanted, time), format));
    }

    /** By name, else by what the client accepts; JSON where it accepts nothing that there is. */
    private static PlanFormat format(Asked asked) {
        if (!asked.parameters().word("format").isEmpty()) {
            String name = asked.parameters().choice("format", PlanFormat.keys(), PlanFormat.JSON.key());
            return PlanFormat.of(name).orElseThrow();
        }
        return Accept.parse(asked.request().headers().header("Accept"))
                .best(List.of(PlanFormat.values()), format -> List.of(format.mediaType()))
                .map(Accept.Choice::offer)
                .orElse(PlanFormat.JSON);
    }

    private ServerResponse next(ServerRequest request) {
        Asked asked = asked(request);
        Parameters parameters = asked.parameters();
        List<String> known = parameters.concepts("known");
        List<String> goals = parameters.concepts("goal");
        NextSteps.Rank otherwise = goals.isEmpty() ? NextSteps.Rank.UNLOCKS : NextSteps.Rank.GOAL;
        String rank = parameters.choice("rank", RANKS, word(otherwise));
        int limit = parameters.number("limit", 1, StudyPlanner.MAX_STEPS, STEPS);
        return asked.json(() -> asked.knowledge()
                .planner()
                .next(known, goals, NextSteps.Rank.valueOf(rank.toUpperCase(Locale.ROOT)), limit, asked.language()));
    }

    private static String word(NextSteps.Rank rank) {
        return rank.name().toLowerCase(Locale.ROOT);
    }

    private ServerResponse unlocks(ServerRequest request) {
        Asked asked = asked(request);
        String slug = asked.parameters().conceptInPath("slug");
        List<String> known = asked.parameters().concepts("known");
        int limit = asked.parameters().number("limit", 1, StudyPlanner.MAX_STEPS, STEPS);
        return asked.json(() -> asked.knowledge().planner().unlocks(slug, known, limit, asked.language()));
    }

    private ServerResponse between(ServerRequest request) {
        Asked asked = asked(request);
        String from = asked.parameters().concept("from");
        String to = asked.parameters().concept("to");
        Set<Relation> relations = asked.parameters().relations("relations");
        int count = asked.parameters().number("k", 1, Explanations.MAX_EXPLANATIONS, EXPLANATIONS);
        return asked.json(() -> asked.knowledge().explanations().between(from, to, relations, count, asked.language()));
    }

    private ServerResponse compare(ServerRequest request) {
        Asked asked = asked(request);
        String one = asked.parameters().concept("a");
        String other = asked.parameters().concept("b");
        int limit = asked.parameters().number("limit", 1, StudyPlanner.MAX_STEPS, ENTRIES);
        return asked.json(() -> asked.knowledge().explanations().compare(one, other, limit, asked.language()));
    }

    private ServerResponse gaps(ServerRequest request) {
        Asked asked = asked(request);
        List<String> goals = asked.parameters().concepts("goal");
        List<String> known = asked.parameters().concepts("known");
        int limit = asked.parameters().number("limit", 1, StudyPlanner.MAX_STEPS, ENTRIES);
        return asked.json(() -> asked.knowledge().planner().gaps(goals, known, limit, asked.language()));
    }
}
