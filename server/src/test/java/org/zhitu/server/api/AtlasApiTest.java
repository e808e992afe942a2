package org.zhitu.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.zhitu.server.TestServer.header;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.atlas.Atlas;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.server.TestServer;
import org.zhitu.server.json.Json;
import tools.jackson.databind.JsonNode;

class AtlasApiTest {
    @RegisterExtension
    static final TestServer server = TestServer.start();

    private static JsonNode get(String path) {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.mapper().readTree(response.body());
    }

    @Test
    void theMapNamesItsAreasAndTheMostImportantConcepts() {
        JsonNode atlas = get("/api/atlas?lang=zh&limit=2");
        assertThat(atlas.path("total").asInt()).isEqualTo(5);
        assertThat(atlas.path("areas").path(0).path("label").asString()).isEqualTo("基础");
        assertThat(atlas.path("areas").path(0).path("size").asInt()).isEqualTo(5);
        assertThat(atlas.path("concepts")).hasSize(2);
        assertThat(atlas.path("concepts").path(0).path("importance").asDouble()).isEqualTo(1);
        atlas.path("edges")
                .forEach(edge -> assertThat(atlas.path("concepts").toString())
                        .contains(edge.path("from").asString(), edge.path("to").asString()));
    }

    @Test
    void namesComeByAreaInTheOrderOfThePlaces() {
        JsonNode atlas = get("/api/atlas?lang=en");
        JsonNode names = get("/api/atlas/names?area=0&lang=en");
        assertThat(names.path("slugs").path(0).asString())
                .isEqualTo(atlas.path("concepts").path(0).path("slug").asString());
        assertThat(names.path("labels")).hasSize(5);
        assertThat(get("/api/atlas/names?area=7").path("slugs")).isEmpty();
    }

    @Test
    void limitsAreKept() {
        assertThat(server.get("/api/atlas?limit=5001").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/atlas?limit=-1").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/atlas/names?area=x").statusCode()).isEqualTo(400);
    }

    @Test
    void whoHasTheMapIsToldSo() {
        for (String path : new String[] {"/api/atlas", "/api/atlas/places", "/api/atlas/edges", "/api/atlas/names"}) {
            String etag = header(server.get(path), "ETag");
            HttpResponse<String> again = server.get(path, "If-None-Match", etag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
        }
    }

    @Test
    void columnsAreAllValuesOfOneSortSideBySide() {
        Atlas empty =
                Knowledge.of(KnowledgeStore.inMemory(), Iris.DEFAULT).current().atlas();
        assertThat(AtlasColumns.places(empty)).isEqualTo(new byte[4]);
        assertThat(AtlasColumns.edges(empty)).isEqualTo(new byte[4]);

        Atlas atlas = Knowledge.of(server.store(), Iris.DEFAULT).current().atlas();
        ByteBuffer places = ByteBuffer.wrap(AtlasColumns.places(atlas)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(places.capacity()).isEqualTo(4 + 15 * 5);
        assertThat(places.getInt(0)).isEqualTo(5);
        for (int place = 0; place < 5; place++) {
            assertThat(Short.toUnsignedInt(places.getShort(4 + 2 * place)) / 65_535.0)
                    .isCloseTo(atlas.x(place), offset(1e-4));
            assertThat(places.get(4 + 14 * 5 + place)).isEqualTo((byte) List.of(ConceptKind.values())
                    .indexOf(atlas.ref(place, Language.ZH).kind()));
        }
        ByteBuffer edges = ByteBuffer.wrap(AtlasColumns.edges(atlas)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(edges.getInt(0)).isEqualTo(atlas.edgeCount()).isEqualTo(7);
        assertThat(edges.getInt(4)).isEqualTo(atlas.edge(0).from());
        assertThat(edges.getInt(4 + 4 * 7)).isEqualTo(atlas.edge(0).to());
    }
}
