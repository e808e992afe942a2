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
        page.addObject("areas", areas(atlas, site.language()));
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

    private static List<AreaList> areas(Atlas atlas, Language language) {
        List<List<Entry>> entries = new ArrayList<>();
        atlas.areas().forEach(area -> entries.add(new ArrayList<>()));
        for (int place = 0; place < atlas.size(); place++) {
            List<Entry> some = entries.get(atlas.area(place));
            if (some.size() < LISTED) {
                some.add(new Entry(atlas.ref(place, language), atlas.year(place)));
            }
        }
        List<AreaList> lists = new ArrayList<>();
        for (Atlas.Area area : atlas.areas()) {
            List<Entry> some = entries.get(lists.size());
            ConceptRef concept = area.concept() < 0 ? null : atlas.ref(area, language);
            lists.add(new AreaList(lists.size(), concept, area.size(), some, area.size() - some.size()));
        }
        return lists;
    }
}
