package org.zhitu.server.page;

import jakarta.servlet.http.HttpServletRequest;
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

    @ModelAttribute
    Site site(HttpServletRequest request) {
        return Site.of(request, request.getRequestURI(), assets, messages);
    }
}
