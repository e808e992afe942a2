package org.zhitu.server.api;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.zhitu.graph.atlas.Atlas;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/**
 * The map as columns of numbers that a script can use as they are: all values of one sort side by side, the least
 * significant byte first. Lengths on the map are in 65,535ths of its longer side.
 */
final class AtlasColumns {
    /** The most places of one answer, the most important first. */
    static final int MOST_PLACES = 100_000;

    /** The most edges of one answer. */
    static final int MOST_EDGES = 400_000;

    static final String TYPE = "application/vnd.zhitu.atlas";

    private static final List<ConceptKind> KINDS = List.of(ConceptKind.values());
    private static final List<Relation> RELATIONS = List.of(Relation.values());
    private static final int UNIT = 65_535;

    private AtlasColumns() {}

    /**
     * Returns the places: their number in four bytes, then x, y, importance, year, area, community and row of all, two bytes
     * each, then the kinds, one byte each.
     */
    static byte[] places(Atlas atlas) {
        int count = Math.min(atlas.size(), MOST_PLACES);
        ByteBuffer bytes = ByteBuffer.allocate(4 + 15 * count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(count);
        shorts(bytes, count, place -> (int) Math.round(atlas.x(place) * UNIT));
        shorts(bytes, count, place -> (int) Math.round(atlas.y(place) * UNIT));
        shorts(bytes, count, place -> (int) Math.round(atlas.importance(place) * UNIT));
        shorts(bytes, count, atlas::year);
        shorts(bytes, count, atlas::area);
        shorts(bytes, count, place -> Math.min(UNIT, atlas.group(place)));
        shorts(bytes, count, place -> Math.min(UNIT, atlas.row(place)));
        for (int place = 0; place < count; place++) {
            bytes.put((byte) KINDS.indexOf(atlas.ref(place, Language.EN).kind()));
        }
        return bytes.array();
    }

    private static void shorts(ByteBuffer bytes, int count, IntUnaryOperator value) {
        for (int place = 0; place < count; place++) {
            bytes.putShort((short) value.applyAsInt(place));
        }
    }

    /**
     * Returns the edges between the places: their number in four bytes, then the subjects and the objects, four bytes each,
     * then the relations by their place in the list of relations, one byte each.
     */
    static byte[] edges(Atlas atlas) {
        int[] kept = new int[Math.min(atlas.edgeCount(), MOST_EDGES)];
        int count = 0;
        for (int number = 0; number < atlas.edgeCount() && count < kept.length; number++) {
            Atlas.Edge edge = atlas.edge(number);
            if (edge.from() < MOST_PLACES && edge.to() < MOST_PLACES) {
                kept[count++] = number;
            }
        }
        ByteBuffer bytes = ByteBuffer.allocate(4 + 9 * count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(count);
        for (int i = 0; i < count; i++) {
            bytes.putInt(atlas.edge(kept[i]).from());
        }
        for (int i = 0; i < count; i++) {
            bytes.putInt(atlas.edge(kept[i]).to());
        }
        for (int i = 0; i < count; i++) {
            bytes.put((byte) RELATIONS.indexOf(atlas.edge(kept[i]).relation()));
        }
        return bytes.array();
    }
}
