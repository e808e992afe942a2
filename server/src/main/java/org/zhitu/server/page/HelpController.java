package org.zhitu.server.page;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The help page. */
@Controller
class HelpController {
    private static final List<String> NAMES = List.of("concept", "explore", "path", "sparql");

    /**
     * A picture of a page.
     *
     * @param page  the address of the page that it shows
     * @param image the address of the picture
     */
    record Shot(String name, String page, String image) {
        static Shot of(String name, Site site) {
            String image = "/help/" + site.tag() + "/" + name + ".webp";
            String page = switch (name) {
                case "concept" -> "/concept/attention-mechanism";
                case "explore" -> "/explore?concept=attention-mechanism";
                case "path" -> "/path?goal=transformer";
                default -> "/sparql";
            };
            return new Shot(name, site.choices().keep(page), image);
        }

        boolean isTaken() {
            return Shot.class.getResource("/static" + image) != null;
        }
    }

    @GetMapping(path = "/help", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView help(Site site) {
        List<Shot> shots = NAMES.stream()
                .map(name -> Shot.of(name, site))
                .filter(Shot::isTaken)
                .toList();
        return new ModelAndView("help", "shots", shots);
    }
}
