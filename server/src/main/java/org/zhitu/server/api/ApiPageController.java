package org.zhitu.server.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.server.json.Json;

/** The page of the interface: a table of all operations, in whose place Swagger UI comes where scripts run. */
@Controller
class ApiPageController {
    private final List<Operation> operations = operations();

    /** One operation as the document tells of it. */
    record Operation(String method, String path, String summary) {}

    @GetMapping(path = "/api-docs", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page() {
        return new ModelAndView("api-docs", "operations", operations);
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        Map<?, ?> document = Json.parse(new String(ApiDocument.text(), StandardCharsets.UTF_8), Map.class);
        if (document.get("paths") instanceof Map<?, ?> paths) {
            paths.forEach((path, methods) -> {
                if (methods instanceof Map<?, ?> each) {
                    each.forEach((method, operation) -> {
                        if (operation instanceof Map<?, ?> said && said.get("summary") instanceof String summary) {
                            operations.add(new Operation(
                                    String.valueOf(method).toUpperCase(Locale.ROOT), String.valueOf(path), summary));
                        }
                    });
                }
            });
        }
        return List.copyOf(operations);
    }
}
