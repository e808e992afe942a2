package org.zhitu.server.api;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zhitu.graph.atlas.Atlas;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/**
 * The map as JSON: areas, communities and years as a whole, of the concepts the most important ones with the edges between
 * them.
 *
 * @param width        of the map; the longer side is 1
 * @param total        how many concepts there are
 * @param historyWidth of the history, in rows
 */
record AtlasView(
        double width,
        double height,
        int total,
        int totalEdges,
        double historyWidth,
        List<Area> areas,
        List<Group> groups,
        List<Year> years,
        List<Place> concepts,
        List<Edge> edges) {
    /** The most concepts of one answer. */
    static final int MAX_LIMIT = 5_000;

    /** An area; slug and label are missing for what nobody has sorted in. */
    record Area(
            @Nullable String slug,
            @Nullable String label,
            double x,
            double y,
            double radius,
            int size,
            double lane,
            double rows) {}

    /** A community, called by its most important concept. */
    record Group(int area, int place, String slug, String label, double x, double y, double radius, int size) {}

    /** A year with where it is in the history. */
    record Year(int year, double x) {}

    /** A concept; place is its number in the columns. */
    record Place(
            int place,
            String slug,
            String label,
            ConceptKind kind,
            int area,
            int group,
            double x,
            double y,
            double importance,
            int year) {}

    /** An edge between two of the concepts. */
    record Edge(String from, Relation relation, String to) {}

    /** Names of the places of an area, in order. */
    record Names(List<String> slugs, List<String> labels) {
        static Names of(Atlas atlas, int area, Language language) {
            List<ConceptRef> refs = IntStream.range(0, Math.min(atlas.size(), AtlasColumns.MOST_PLACES))
                    .filter(place -> atlas.area(place) == area)
                    .mapToObj(place -> atlas.ref(place, language))
                    .toList();
            return new Names(
                    refs.stream().map(ConceptRef::slug).toList(),
                    refs.stream().map(ConceptRef::label).toList());
        }
    }

    static AtlasView of(Atlas atlas, int limit, Language language) {
        int shown = Math.min(limit, atlas.size());
        return new AtlasView(
                rounded(atlas.width()),
                rounded(atlas.height()),
                atlas.size(),
                atlas.edgeCount(),
                rounded(atlas.historyWidth()),
                atlas.areas().stream().map(area -> area(atlas, area, language)).toList(),
                atlas.groups().stream()
                        .map(group -> group(atlas, group, language))
                        .toList(),
                atlas.years().entrySet().stream()
                        .map(year -> new Year(year.getKey(), rounded(year.getValue())))
                        .toList(),
                IntStream.range(0, shown)
                        .mapToObj(place -> place(atlas, place, language))
                        .toList(),
                atlas.edgesAmong(shown).stream()
                        .map(edge -> new Edge(
                                atlas.ref(edge.from(), language).slug(),
                                edge.relation(),
                                atlas.ref(edge.to(), language).slug()))
                        .toList());
    }

    private static Area area(Atlas atlas, Atlas.Area area, Language language) {
        ConceptRef ref = area.concept() < 0 ? null : atlas.ref(area, language);
        return new Area(
                ref == null ? null : ref.slug(),
                ref == null ? null : ref.label(),
                rounded(area.x()),
                rounded(area.y()),
                rounded(area.radius()),
                area.size(),
                rounded(area.lane()),
                rounded(area.rows()));
    }

    private static Group group(Atlas atlas, Atlas.Group group, Language language) {
        ConceptRef ref = atlas.ref(group.place(), language);
        return new Group(
                group.area(),
                group.place(),
                ref.slug(),
                ref.label(),
                rounded(group.x()),
                rounded(group.y()),
                rounded(group.radius()),
                group.size());
    }

    private static Place place(Atlas atlas, int place, Language language) {
        ConceptRef ref = atlas.ref(place, language);
        return new Place(
                place,
                ref.slug(),
                ref.label(),
                ref.kind(),
                atlas.area(place),
                atlas.group(place),
                rounded(atlas.x(place)),
                rounded(atlas.y(place)),
                rounded(atlas.importance(place)),
                atlas.year(place));
    }

    private static double rounded(double value) {
        return Math.round(value * 1e5) / 1e5;
    }
}
