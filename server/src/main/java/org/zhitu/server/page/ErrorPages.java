package org.zhitu.server.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a reader sees when a page cannot be shown; other clients get problem details. */
@Component
class ErrorPages implements ErrorViewResolver {
    private final Assets assets;
    private final Messages messages;

    ErrorPages(Assets assets, Messages messages) {
        this.assets = assets;
        this.messages = messages;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Map<String, Object> shown = new HashMap<>();
        shown.put("status", status.value());
        shown.put(
                "reason",
                switch (status) {
                    case NOT_FOUND -> "notFound";
                    case BAD_REQUEST -> "badRequest";
                    default -> status.is5xxServerError() ? "ours" : "badRequest";
                });
        shown.put("site", Site.of(request, path instanceof String text ? text : "/", assets, messages));
        return new ModelAndView("error", shown, status);
    }
}
