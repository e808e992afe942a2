package org.zhitu.server.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhitu.server.TestServer.header;

import java.net.http.HttpResponse;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhitu.server.TestServer;

/** The rules L1 to L9 for a linked-data site. */
class LinkedDataTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

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
        // each document names itself, and its address ends differently
        String same = response.body().replaceAll("(https?://localhost:\\d+/[^>\"]*?)\\.(ttl|nt|rdf|jsonld)", "$1");
        return RDFParser.fromString(same, lang).toGraph();
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
