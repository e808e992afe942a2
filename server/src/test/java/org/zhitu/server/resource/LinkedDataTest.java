package org.zhitu.server.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhitu.server.TestServer.header;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhitu.ontology.Iris;
import org.zhitu.server.TestServer;

/** The rules L1 to L13 for a linked-data site. */
class LinkedDataTest {
    @RegisterExtension
    static final TestServer server = TestServer.start();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text/html                                     | /concept/bert
        text/html,application/xml;q=0.9,*/*;q=0.8     | /concept/bert
        */*                                           | /concept/bert
        text/turtle                                   | /concept/bert.ttl
        application/ld+json                           | /concept/bert.jsonld
        application/json                              | /concept/bert.json
        application/n-triples                         | /concept/bert.nt
        application/rdf+xml                           | /concept/bert.rdf
        application/rdf+xml;q=0.5, text/turtle        | /concept/bert.ttl
        """)
    void l1TheNameOfAThingLeadsToADocumentAboutIt(String accept, String location) {
        HttpResponse<String> response = server.get("/id/concept/bert", "Accept", accept);
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(header(response, "Location")).endsWith(location);
        assertThat(header(response, "Vary")).containsIgnoringCase("accept");
    }

    @Test
    void l5WithoutAcceptTheNameLeadsToThePage() {
        assertThat(header(server.get("/id/note/small.rst"), "Location")).endsWith("/note/small.rst");
        assertThat(server.get("/id/concept/bert", "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    @Test
    void l4AllTwinsInRdfSayTheSame() {
        for (String thing :
                new String[] {"concept/self-attention", "question/aa11", "note/small.rst", "source/0123456789abcdef"}) {
            Graph turtle = graph("/" + thing + ".ttl", Lang.TURTLE);
            assertThat(turtle.size()).isGreaterThan(5);
            assertThat(graph("/" + thing + ".nt", Lang.NTRIPLES).size()).isEqualTo(turtle.size());
            assertThat(graph("/" + thing + ".rdf", Lang.RDFXML).size()).isEqualTo(turtle.size());
            assertThat(graph("/" + thing + ".jsonld", Lang.JSONLD).size()).isEqualTo(turtle.size());
        }
    }

    private static Graph graph(String path, Lang lang) {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(header(response, "Content-Type")).startsWith(lang.getHeaderString());
        return RDFParser.fromString(response.body(), lang).toGraph();
    }

    @Test
    void l7TheDocumentSaysWhatItIsAbout() {
        String turtle = server.get("/concept/self-attention.ttl").body();
        assertThat(turtle)
                .contains("foaf:primaryTopic", "\"自注意力\"@zh", "\"Self-Attention\"@en", "dcterms:license")
                .contains("\"Softmax\"@en");
    }

    @Test
    void l9ATwinHasAValidator() {
        HttpResponse<String> first = server.get("/concept/bert.ttl");
        assertThat(server.get("/concept/bert.ttl", "If-None-Match", header(first, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(header(first, "Link")).contains("rel=\"describes\"", "rel=\"canonical\"");
    }

    @Test
    void l2AConceptWithANewNameLeadsThere() {
        server.replaceNote("""
            PREFIX c: <https://w3id.org/zhitu/id/concept/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            c:old-bert dcterms:isReplacedBy c:bert .
            c:lost owl:deprecated true .
            """, "moved");
        HttpResponse<String> name = server.get("/id/concept/old-bert", "Accept", "text/turtle");
        assertThat(name.statusCode()).isEqualTo(301);
        assertThat(header(name, "Location")).endsWith("/id/concept/bert");
        HttpResponse<String> page = server.get("/concept/old-bert", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(301);
        assertThat(header(server.get("/concept/old-bert.ttl"), "Location")).endsWith("/concept/bert.ttl");
        assertThat(server.get("/id/concept/lost").statusCode()).isEqualTo(410);
    }

    @Test
    void l3ADocumentTellsOfItselfAndItsTwins() {
        HttpResponse<String> twin = server.get("/concept/bert.ttl");
        assertThat(header(twin, "Content-Location")).isEqualTo("/concept/bert.ttl");
        assertThat(header(twin, "Link"))
                .contains("rel=\"canonical\"", "rel=\"describedby\"", "</concept/bert.jsonld>; rel=\"alternate\"");
        HttpResponse<String> page = server.get("/concept/bert", "Accept", "text/html");
        assertThat(header(page, "Vary")).contains("Accept", "Accept-Encoding", "Accept-Language");
        assertThat(page.headers().allValues("Vary")).hasSize(1);
        assertThat(header(page, "Content-Location")).isEqualTo("/concept/bert");
        assertThat(header(page, "Link"))
                .contains("rel=\"describes\"", "rel=\"canonical\"", "</concept/bert.ttl>; rel=\"alternate\"");
        assertThat(page.body()).contains("<link rel=\"canonical\" href=\"/concept/bert\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"concept/self-attention", "question/aa11", "note/small.rst"})
    void l6ThePageHoldsWhatItsTwinsSay(String thing) {
        String page = server.get("/" + thing, "Accept", "text/html").body();
        String start = "<script type=\"application/ld+json\">";
        String json = page.substring(page.indexOf(start) + start.length());
        Graph inPage = RDFParser.fromString(json.substring(0, json.indexOf("</script>")), Lang.JSONLD)
                .toGraph();
        Graph turtle = RDFParser.fromString(server.get("/" + thing + ".ttl").body(), Lang.TURTLE)
                .toGraph();
        assertThat(inPage.isIsomorphicWith(turtle)).isTrue();
        assertThat(page).contains("https://schema.org/");
    }

    @Test
    void l6TheContextIsServedAndMayBeKept() {
        HttpResponse<String> context = server.get("/context.jsonld", "Origin", "http://app.example");
        assertThat(header(context, "Content-Type")).isEqualTo("application/ld+json");
        assertThat(header(context, "Cache-Control")).contains("max-age");
        assertThat(header(context, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(context.body()).contains("\"@context\"", "\"skos\"");
    }

    @Test
    void l8TheTwinKeepsAllLanguagesAndOneName() {
        Graph turtle = graph("/concept/self-attention.ttl", Lang.TURTLE);
        assertThat(turtle.find(
                                NodeFactory.createURI("https://w3id.org/zhitu/id/concept/self-attention"),
                                SKOS.prefLabel.asNode(),
                                Node.ANY)
                        .toList())
                .hasSize(2);
    }

    @Test
    void l9TheDateOfTheDataIsThatOfTheDocument() {
        HttpResponse<String> twin = server.get("/question/aa11.ttl");
        assertThat(header(twin, "Last-Modified")).isEqualTo("Fri, 02 Jan 2026 03:04:05 GMT");
        assertThat(header(server.get("/question/aa11", "Accept", "text/html"), "Last-Modified"))
                .isEqualTo("Fri, 02 Jan 2026 03:04:05 GMT");
        assertThat(header(twin, "Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhitu.nq.gz", "zhitu-rdf11.nq.gz", "zhitu.ttl.gz"})
    void l11TheDumpsAreWholeAndTheSameEachTime(String file) throws IOException {
        byte[] dump = bytes("/dumps/" + file);
        assertThat(bytes("/dumps/" + file)).isEqualTo(dump);
        Lang lang = file.endsWith("ttl.gz") ? Lang.TURTLE : Lang.NQUADS;
        DatasetGraph data = RDFParser.source(new GZIPInputStream(new ByteArrayInputStream(dump)))
                .lang(lang)
                .toDatasetGraph();
        boolean evidence = data.find(Node.ANY, Node.ANY, NodeFactory.createURI(RDF.uri + "reifies"), Node.ANY)
                .hasNext();
        assertThat(evidence).isEqualTo(file.equals("zhitu.nq.gz"));
        String turtle = server.get("/void.ttl").body();
        assertThat(turtle).contains("dumps/" + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhitu.nq.gz", "zhitu-rdf11.nq.gz", "zhitu.ttl.gz"})
    void l11TheDumpsAreDatedAndHaveADigest(String file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes("/dumps/" + file));
        HttpResponse<String> head = server.send("HEAD", "/dumps/" + file);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Repr-Digest"))
                .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        assertThat(server.get("/dumps/" + file, "If-Modified-Since", header(head, "Last-Modified"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(server.get("/dumps/SHA256SUMS").body().lines())
                .contains(HexFormat.of().formatHex(digest) + "  " + file);
        Graph about = RDFParser.fromString(server.get("/void.ttl").body(), Lang.TURTLE)
                .toGraph();
        Node distribution = NodeFactory.createURI(Iris.DEFAULT.base() + "void#" + file);
        assertThat(about.contains(distribution, DCTerms.modified.asNode(), Node.ANY))
                .isTrue();
        assertThat(about.contains(
                        distribution,
                        RDFS.seeAlso.asNode(),
                        NodeFactory.createURI(Iris.DEFAULT.base() + "dumps/SHA256SUMS")))
                .isTrue();
    }

    private static byte[] bytes(String path) throws IOException {
        try (InputStream in = server.at(path).toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, zh", "zh-Hans, zh", "zh-TW, zh", "en-GB, en", "fr, en"})
    void l12ThePageIsInTheReadersLanguage(String accepted, String language) {
        HttpResponse<String> page = server.get("/concept/bert", "Accept", "text/html", "Accept-Language", accepted);
        assertThat(header(page, "Content-Language")).isEqualTo(language);
        assertThat(page.body()).contains("lang=\"" + language + "\"");
    }

    @Test
    void l13VisitorsFindTheMapAndTheRules() {
        String rules = server.get("/robots.txt").body();
        assertThat(rules).contains("Sitemap: " + server.at("/sitemap.xml"));
        String map = server.get("/sitemap.xml").body();
        assertThat(map)
                .contains(
                        "<loc>" + server.at("/concept/bert") + "</loc>",
                        "<loc>" + server.at("/question/aa11") + "</loc>",
                        "<loc>" + server.at("/note/small.rst") + "</loc>",
                        "<lastmod>2026-01-02T03:04:05Z</lastmod>");
        assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text/turtle                                     | text/turtle;charset=utf-8
        application/rdf+xml                             | application/rdf+xml
        application/ld+json                             | application/ld+json
        text/html,application/xml;q=0.9,*/*;q=0.8       | text/html;charset=UTF-8
        */*                                             | text/turtle;charset=utf-8
        """)
    void l1TheNameOfATermLeadsToTheVocabulary(String accept, String type) {
        HttpResponse<String> response = server.get("/ontology", "Accept", accept);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualToIgnoringCase(type);
        assertThat(header(response, "Vary")).contains("Accept");
        if (type.startsWith("text/turtle")) {
            assertThat(RDFParser.fromString(response.body(), Lang.TURTLE)
                            .toGraph()
                            .contains(
                                    NodeFactory.createURI("https://w3id.org/zhitu/ontology#prerequisite"),
                                    Node.ANY,
                                    Node.ANY))
                    .isTrue();
            assertThat(server.get("/ontology.ttl", "If-None-Match", header(response, "ETag"))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PUT    | /concept/bert.ttl | text/turtle | 405
        DELETE | /id/concept/bert  | */*         | 405
        GET    | /id/concept/bert  | image/png   | 406
        """)
    void l10WhatIsNotOfferedIsSaid(String method, String path, String accept, int status) {
        HttpResponse<String> response = server.send(method, path, "Accept", accept);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void l10HeadHasNoBody() {
        HttpResponse<String> head = server.send("HEAD", "/concept/bert.ttl");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void anUnknownThingIsAProblem() {
        for (String path : new String[] {"/concept/nothing.ttl", "/question/nothing.json", "/note/无.rst.ttl"}) {
            HttpResponse<String> response = server.get(path.replace("无", "%E6%97%A0"));
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        }
    }
}
