package org.zhitu.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.web.servlet.function.RouterFunction;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.about.SelfDescription;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.server.cli.ServerStarter;
import org.zhitu.server.load.NoteLibrary;
import org.zhitu.server.sparql.QueryLimits;

/**
 * A real server on a free port, over a small store in memory, and a client for it. As an extension of a test class it ends with the
 * class.
 */
public final class TestServer implements AutoCloseable, AfterAllCallback {
    /** Five concepts, a note with two questions, a source. */
    private static final String SCHEME = """
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix schema: <https://schema.org/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        @prefix zt: <https://w3id.org/zhitu/ontology#> .
        @base <https://w3id.org/zhitu/> .

        <scheme> a skos:ConceptScheme ; dcterms:title "Small"@en .
        <id/concept/foundations> a skos:Concept, zt:Foundation ;
            skos:inScheme <scheme> ; skos:topConceptOf <scheme> ;
            skos:prefLabel "Foundations"@en , "基础"@zh .
        <id/concept/softmax> a skos:Concept, zt:Foundation ;
            skos:inScheme <scheme> ; skos:prefLabel "Softmax"@en , "归一化指数函数"@zh ;
            skos:broader <id/concept/foundations> ; schema:timeRequired "PT30M"^^xsd:duration ; zt:difficulty 1 .
        <id/concept/self-attention> a skos:Concept, zt:Method ;
            skos:inScheme <scheme> ; skos:prefLabel "Self-Attention"@en , "自注意力"@zh ;
            skos:altLabel "intra-attention"@en ; skos:definition "Each word looks at all others."@en , "每个词看所有其他词。"@zh ;
            skos:broader <id/concept/foundations> ; schema:timeRequired "PT60M"^^xsd:duration ; zt:difficulty 3 ;
            zt:prerequisite <id/concept/softmax> .
        <id/concept/transformer> a skos:Concept, zt:Model ;
            skos:inScheme <scheme> ; skos:prefLabel "Transformer"@en , "Transformer 模型"@zh ;
            skos:broader <id/concept/foundations> ; schema:timeRequired "PT90M"^^xsd:duration ; zt:difficulty 4 ;
            zt:prerequisite <id/concept/self-attention> .
        <id/concept/bert> a skos:Concept, zt:Model ;
            skos:inScheme <scheme> ; skos:prefLabel "BERT"@en , "BERT 模型"@zh ;
            skos:broader <id/concept/foundations> ; schema:timeRequired "PT60M"^^xsd:duration ; zt:difficulty 4 ;
            zt:prerequisite <id/concept/transformer> .
        """;

    private static final String NOTE = """
        @prefix schema: <https://schema.org/> .
        @prefix zt: <https://w3id.org/zhitu/ontology#> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        @base <https://w3id.org/zhitu/> .

        <id/note/small.rst> a zt:Note, schema:LearningResource ;
            schema:identifier "small.rst" ; schema:name "小笔记" ; schema:inLanguage "zh" ;
            schema:encodingFormat "text/x-rst" ; schema:about <id/concept/bert> ;
            schema:mentions <id/concept/bert> , <id/concept/self-attention> ;
            schema:citation <id/source/0123456789abcdef> ;
            schema:hasPart <id/note/small.rst#zhu-yi-li> .
        <id/note/small.rst#zhu-yi-li> a zt:Section ; schema:name "注意力" ; zt:level 1 ; zt:line 3 ;
            schema:position 1 ; schema:isPartOf <id/note/small.rst> .
        <id/question/aa11> a schema:Question ; schema:name "1. 自注意力为什么要除以根号 d？" ;
            schema:text "自注意力为什么要除以根号 d？" ; schema:inLanguage "zh" ; zt:line 7 ; zt:answered true ;
            schema:isPartOf <id/note/small.rst#zhu-yi-li> ; schema:about <id/concept/self-attention> ;
            schema:acceptedAnswer <id/question/aa11#answer> .
        <id/question/aa11#answer> a schema:Answer ; schema:text "防止梯度消失。" ;
            zt:html "<p>防止梯度消失。</p>"^^rdf:HTML .
        <id/question/bb22> a schema:Question ; schema:name "How does BERT mask?" ; schema:text "How does BERT mask?" ;
            schema:inLanguage "en" ; zt:line 12 ; zt:answered false ;
            schema:isPartOf <id/note/small.rst> ; schema:about <id/concept/bert> .
        <id/source/0123456789abcdef> a schema:CreativeWork ; schema:url <https://example.org/attention> ;
            schema:name "On attention" ; zt:sourceKind "article" ; schema:about <id/concept/self-attention> .
        """;

    private static final String SCHEME_EVIDENCE = """
        @prefix prov: <http://www.w3.org/ns/prov#> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        @prefix zt: <https://w3id.org/zhitu/ontology#> .
        @base <https://w3id.org/zhitu/> .

        <id/evidence/1> a zt:Evidence ; zt:method "curated" ; zt:confidence 1.0 ; prov:wasDerivedFrom <scheme> ;
            rdf:reifies <<( <id/concept/self-attention> zt:prerequisite <id/concept/softmax> )>> ;
            zt:strength zt:required ; zt:reason "Its weights are a softmax."@en , "权重由 softmax 得到。"@zh .
        <id/evidence/2> a zt:Evidence ; zt:method "curated" ; zt:confidence 1.0 ; prov:wasDerivedFrom <scheme> ;
            rdf:reifies <<( <id/concept/transformer> zt:prerequisite <id/concept/self-attention> )>> ;
            zt:strength zt:required ; zt:reason "Its layers are built from it."@en , "各层由它构成。"@zh .
        <id/evidence/3> a zt:Evidence ; zt:method "curated" ; zt:confidence 1.0 ; prov:wasDerivedFrom <scheme> ;
            rdf:reifies <<( <id/concept/bert> zt:prerequisite <id/concept/transformer> )>> ;
            zt:strength zt:required ; zt:reason "It is a stack of its encoders."@en , "它由其编码器堆叠而成。"@zh .
        """;

    private static final String NOTHING = "";

    private final KnowledgeStore store;
    private final ServerStarter.RunningServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private TestServer(KnowledgeStore store, QueryLimits limits) {
        this(store, new NoteLibrary(store, Iris.DEFAULT, Optional.empty()), limits);
    }

    private TestServer(KnowledgeStore store, NoteLibrary library, QueryLimits limits) {
        this.store = store;
        Knowledge.Source knowledge = Knowledge.of(store, Iris.DEFAULT);
        server = ServerApplication.start(0, knowledge, library, Iris.DEFAULT, limits);
    }

    /** Starts a server with the usual limits. */
    public static TestServer start() {
        return start(QueryLimits.DEFAULT);
    }

    /** Starts a server with limits of its own. */
    public static TestServer start(QueryLimits limits) {
        KnowledgeStore store = KnowledgeStore.inMemory();
        fill(store);
        return new TestServer(store, limits);
    }

    /** Starts a server over an empty scratch store. */
    public static TestServer scratch() {
        return new TestServer(KnowledgeStore.scratch(), QueryLimits.DEFAULT);
    }

    /** Starts a server over a store that was filled elsewhere; the server closes it. */
    public static TestServer over(KnowledgeStore store) {
        return new TestServer(store, QueryLimits.DEFAULT);
    }

    /** Starts a server that takes changes from whoever knows the token {@code secret}. */
    public static TestServer writable() {
        System.setProperty("zhitu.write.token", "secret");
        try {
            return start();
        } finally {
            System.clearProperty("zhitu.write.token");
        }
    }

    /** Returns the store behind the server. */
    public KnowledgeStore store() {
        return store;
    }

    /** Starts a server over a store that a library fills. */
    public static TestServer start(KnowledgeStore store, NoteLibrary library) {
        return new TestServer(store, library, QueryLimits.DEFAULT);
    }

    /** Puts the small scheme and note into a store. */
    public static void fill(KnowledgeStore store) {
        store.write(writer -> {
            writer.replace(Iris.DEFAULT.schemeGraph(), graph(SCHEME), graph(SCHEME_EVIDENCE), "1");
            writer.replace(Iris.DEFAULT.noteGraph("small.rst"), graph(NOTE), graph(NOTHING), "1");
            new SelfDescription(Iris.DEFAULT).refresh(writer, Instant.parse("2026-01-02T03:04:05Z"));
        });
    }

    /** Returns the routes that are not pages' own. */
    public List<RouterFunction<?>> routes() {
        return ((ServerApplication.Running) server)
                .context()
                .getBeanProvider(RouterFunction.class)
                .orderedStream()
                .<RouterFunction<?>>map(route -> route)
                .toList();
    }

    /** Changes the store. */
    public void replaceNote(String turtle, String hash) {
        store.write(writer -> writer.replace(Iris.DEFAULT.noteGraph("other.md"), graph(turtle), graph(NOTHING), hash));
    }

    private static Graph graph(String turtle) {
        return RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
    }

    /** Returns the address of a path on the server. */
    public URI at(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    /** Returns the path of a query by GET. */
    public static String query(String sparql) {
        return "/sparql?query=" + encode(sparql);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Sends a request without a body; headers are names and values in turn. */
    public HttpResponse<String> send(String method, String path, String... headers) {
        return send(method, path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** Sends a body of a media type. */
    public HttpResponse<String> post(String path, String mediaType, String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = mediaType;
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body), all);
    }

    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns a header of an answer; empty where there is none. */
    public static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        server.close();
    }
}
