import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.search.Search;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;

/**
 * How long one search takes over many concepts. The names are made from syllables and characters with a fixed seed, two
 * preferred labels and two aliases for each concept. Prints the time to build the index and, for each kind of query, the
 * median and the 99th percentile in milliseconds after warming up, one thread.
 *
 * <p>Arguments: the number of concepts, 100000 unless given.
 */
public final class SearchBenchmark {
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String[] WORDS = ("attention gradient neural model token graph entropy kernel layer vector beam "
                    + "search label tree chain field score memory prompt query sparse dense deep latent hidden local "
                    + "global cross self multi head word sense parse topic cluster sample policy reward mask encoder "
                    + "decoder language translation summary dialogue ranking retrieval index corpus lexicon syntax")
            .split(" ");
    private static final String HAN = "注意力梯度神经网络模型词元图谱熵核层向量束搜索标签树链场得分记忆提示查询稀疏稠密深度潜在隐藏局部全局交叉自多头"
            + "义句法主题聚类采样策略奖励掩码编码解码语言翻译摘要对话排序检索索引语料词典条件随机马尔可夫贝叶斯最大期望";

    private SearchBenchmark() {}

    public static void main(String[] arguments) {
        int concepts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Random random = new Random(20_260_101);
        List<String> english = new ArrayList<>();
        List<String> chinese = new ArrayList<>();
        KnowledgeStore store = KnowledgeStore.inMemory();
        store.write(writer -> writer.replace(
                Iris.DEFAULT.schemeGraph(), scheme(concepts, random, english, chinese), Graph.emptyGraph, "1"));
        Knowledge knowledge = Knowledge.of(store, Iris.DEFAULT).current();
        long start = System.nanoTime();
        Search search = knowledge.search();
        System.out.printf(Locale.ROOT, "%,d concepts, index built in %.1f s%n", concepts, (System.nanoTime() - start) / 1e9);
        Runtime.getRuntime().gc();
        System.out.printf(
                Locale.ROOT,
                "%,d MB in use with the store in memory%n",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000);
        List<String> prefixes = new ArrayList<>();
        List<String> middles = new ArrayList<>();
        List<String> swapped = new ArrayList<>();
        List<String> slips = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String en = english.get(random.nextInt(concepts));
            String zh = chinese.get(random.nextInt(concepts));
            prefixes.add(i % 2 == 0 ? en.substring(0, 1 + en.length() / 2) : zh.substring(0, 2));
            middles.add(zh.substring(1));
            List<String> words = new ArrayList<>(Arrays.asList(en.split(" ")));
            swapped.add(words.getLast() + " " + words.getFirst());
            int at = 1 + random.nextInt(en.length() - 2);
            slips.add(en.substring(0, at) + en.substring(at + 1));
            sentences.add("请问为什么要用" + zh + "而不是别的方法来做这件事呢");
        }
        measure(search, "exact labels", english.subList(0, 200));
        measure(search, "beginnings", prefixes);
        measure(search, "one letter", List.of("a", "s", "m", "注", "网"));
        measure(search, "inside Chinese", middles);
        measure(search, "words swapped", swapped);
        measure(search, "in a sentence", sentences);
        measure(search, "pinyin", List.of("zhuyili", "shenjing", "wangluo", "cidian", "sousuo", "tiaojian"));
        measure(search, "initials", List.of("zyl", "sjwl", "tjsj", "cy", "ss"));
        measure(search, "slips", slips);
        measure(search, "nothing", List.of("qqqqzz", "不存在的东西", "zzzz yyyy"));
    }

    private static Graph scheme(int concepts, Random random, List<String> english, List<String> chinese) {
        Graph graph = GraphFactory.createGraphMem();
        Node type = NodeFactory.createURI(TYPE);
        Node concept = NodeFactory.createURI(SKOS + "Concept");
        Node method = NodeFactory.createURI("https://w3id.org/zhitu/ontology#Method");
        Node preferred = NodeFactory.createURI(SKOS + "prefLabel");
        Node alternative = NodeFactory.createURI(SKOS + "altLabel");
        Node broader = NodeFactory.createURI(SKOS + "broader");
        for (int i = 0; i < concepts; i++) {
            Node one = NodeFactory.createURI(Iris.DEFAULT.concept("c" + i));
            String en = words(random) + " " + Integer.toString(i, 36);
            String zh = characters(random);
            english.add(en);
            chinese.add(zh);
            graph.add(one, type, concept);
            graph.add(one, type, method);
            graph.add(one, preferred, NodeFactory.createLiteralLang(en, "en"));
            graph.add(one, preferred, NodeFactory.createLiteralLang(zh, "zh"));
            graph.add(one, alternative, NodeFactory.createLiteralLang(words(random), "en"));
            graph.add(one, alternative, NodeFactory.createLiteralLang(characters(random), "zh"));
            if (i > 0) {
                graph.add(one, broader, NodeFactory.createURI(Iris.DEFAULT.concept("c" + random.nextInt(i))));
            }
        }
        return graph;
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }

    private static String characters(Random random) {
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < 4 + random.nextInt(3); i++) {
            characters.append(HAN.charAt(random.nextInt(HAN.length())));
        }
        return characters.toString();
    }

    private static void measure(Search search, String what, List<String> queries) {
        for (int i = 0; i < 3; i++) {
            queries.forEach(query -> search.find(query, Language.ZH, 8));
        }
        double[] millis = new double[Math.max(100, queries.size())];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            search.find(queries.get(i % queries.size()), Language.ZH, 8);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-16s median %7.2f ms, 99 %% within %7.2f ms%n",
                what,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100]);
    }
}
