package org.zhitu.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.study.PlanRequest;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.server.TestServer;

/** Cards, read back as Anki reads them: header lines, then rows of tab-separated values with quotes. */
class PlanCardsTest {
    /** A file that Anki imports. */
    private record Deck(Map<String, String> header, List<List<String>> rows) {
        static Deck read(String text) {
            Map<String, String> header = new LinkedHashMap<>();
            int at = 0;
            while (text.startsWith("#", at)) {
                int end = text.indexOf('\n', at);
                String[] parts = text.substring(at + 1, end).split(":", 2);
                header.put(parts[0], parts[1]);
                at = end + 1;
            }
            return new Deck(header, rows(text.substring(at)));
        }

        /** RFC 4180 with tabs for commas. */
        private static List<List<String>> rows(String text) {
            List<List<String>> rows = new ArrayList<>();
            List<String> row = new ArrayList<>();
            StringBuilder field = new StringBuilder();
            boolean quoted = false;
            for (int at = 0; at < text.length(); at++) {
                char one = text.charAt(at);
                if (quoted && one == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    field.append(one);
                    at++;
                } else if (one == '"' && (quoted || field.isEmpty())) {
                    quoted = !quoted;
                } else if (!quoted && (one == '\t' || one == '\n')) {
                    row.add(field.toString());
                    field.setLength(0);
                    if (one == '\n') {
                        rows.add(List.copyOf(row));
                        row.clear();
                    }
                } else {
                    field.append(one);
                }
            }
            assertThat(quoted).isFalse();
            assertThat(field).isEmpty();
            return rows;
        }
    }

    @Test
    void eachQuestionIsACardWithItsAnswerAndPlace() {
        Deck deck = Deck.read(Plans.write(Plans.bert(Language.ZH), PlanFormat.ANKI));
        assertThat(deck.header())
                .containsExactly(
                        Map.entry("separator", "tab"),
                        Map.entry("html", "true"),
                        Map.entry("guid column", "1"),
                        Map.entry("tags column", "4"),
                        Map.entry("deck", "Zhitu::通向BERT 模型的学习路线"),
                        Map.entry("columns", "GUID\tFront\tBack\tTags"));
        assertThat(deck.rows())
                .containsExactly(
                        List.of(
                                "zhitu-aa11",
                                "1. 自注意力为什么要除以根号 d？",
                                "<p>防止梯度消失。</p><p><small>small.rst:7</small></p>",
                                "zhitu::self-attention"),
                        List.of(
                                "zhitu-bb22",
                                "How does BERT mask?",
                                "<p>笔记里还没有答案。</p><p><small>small.rst:12</small></p>",
                                "zhitu::bert zhitu::no-answer"));
    }

    @Test
    void aCardStaysOnOneLineAndNeedsNothingElse() {
        KnowledgeStore store = KnowledgeStore.inMemory();
        TestServer.fill(store);
        store.write(writer -> writer.replace(
                Iris.DEFAULT.noteGraph("公式.md"),
                RDFParser.fromString("""
                        @prefix schema: <https://schema.org/> .
                        @prefix zt: <https://w3id.org/zhitu/ontology#> .
                        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
                        @base <https://w3id.org/zhitu/> .

                        <id/note/公式.md> a zt:Note , schema:LearningResource ; schema:identifier "公式.md" ; schema:name "公式" .
                        <id/question/cc33> a schema:Question ; schema:name "\\"softmax\\" 是 <什么>？" ; schema:inLanguage "zh" ;
                            zt:line 1 ; zt:answered true ; schema:isPartOf <id/note/公式.md> ;
                            schema:about <id/concept/softmax> , <id/concept/bert> ;
                            schema:acceptedAnswer <id/question/cc33#answer> .
                        <id/question/cc33#answer> a schema:Answer ; schema:text "见图" ; zt:html \"\"\"<p>见
                        <img src="../a.png" alt="图一" loading="lazy"><span class="math inline">e^{x}</span></p>
                        <div class="math display">a &lt; b \\\\\\\\ c</div>
                        <pre><code>一
                        \t二
                        </code></pre>\"\"\"^^rdf:HTML .
                        """, Lang.TURTLE).toGraph(),
                RDFParser.fromString("", Lang.TURTLE).toGraph(),
                "1"));
        Knowledge knowledge = Knowledge.of(store, Iris.DEFAULT).current();
        Plan plan = Plan.of(knowledge, PlanRequest.to(List.of("bert"), Language.ZH), Optional.empty());
        String text = new PlanWriter(knowledge, Iris.DEFAULT).write(plan, PlanFormat.ANKI);
        List<List<String>> rows = Deck.read(text).rows();
        assertThat(text.lines()).hasSize(6 + 3);
        assertThat(rows).extracting(List::getFirst).containsExactly("zhitu-cc33", "zhitu-aa11", "zhitu-bb22");
        assertThat(rows.getFirst().get(1)).isEqualTo("\"softmax\" 是 &lt;什么&gt;？");
        assertThat(rows.getFirst().get(2))
                .isEqualTo("<p>见 图一\\(e^{x}\\)</p> \\[a &lt; b \\\\ c\\] <pre><code>一<br>    二<br></code></pre>"
                        + "<p><small>公式.md:1</small></p>");
    }
}
