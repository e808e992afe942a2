package org.zhitu.graph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.SmallWorld;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

class CardsTest {
    private static final Knowledge KNOWLEDGE = SmallWorld.knowledge(SmallWorld.store());
    private static final Concepts CONCEPTS = KNOWLEDGE.concepts();

    @Test
    void aConceptIsFoundByWhateverPeopleCallIt() {
        for (String name : List.of(
                "self-attention",
                "SELF-ATTENTION",
                "自注意力",
                "自注意力机制",
                "Self Attention",
                "intra-attention",
                " 自 注意力 ",
                "自注意力機制",
                "self attetnion")) {
            assertThat(CONCEPTS.resolve(name)).as(name).contains("self-attention");
        }
        assertThat(CONCEPTS.resolve("没有的概念")).isEmpty();
        assertThat(CONCEPTS.resolve("")).isEmpty();
    }

    @Test
    void aConceptsCardSaysWhatItIs() {
        ConceptCard card = card("self-attention", Language.ZH);
        assertThat(card.id()).isEqualTo("https://w3id.org/zhitu/id/concept/self-attention");
        assertThat(card.label()).isEqualTo("自注意力");
        assertThat(card.kind()).isEqualTo(ConceptKind.METHOD);
        assertThat(card.known()).isTrue();
        assertThat(card.prefLabel()).containsExactly(Map.entry("en", "Self-Attention"), Map.entry("zh", "自注意力"));
        assertThat(card.altLabel())
                .containsExactly(Map.entry("en", List.of("intra-attention")), Map.entry("zh", List.of("自注意力机制")));
        assertThat(card.difficulty()).isEqualTo(3);
        assertThat(card.minutes()).isEqualTo(60);
        assertThat(labels(card.broader())).isEqualTo("注意力机制");
        assertThat(card.introducedIn())
                .containsExactly(new ConceptCard.Work(
                        "Attention Is All You Need",
                        "A. Vaswani; N. Shazeer",
                        "2017",
                        "https://arxiv.org/abs/1706.03762"));
        assertThat(card("bert", Language.ZH).definition().get("zh")).startsWith("用填空任务");
    }

    @Test
    void aConceptsCardShowsItsPlaceWithReasonsAndEvidence() {
        ConceptCard card = card("bert", Language.ZH);
        assertThat(card.prerequisites().stream()
                        .map(link -> link.concept().label() + (link.required() ? "! " : "? ") + link.reason())
                        .toList())
                .containsExactly("Transformer! 它是 Transformer 的编码器。", "语言模型! 它以语言模型的方式训练。", "归一化指数函数? ");
        assertThat(card.prerequisites().getLast().evidence())
                .containsExactly(new EvidenceRef("nlp.rst", 25, "sentence", 0.7, "先学 softmax"));
        assertThat(card.relations().stream()
                        .map(some ->
                                (some.inverse() ? "-" : "") + some.relation().key() + " "
                                        + some.concepts().stream()
                                                .map(one -> one.concept().slug())
                                                .toList())
                        .toList())
                .containsExactly("broader [language-model]", "variantOf [transformer]");
        assertThat(card("transformer", Language.EN).relations().stream()
                        .map(some ->
                                (some.inverse() ? "-" : "") + some.relation().key() + " "
                                        + some.concepts().stream()
                                                .map(one -> one.concept().slug())
                                                .toList())
                        .toList())
                .containsExactly(
                        "broader [neural-network]",
                        "-partOf [multi-head-attention]",
                        "-variantOf [bert]",
                        "usedFor [language-model]",
                        "contrastsWith [long-short-term-memory]");
        assertThat(labels(card("softmax", Language.EN).unlocks().stream()
                        .map(ConceptCard.PrerequisiteLink::concept)
                        .toList()))
                .isEqualTo("Attention Mechanism, word2vec, BERT");
    }

    @Test
    void aConceptsCardShowsWhatTheNotesHave() {
        ConceptCard card = card("bert", Language.EN);
        assertThat(card.questions())
                .containsExactly(
                        new QuestionRef("q3", "How is BERT trained as a language model?", true, "en/lm.md", 9),
                        new QuestionRef("q2", "BERT 和 LSTM 的区别是什么？", false, "nlp.rst", 22));
        assertThat(card.mentions().stream()
                        .map(mention -> mention.noteTitle() + ":"
                                + mention.evidence().line() + (mention.isTopic() ? " topic" : ""))
                        .toList())
                .containsExactly("自然语言处理:3 topic", "Language models:9");
        assertThat(card("self-attention", Language.EN).sources())
                .containsExactly(
                        new SourceRef(
                                "http://www.example.org/illustrated-attention",
                                "example.org – illustrated-attention",
                                "article",
                                "en/lm.md",
                                14),
                        new SourceRef("https://example.org/illustrated-attention/", "图解注意力", "article", "nlp.rst", 40));
    }

    @Test
    void aConceptThatOnlyANoteKnowsHasACardToo() {
        ConceptCard card = card("span-bert-tricks", Language.EN);
        assertThat(card.known()).isFalse();
        assertThat(card.label()).isEqualTo("SpanBERT 技巧");
        assertThat(card.kind()).isEqualTo(ConceptKind.DISCOVERED);
        assertThat(CONCEPTS.card("没有", Language.ZH)).isEmpty();
    }

    @Test
    void aQuestionsCardHasItsAnswerAndItsNeighbours() {
        QuestionCard card = KNOWLEDGE.questions().card("q1", Language.ZH).orElseThrow();
        assertThat(card.text()).isEqualTo("1. 自注意力为什么要除以根号 d？");
        assertThat(card.answerHtml()).isEqualTo("<p>使方差为一，避免梯度消失。</p>");
        assertThat(card.answer()).isEqualTo("使方差为一，避免梯度消失。");
        assertThat(card.note() + ":" + card.line() + " " + card.noteTitle() + " / " + card.section())
                .isEqualTo("nlp.rst:12 自然语言处理 / 自注意力");
        assertThat(labels(card.about())).isEqualTo("归一化指数函数, 自注意力");
        assertThat(KNOWLEDGE.questions().card("q2", Language.ZH).orElseThrow().related())
                .extracting(QuestionRef::id)
                .containsExactly("q3");
        assertThat(KNOWLEDGE.questions().card("q9", Language.ZH)).isEmpty();
    }

    @Test
    void questionsAreListedByStateAndTopic() {
        assertThat(ids(Questions.Filter.ALL)).containsExactly("q3", "q1", "q2");
        assertThat(ids(new Questions.Filter(Questions.State.UNANSWERED, Optional.empty())))
                .containsExactly("q2");
        assertThat(ids(new Questions.Filter(Questions.State.ANY, Optional.of("attention-mechanism"))))
                .containsExactly("q1");
        assertThat(ids(new Questions.Filter(Questions.State.ANSWERED, Optional.of("language-model"))))
                .containsExactly("q3");
        assertThat(ids(new Questions.Filter(Questions.State.ANY, Optional.of("没有"))))
                .isEmpty();
        Questions.Page page = KNOWLEDGE.questions().list(Questions.Filter.ALL, 1, 1, Language.EN);
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.entries()).extracting(entry -> entry.question().id()).containsExactly("q1");
    }

    private static List<String> ids(Questions.Filter filter) {
        return KNOWLEDGE.questions().list(filter, 0, 100, Language.ZH).entries().stream()
                .map(entry -> entry.question().id())
                .toList();
    }

    @Test
    void sourcesAreListedWithWhatTheyAreAbout() {
        assertThat(KNOWLEDGE.sources().list(Language.ZH).stream()
                        .map(entry -> entry.source().note() + ":"
                                + entry.source().line() + " "
                                + entry.source().title() + " " + entry.source().kind() + " "
                                + labels(entry.about()) + " " + entry.id())
                        .toList())
                .containsExactly(
                        "en/lm.md:14 example.org – illustrated-attention article 自注意力 aaaaaaaaaaaaaaaa",
                        "en/lm.md:15 the Transformer paper paper Transformer 1706000000000001",
                        "nlp.rst:40 图解注意力 article 自注意力 aaaaaaaaaaaaaaaa");
    }

    @Test
    void aNotesCardFollowsTheNote() {
        NoteCard card = KNOWLEDGE.notes().card("nlp.rst", Language.ZH).orElseThrow();
        assertThat(card.title() + " " + card.language() + " " + card.format()).isEqualTo("自然语言处理 zh text/x-rst");
        assertThat(card.sections().stream()
                        .map(section -> section.line() + " " + "#".repeat(section.level()) + section.title() + " "
                                + labels(section.about()) + " @" + section.fragment())
                        .toList())
                .containsExactly("10 #注意力 注意力机制 @attention", "11 ##自注意力 自注意力 @self-attention");
        assertThat(card.questions().stream()
                        .map(asked -> asked.question().id() + "@" + asked.section())
                        .toList())
                .containsExactly("q1@self-attention", "q2@");
        assertThat(card.concepts().stream()
                        .map(named -> named.concept().label() + (named.topic() ? "* " : " ") + named.lines())
                        .toList())
                .containsExactly("BERT* [3]", "SpanBERT 技巧 [30]", "自注意力 [12, 20]");
        assertThat(card.sources()).extracting(entry -> entry.source().line()).containsExactly(40);
        assertThat(KNOWLEDGE.notes().card("没有.md", Language.ZH)).isEmpty();
    }

    @Test
    void theOverviewCountsWhatIsThere() {
        Overview overview = CONCEPTS.overview(Language.ZH);
        assertThat(overview.concepts()).isEqualTo(18);
        assertThat(overview.questions()).isEqualTo(3);
        assertThat(overview.answered()).isEqualTo(2);
        assertThat(overview.sources()).isEqualTo(2);
        assertThat(overview.triples()).isPositive();
        assertThat(overview.topics().stream()
                        .map(topic -> topic.concept().label() + " " + topic.size())
                        .toList())
                .containsExactly("神经网络 9", "语言模型 1", "条件随机场 0", "熵 1", "命名实体识别 0", "重排序 0");
        assertThat(overview.notes())
                .containsExactly(
                        new Overview.NoteRef("en/lm.md", "Language models", 1, 1, 2, 2),
                        new Overview.NoteRef("nlp.rst", "自然语言处理", 2, 1, 3, 1));
    }

    @Test
    void topicsFormATree() {
        assertThat(tree(CONCEPTS.topics(Language.ZH).getFirst(), "")).isEqualTo("""
                神经网络 9
                  Transformer 0
                  归一化指数函数 0
                  循环神经网络 1
                    长短期记忆网络 0
                  注意力机制 2
                    多头注意力 0
                    自注意力 0
                  词向量 1
                    word2vec 0
                """);
    }

    private static String tree(TopicTree topic, String indent) {
        return indent + topic.concept().label() + " " + topic.size() + "\n"
                + topic.narrower().stream()
                        .map(below -> tree(below, indent + "  "))
                        .collect(Collectors.joining());
    }

    @Test
    void namesAreListedFromAToZAndChineseOnesByPinyin() {
        NameIndex index = CONCEPTS.index(Language.ZH);
        assertThat(index.groups().stream()
                        .map(group -> group.initial() + ": "
                                + group.entries().stream()
                                        .map(entry -> entry.name()
                                                + (entry.alias()
                                                        ? "→" + entry.concept().label()
                                                        : ""))
                                        .collect(Collectors.joining(", ")))
                        .toList())
                .contains(
                        "B: BERT, BERT模型→BERT",
                        "C: 长短期记忆网络, 词嵌入→词向量, 词向量",
                        "Z: 重排序, 注意力→注意力机制, 注意力机制, 自注意力, 自注意力机制→自注意力");
    }

    @Test
    void everyRelationOfTheGraphHasItsArrays() {
        ConceptGraph graph = SmallWorld.store().read(reader -> ConceptGraph.read(reader, SmallWorld.IRIS));
        int lstm = graph.find("long-short-term-memory").orElseThrow();
        int transformer = graph.find("transformer").orElseThrow();
        assertThat(graph.has(lstm, Relation.CONTRASTS_WITH, transformer)).isTrue();
        assertThat(graph.has(transformer, Relation.CONTRASTS_WITH, lstm)).isTrue();
        assertThat(graph.degree(Relation.CONTRASTS_WITH, true, lstm)).isZero();
        int bert = graph.find("bert").orElseThrow();
        int softmax = graph.find("softmax").orElseThrow();
        assertThat(graph.isRequired(bert, softmax)).isFalse();
        assertThat(graph.confidence(bert, softmax)).isCloseTo(0.7, offset(1e-6));
        assertThat(graph.isRequired(bert, transformer)).isTrue();
    }

    private static ConceptCard card(String slug, Language language) {
        return CONCEPTS.card(slug, language).orElseThrow();
    }

    private static String labels(List<ConceptRef> concepts) {
        return concepts.stream().map(ConceptRef::label).collect(Collectors.joining(", "));
    }
}
