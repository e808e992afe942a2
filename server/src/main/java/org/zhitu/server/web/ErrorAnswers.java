package org.zhitu.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what fails outside of any handler: an error page for readers, a problem detail for programs. */
@Controller
class ErrorAnswers implements ErrorController {
    private final List<ErrorViewResolver> pages;

    ErrorAnswers(List<ErrorViewResolver> pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return null;
        }
        HttpStatus status = status(request);
        if (Problems.prefersPage(request)) {
            for (ErrorViewResolver page : pages) {
                ModelAndView view = page.resolveErrorView(request, status, Map.of());
                if (view != null) {
                    response.setStatus(status.value());
                    return view;
                }
            }
        }
        Problems.write(Problems.ofStatus(status.value()), request, response);
        return null;
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
