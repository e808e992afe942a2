package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.atlas.Atlas;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/** The page with the map of all concepts, and the same as lists: each area with its concepts. */
@Controller
class AtlasController {
    /** The most concepts of one area that the page lists; the most important are those that stay. */
    private static final int LISTED = 300;

    private final Knowledge.Source source;

    AtlasController(Knowledge.Source source) {
        this.source = source;
    }

    @GetMapping(path = "/atlas", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView atlas(Site site) {
        Atlas atlas = source.current().atlas();
        ModelAndView page = new ModelAndView("atlas");
        page.addObject("areas", areas(atlas, site.content()));
        page.addObject("total", atlas.size());
        page.addObject("relations", Relation.values());
        return page;
    }

    /** A concept with the year of its introduction; 0 for none. */
    record Entry(ConceptRef ref, int year) {}

    /**
     * An area as a list.
     *
     * @param concept the top concept; null for what nobody has sorted in
     * @param entries the most important concepts first
     * @param more    how many are not listed
     */
    record AreaList(int number, @Nullable ConceptRef concept, int size, List<Entry> entries, int more) {}

    /** Asks for no places, so that the lists are there at once. */
    private static List<AreaList> areas(Atlas atlas, Language language) {
        List<List<Entry>> entries = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int place = 0; place < atlas.size(); place++) {
            int area = atlas.area(place);
            while (entries.size() <= area) {
                entries.add(new ArrayList<>());
                sizes.add(0);
            }
            if (entries.get(area).size() < LISTED) {
                entries.get(area).add(new Entry(atlas.ref(place, language), atlas.year(place)));
            }
            sizes.set(area, sizes.get(area) + 1);
        }
        List<ConceptRef> tops = atlas.tops(language);
        List<AreaList> lists = new ArrayList<>();
        for (int area = 0; area < entries.size(); area++) {
            int size = sizes.get(area);
            List<Entry> some = entries.get(area);
            ConceptRef concept = area < tops.size() ? tops.get(area) : null;
            lists.add(new AreaList(area, concept, size, some, size - some.size()));
        }
        return lists;
    }
}
