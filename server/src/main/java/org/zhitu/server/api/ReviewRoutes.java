package org.zhitu.server.api;

import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.Questions;
import org.zhitu.graph.review.Deck;
import org.zhitu.graph.review.ReviewRules;
import org.zhitu.ontology.Language;
import org.zhitu.server.web.JsonAnswer;
import org.zhitu.server.web.RequestLanguage;

/** The cards and what the rules of review need of the graph; what a learner did with them stays in the browser. */
final class ReviewRoutes {
    private final Knowledge.Source source;

    ReviewRoutes(Knowledge.Source source) {
        this.source = source;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .route(ApiRoutes.read("/api/review"), this::review)
                .build();
    }

    /** The numbers of {@link ReviewRules}. */
    private record Rules(double decay, int depth, double weak) {
        static final Rules OURS = new Rules(ReviewRules.DECAY, ReviewRules.DEPTH, ReviewRules.WEAK);
    }

    private record Answer(int total, Rules rules, List<Deck.Card> cards, List<Deck.Entry> concepts) {}

    private ServerResponse review(ServerRequest request) {
        Knowledge knowledge = source.current();
        Language language = RequestLanguage.of(request);
        Parameters parameters = new Parameters(request, knowledge, language);
        Optional<String> topic =
                parameters.word("topic").isEmpty() ? Optional.empty() : Optional.of(parameters.concept("topic"));
        Optional<String> note = Optional.of(parameters.word("note")).filter(path -> !path.isEmpty());
        Deck.Choice choice = new Deck.Choice(
                new Questions.Filter(Questions.State.ANY, topic, note, ""), parameters.concepts("goal"));
        Deck.Sources sources = new Deck.Sources(knowledge.concepts(), knowledge.questions(), knowledge.planner());
        return JsonAnswer.of(request, knowledge.revision(), language, () -> {
            Deck deck = Deck.of(sources, choice, language);
            return new Answer(deck.total(), Rules.OURS, deck.cards(), deck.concepts());
        });
    }
}
