package org.zhitu.server.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page of this package its {@link Site}. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
class PageAdvice {
    private final Assets assets;
    private final Messages messages;

    PageAdvice(Assets assets, Messages messages) {
        this.assets = assets;
        this.messages = messages;
    }

    /** A page depends on the reader's language, and may change with every load. */
    @ModelAttribute
    Site site(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return Site.of(request, request.getRequestURI(), assets, messages);
    }
}
