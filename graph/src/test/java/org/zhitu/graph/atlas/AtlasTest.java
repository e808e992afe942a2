package org.zhitu.graph.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.SmallWorld;
import org.zhitu.graph.TheScheme;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

class AtlasTest {
    private static final String PREFIXES = """
            PREFIX : <https://w3id.org/zhitu/id/concept/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX zt: <https://w3id.org/zhitu/ontology#>
            """;

    /** Two areas of two rings each, joined by one edge. */
    private static final String TWO_AREAS =
            PREFIXES + """
            :language a skos:Concept , zt:Foundation ; skos:prefLabel "Language"@en , "语言"@zh ;
                skos:topConceptOf <https://w3id.org/zhitu/scheme> .
            :learning a skos:Concept , zt:Foundation ; skos:prefLabel "Learning"@en , "学习"@zh ;
                skos:topConceptOf <https://w3id.org/zhitu/scheme> .
            """ + ring("word", "language") + ring("sound", "language") + ring("loss", "learning") + """
            :word-0 skos:related :sound-0 .
            :loss-1 zt:prerequisite :word-1 ; zt:introducedIn <https://example.org/b> , <https://example.org/a> .
            :word-2 zt:introducedIn <https://example.org/a> .
            :word-3 zt:introducedIn <https://example.org/a> .
            <https://example.org/a> dcterms:date "1998"^^xsd:gYear .
            <https://example.org/b> dcterms:date "2017-06-12"^^xsd:date .
            :stray a skos:Concept , zt:Discovered ; skos:prefLabel "散落"@zh ; skos:related :loss-2 .
            :nowhere a skos:Concept , zt:Discovered ; skos:prefLabel "nowhere"@en .
            """;

    /** Six concepts of which each knows all others. */
    private static String ring(String name, String area) {
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            ring.append(":%s-%d a skos:Concept , zt:Method ; skos:prefLabel \"%s %d\"@en ; skos:broader :%s .\n"
                    .formatted(name, i, name, i, area));
            for (int j = 0; j < i; j++) {
                ring.append(":%s-%d skos:related :%s-%d .\n".formatted(name, i, name, j));
            }
        }
        return ring.toString();
    }

    private static String slug(Atlas atlas, int place) {
        return atlas.ref(place, Language.ZH).slug();
    }

    private static int place(Atlas atlas, String slug) {
        for (int place = 0; place < atlas.size(); place++) {
            if (slug(atlas, place).equals(slug)) {
                return place;
            }
        }
        throw new AssertionError("no " + slug);
    }

    /** Everything that a map says, as text. */
    private static String written(Atlas atlas) {
        StringBuilder text = new StringBuilder();
        for (int place = 0; place < atlas.size(); place++) {
            text.append(slug(atlas, place))
                    .append(' ')
                    .append(atlas.x(place))
                    .append(' ')
                    .append(atlas.y(place));
            text.append(' ').append(atlas.importance(place)).append(' ').append(atlas.group(place));
            text.append(' ')
                    .append(atlas.historyX(place))
                    .append(' ')
                    .append(atlas.historyY(place))
                    .append('\n');
        }
        return text.append(atlas.areas())
                .append(atlas.groups())
                .append(atlas.edgesAmong(atlas.size()))
                .toString();
    }

    @Test
    void theSameSchemeGivesTheSameMapBitByBit() {
        String once = written(TheScheme.knowledge().atlas());
        String again = written(TheScheme.knowledge().atlas());
        assertThat(again).isEqualTo(once);
    }

    @Test
    void areasAreTheTopConceptsAndWhatHangsNowhereComesLast() {
        Knowledge knowledge = SmallWorld.knowledge(TWO_AREAS);
        Atlas atlas = knowledge.atlas();
        assertThat(atlas.areas()).extracting(Atlas.Area::size).containsExactly(13, 8, 1);
        assertThat(atlas.ref(atlas.areas().getFirst(), Language.ZH).label()).isEqualTo("语言");
        assertThat(atlas.areas().getLast().concept()).isEqualTo(-1);
        assertThat(atlas.area(place(atlas, "stray")))
                .as("a stray goes where its neighbour is")
                .isEqualTo(1);
        assertThat(atlas.area(place(atlas, "nowhere"))).isEqualTo(2);
    }

    @Test
    void communitiesAreWhatHangsTogether() {
        Atlas atlas = SmallWorld.knowledge(TWO_AREAS).atlas();
        Set<Integer> words = new HashSet<>();
        Set<Integer> sounds = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            words.add(atlas.group(place(atlas, "word-" + i)));
            sounds.add(atlas.group(place(atlas, "sound-" + i)));
        }
        assertThat(words).hasSize(1);
        assertThat(sounds).hasSize(1);
        for (Atlas.Group group : atlas.groups()) {
            assertThat(atlas.area(group.place())).isEqualTo(group.area());
        }
    }

    @Test
    void whatMattersMostComesFirst() {
        Atlas atlas = TheScheme.knowledge().atlas();
        assertThat(atlas.importance(0)).isEqualTo(1);
        for (int place = 1; place < atlas.size(); place++) {
            assertThat(atlas.importance(place)).isPositive().isLessThanOrEqualTo(atlas.importance(place - 1));
        }
    }

    @Test
    void everyConceptIsInItsAreaAndOnTheMap() {
        Atlas atlas = TheScheme.knowledge().atlas();
        assertThat(Math.max(atlas.width(), atlas.height())).isCloseTo(1, within(1e-9));
        for (int place = 0; place < atlas.size(); place++) {
            Atlas.Area area = atlas.areas().get(atlas.area(place));
            assertThat(Math.hypot(atlas.x(place) - area.x(), atlas.y(place) - area.y()))
                    .as(slug(atlas, place))
                    .isLessThanOrEqualTo(area.radius());
            assertThat(atlas.x(place)).isBetween(0.0, atlas.width());
            assertThat(atlas.y(place)).isBetween(0.0, atlas.height());
        }
        for (Atlas.Group one : atlas.groups()) {
            for (Atlas.Group other : atlas.groups()) {
                if (!one.equals(other)) {
                    assertThat(Math.hypot(one.x() - other.x(), one.y() - other.y()))
                            .as("%s and %s", one, other)
                            .isGreaterThan(one.radius() + other.radius());
                }
            }
        }
    }

    @Test
    void theHistoryHasALaneForEachAreaAndTheFirstYearOfEachConcept() {
        Atlas atlas = SmallWorld.knowledge(TWO_AREAS).atlas();
        int loss = place(atlas, "loss-1");
        int word = place(atlas, "word-2");
        int another = place(atlas, "word-3");
        assertThat(atlas.years().keySet()).containsExactly(1998);
        assertThat(atlas.year(loss)).as("the earlier of two works").isEqualTo(1998);
        assertThat(atlas.year(place(atlas, "word-0"))).isZero();
        assertThat(atlas.historyX(loss)).isEqualTo(atlas.historyX(word));
        assertThat(atlas.historyY(word)).isNotEqualTo(atlas.historyY(another));
        for (int place : List.of(loss, word, another)) {
            Atlas.Area area = atlas.areas().get(atlas.area(place));
            assertThat(atlas.historyY(place)).isBetween(area.lane(), area.lane() + area.rows());
        }
        assertThat(atlas.areas().get(2).rows())
                .as("the lane of an area without years")
                .isZero();
        List<Double> columns =
                new ArrayList<>(TheScheme.knowledge().atlas().years().values());
        assertThat(columns).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(50);
    }

    @Test
    void edgesHaveTheirRelationAndSymmetricOnesComeOnce() {
        Atlas atlas = SmallWorld.knowledge(TWO_AREAS).atlas();
        Set<String> seen = new TreeSet<>();
        for (Atlas.Edge edge : atlas.edgesAmong(atlas.size())) {
            assertThat(seen.add(edge.from() + " " + edge.relation() + " " + edge.to()))
                    .isTrue();
            assertThat(edge.relation() == Relation.RELATED && seen.contains(edge.to() + " RELATED " + edge.from()))
                    .isFalse();
        }
        assertThat(atlas.edgesAmong(atlas.size()))
                .contains(new Atlas.Edge(place(atlas, "loss-1"), Relation.PREREQUISITE, place(atlas, "word-1")));
        assertThat(atlas.edgesAmong(1)).isEmpty();
    }

    @Test
    void oldLibrariesThatGraphStreamWouldBringStayOut() {
        for (String type : List.of(
                "org/apache/commons/math/MathException",
                "org/apache/commons/math3/util/FastMath",
                "org/jfree/chart/JFreeChart",
                "com/lowagie/text/Document",
                "com/itextpdf/text/Document",
                "org/bouncycastle/mail/smime/SMIMEException")) {
            assertThat(AtlasTest.class.getResource("/" + type + ".class"))
                    .as(type)
                    .isNull();
        }
    }

    @Test
    void anEmptyStoreGivesAnEmptyMap() {
        Atlas atlas = SmallWorld.knowledge(PREFIXES).atlas();
        assertThat(atlas.size()).isZero();
        assertThat(atlas.areas()).isEmpty();
        assertThat(atlas.edgeCount()).isZero();
    }
}
