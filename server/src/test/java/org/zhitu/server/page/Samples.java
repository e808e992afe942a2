package org.zhitu.server.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhitu.graph.query.ConceptCard;
import org.zhitu.graph.query.ConceptCard.Mention;
import org.zhitu.graph.query.ConceptCard.PrerequisiteLink;
import org.zhitu.graph.query.ConceptCard.RelatedConcept;
import org.zhitu.graph.query.ConceptCard.RelatedConcepts;
import org.zhitu.graph.query.ConceptCard.Work;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.EvidenceRef;
import org.zhitu.graph.query.Overview;
import org.zhitu.graph.query.QuestionCard;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.SectionRef;
import org.zhitu.graph.query.SourceRef;
import org.zhitu.graph.search.Hit;
import org.zhitu.graph.study.Budget;
import org.zhitu.graph.study.NextSteps;
import org.zhitu.graph.study.PlanRequest;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.graph.study.StudyPlanner;
import org.zhitu.graph.study.Timetable;
import org.zhitu.graph.view.Neighbourhood;
import org.zhitu.graph.view.Neighbourhood.Edge;
import org.zhitu.graph.view.Neighbourhood.HiddenNeighbours;
import org.zhitu.graph.view.Neighbourhood.Node;
import org.zhitu.graph.view.Neighbourhood.Role;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;
import org.zhitu.server.plan.Plan;
import org.zhitu.server.plan.PlanWords;
import org.zhitu.server.plan.StudyTime;

/** Answers to render, with everything a page can show. */
final class Samples {
    static final EvidenceRef GIVEN = new EvidenceRef("nlp/注意力.md", 6, "link", 1, "");
    static final EvidenceRef CURATED = new EvidenceRef("", 0, "curated", 1, "");
    static final EvidenceRef NOTED =
            new EvidenceRef("nlp/注意力.md", 12, "needs-sentence", 0.8, "读懂 Transformer 之前要先会 <softmax>");

    private Samples() {}

    static ConceptRef ref(String slug, String label, ConceptKind kind) {
        return new ConceptRef(slug, label, kind, kind != ConceptKind.DISCOVERED);
    }

    static final ConceptRef ATTENTION = ref("attention-mechanism", "注意力机制", ConceptKind.METHOD);
    static final ConceptRef SOFTMAX = ref("softmax", "softmax", ConceptKind.FOUNDATION);
    static final ConceptRef SELF_ATTENTION = ref("self-attention", "自注意力", ConceptKind.METHOD);
    static final ConceptRef TRANSFORMER = ref("transformer", "Transformer", ConceptKind.MODEL);

    static ConceptCard everything(Language language) {
        return new ConceptCard(
                "https://w3id.org/zhitu/id/concept/self-attention",
                "self-attention",
                language == Language.ZH ? "自注意力" : "Self-Attention",
                ConceptKind.METHOD,
                true,
                Map.of("zh", "自注意力", "en", "Self-Attention"),
                Map.of("zh", List.of("自注意力机制"), "en", List.of("intra-attention")),
                Map.of(
                        "zh",
                        "序列里的每个位置都按相关程度看其他位置，再把看到的内容加权合成自己的表示。",
                        "en",
                        "Every position of a sequence looks at all the others, weighs them by how much they matter,"
                                + " and builds its own representation from the weighted sum."),
                3,
                60,
                List.of(ATTENTION),
                List.of(ref("multi-head-attention", "多头注意力", ConceptKind.METHOD)),
                List.of(
                        new PrerequisiteLink(SOFTMAX, true, "权重由 softmax 归一化得到。", List.of(CURATED, NOTED)),
                        new PrerequisiteLink(
                                ref("word-embedding", "词向量", ConceptKind.METHOD), false, "输入是词向量。", List.of(CURATED))),
                List.of(new PrerequisiteLink(TRANSFORMER, true, "编码器和解码器的每一层都用它。", List.of(CURATED))),
                List.of(
                        new RelatedConcepts(
                                Relation.PART_OF, false, List.of(new RelatedConcept(TRANSFORMER, List.of(CURATED)))),
                        new RelatedConcepts(
                                Relation.CONTRASTS_WITH,
                                true,
                                List.of(new RelatedConcept(
                                        ref("recurrent-neural-network", "循环神经网络", ConceptKind.MODEL),
                                        List.of(NOTED))))),
                List.of(new Work(
                        "Attention Is All You Need", "A. Vaswani et al.", "2017", "https://arxiv.org/abs/1706.03762")),
                List.of(
                        new QuestionRef("q1", "1. 为什么要除以 √d？", true, "nlp/注意力.md", 20),
                        new QuestionRef("q2", "2. Why several heads & not one?", false, "nlp/注意力.md", 31)),
                List.of(
                        new SourceRef(
                                "https://arxiv.org/abs/1706.03762",
                                "Attention Is All You Need",
                                "paper",
                                "nlp/注意力.md",
                                5),
                        new SourceRef("https://example.org/v?a=1&b=2", "图解自注意力", "video", "nlp/注意力.md", 6)),
                List.of(
                        new Mention("nlp/注意力.md", "注意力笔记", true, NOTED),
                        new Mention("nlp/注意力.md", "注意力笔记", true, new EvidenceRef("nlp/注意力.md", 30, "label", 0.9, "")),
                        new Mention(
                                "rnn.rst",
                                "Recurrent networks",
                                false,
                                new EvidenceRef("rnn.rst", 4, "label", 0.9, "unlike self-attention"))));
    }

    static ConceptCard nothing() {
        return new ConceptCard(
                "https://w3id.org/zhitu/id/concept/fastbert-tricks",
                "fastbert-tricks",
                "FastBERT 小技巧",
                ConceptKind.DISCOVERED,
                false,
                Map.of("zh", "FastBERT 小技巧"),
                Map.of(),
                Map.of(),
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static QuestionCard answered() {
        return new QuestionCard(
                "q1",
                "https://w3id.org/zhitu/id/question/q1",
                "1. 为什么要除以 √d？",
                true,
                "点积的方差随维数增长",
                "<p>点积的方差随维数增长，除以 <span class=\"math\">\\sqrt{d_k}</span> 之后 softmax 才不会饱和。</p>"
                        + "<div class=\"math\">\\mathrm{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right)V</div>"
                        + "<pre><code>scores = q @ k.T / d ** 0.5</code></pre>",
                "nlp/注意力.md",
                "注意力笔记",
                20,
                "缩放点积",
                List.of(SELF_ATTENTION, SOFTMAX),
                List.of(),
                List.of(new QuestionRef("q2", "2. Why several heads & not one?", false, "nlp/注意力.md", 31)));
    }

    static QuestionCard open() {
        return new QuestionCard(
                "q2",
                "https://w3id.org/zhitu/id/question/q2",
                "2. Why several heads & not one?",
                false,
                "",
                "",
                "nlp/注意力.md",
                "注意力笔记",
                31,
                "",
                List.of(),
                List.of(),
                List.of());
    }

    static Neighbourhood around() {
        return new Neighbourhood(
                "self-attention",
                1,
                List.of(
                        node(SELF_ATTENTION, Role.CENTRE, 0, 0, 0),
                        node(SOFTMAX, Role.PREREQUISITE, -210, -24, 0),
                        node(ref("word-embedding", "词向量", ConceptKind.METHOD), Role.PREREQUISITE, -210, 24, 2),
                        node(TRANSFORMER, Role.UNLOCK, 210, 0, 5),
                        node(ATTENTION, Role.RELATED, 0, 90, 0)),
                List.of(
                        new Edge("self-attention", Relation.BROADER, "attention-mechanism", "", List.of(CURATED)),
                        new Edge(
                                "self-attention",
                                Relation.PREREQUISITE,
                                "softmax",
                                "权重由 softmax 归一化得到。",
                                List.of(CURATED)),
                        new Edge(
                                "self-attention", Relation.PREREQUISITE, "word-embedding", "输入是词向量。", List.of(CURATED)),
                        new Edge(
                                "transformer",
                                Relation.PREREQUISITE,
                                "self-attention",
                                "编码器和解码器的每一层都用它。",
                                List.of(CURATED))));
    }

    private static Node node(ConceptRef concept, Role role, double x, double y, int hidden) {
        return new Node(
                concept,
                role,
                role == Role.CENTRE ? 0 : 1,
                x,
                y,
                140,
                34,
                hidden == 0 ? List.of() : List.of(new HiddenNeighbours(Relation.PREREQUISITE, false, hidden)));
    }

    static Overview overview() {
        return new Overview(
                153,
                41,
                30,
                27,
                5210,
                List.of(
                        new Overview.Topic(ref("mathematics", "数学基础", ConceptKind.FOUNDATION), 24),
                        new Overview.Topic(ref("language-model", "语言模型", ConceptKind.TASK), 37),
                        new Overview.Topic(ref("evaluation", "评测", ConceptKind.METRIC), 1)),
                List.of(
                        new Overview.NoteRef("nlp/注意力.md", "注意力笔记", 12, 9, 23, 6),
                        new Overview.NoteRef("rnn.rst", "Recurrent networks", 0, 0, 1, 0)));
    }

    static Overview emptyOverview() {
        return new Overview(0, 0, 0, 0, 0, List.of(), List.of());
    }

    static NextSteps next() {
        return new NextSteps(
                List.of(),
                List.of(),
                NextSteps.Rank.UNLOCKS,
                2,
                List.of(
                        new NextSteps.Step(SOFTMAX, 30, 12, 1, -1, List.of()),
                        new NextSteps.Step(ATTENTION, 45, 0, 0, -1, List.of())),
                "");
    }

    static StudyPath plan() {
        return new StudyPath(
                List.of("transformer"),
                List.of("word-embedding"),
                List.of(),
                2.25,
                3,
                0,
                2,
                List.of(
                        step("softmax", "softmax", 0, false, "self-attention", "自注意力"),
                        step("self-attention", "自注意力", 1, true, "transformer", "Transformer"),
                        new StudyPath.Step(
                                "transformer",
                                "Transformer",
                                ATTENTION,
                                60,
                                1,
                                2,
                                false,
                                false,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of())),
                List.of(new StudyPath.Cut(SOFTMAX, ATTENTION, true, 0.5, List.of(CURATED))),
                List.of());
    }

    /** The plan with everything that a page can show of one: it does not fit, and an order of the learner's own breaks it. */
    static PathPage pathPage(Language language) {
        StudyPath path = plan();
        StudyTime time =
                new StudyTime(OptionalInt.of(60), LocalDate.of(2026, 9, 7), Optional.of(LocalDate.of(2026, 9, 13)));
        Budget budget = new Budget(60, LocalDate.of(2026, 9, 7), Optional.of(LocalDate.of(2026, 9, 13)));
        Plan plan = new Plan(
                new PlanRequest(
                        path.goal(),
                        path.known(),
                        List.of("attention-mechanism"),
                        List.of("softmax"),
                        StudyPlanner.Extent.REQUIRED,
                        language),
                Optional.of(time),
                path,
                List.of(TRANSFORMER),
                List.of(ref("word-embedding", "词向量", ConceptKind.FOUNDATION)),
                List.of(ATTENTION),
                Optional.of(new Plan.Schedule(budget, Timetable.of(path, budget))));
        StudyPath.Warning warning = new StudyPath.Warning(
                StudyPath.Breach.LATER, SELF_ATTENTION, SOFTMAX, "softmax 给出权重。", List.of(CURATED, NOTED));
        List<PathPage.Step> steps = List.of(
                new PathPage.Step(path.steps().get(0), SOFTMAX, true, List.of()),
                new PathPage.Step(path.steps().get(1), SELF_ATTENTION, false, List.of(warning)),
                new PathPage.Step(path.steps().get(2), TRANSFORMER, false, List.of()));
        return new PathPage(plan, steps, steps.subList(1, 2), PlanWords.in(language));
    }

    private static StudyPath.Step step(
            String slug, String label, int generation, boolean covered, String neededFor, String neededForLabel) {
        return new StudyPath.Step(
                slug,
                label,
                ATTENTION,
                30,
                0.5,
                generation,
                false,
                covered,
                List.of(new StudyPath.Because(neededFor, neededForLabel, "没有它就看不懂那里的公式。", List.of(CURATED))),
                List.of(new SectionRef("nlp/注意力.md", "zi-zhu-yi-li", "自注意力", 10)),
                List.of(new QuestionRef("q1", "1. 为什么要除以 √d？", true, "nlp/注意力.md", 20)),
                List.of(new SourceRef("https://example.org/", "图解自注意力", "video", "nlp/注意力.md", 6)));
    }

    private static final Optional<ConceptKind> METHOD = Optional.of(ConceptKind.METHOD);
    private static final Optional<ConceptKind> MODEL = Optional.of(ConceptKind.MODEL);

    static List<Hit> hits() {
        return List.of(
                new Hit(Hit.Type.CONCEPT, "self-attention", "自注意力", "自注意力", 1, 4, METHOD, Hit.Via.LABEL),
                new Hit(Hit.Type.CONCEPT, "bert", "BERT", "bidirectional <encoder>", 14, 23, MODEL, Hit.Via.NAME),
                new Hit(
                        Hit.Type.QUESTION,
                        "q1",
                        "1. 为什么注意力要除以 √d？",
                        "1. 为什么注意力要除以 √d？",
                        6,
                        9,
                        Optional.empty(),
                        Hit.Via.LABEL));
    }
}
