package org.zhitu.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of the interface: a table of all operations, in whose place Swagger UI comes where scripts run. */
@Controller
class ApiPageController {
    private static final String DOCUMENT = "/org/zhitu/server/api/openapi.json";

    private final List<Operation> operations = operations();

    /** One operation as the document tells of it. */
    record Operation(String method, String path, String summary) {}

    @GetMapping(path = "/api-docs", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page() {
        return new ModelAndView("api-docs", "operations", operations);
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        try (InputStream in = ApiPageController.class.getResourceAsStream(DOCUMENT)) {
            JsonNode document = JsonMapper.shared().readTree(in);
            document.path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(method -> operations.add(new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue().path("summary").asString("")))));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + DOCUMENT, e);
        }
        return List.copyOf(operations);
    }
}
