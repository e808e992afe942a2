package org.zhitu.server.resource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.about.Namespaces;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Iris.Thing;
import org.zhitu.server.results.AnswerLimits;
import org.zhitu.server.results.AnswerWriter;
import org.zhitu.server.results.GraphFormat;

/**
 * Puts what the twins say into the page itself, as JSON-LD, and tells of the twins in its headers. The page's template prints
 * the model's {@code linkedData}.
 */
@Configuration(proxyBeanMethods = false)
class PageData implements WebMvcConfigurer, HandlerInterceptor {
    private static final Pattern PAGE = Pattern.compile("/(concept|question|note)/(.+)");

    private final Knowledge.Source source;
    private final Iris iris;
    private final Freshness freshness;

    PageData(Knowledge.Source source, Iris iris, Freshness freshness) {
        this.source = source;
        this.iris = iris;
        this.freshness = freshness;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/concept/*", "/question/*", "/note/**");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        Matcher path = PAGE.matcher(request.getRequestURI());
        if (view == null || (view.getStatus() != null && view.getStatus().isError()) || !path.matches()) {
            return;
        }
        String local = UriUtils.decode(path.group(2), StandardCharsets.UTF_8);
        String thing = iris.of(Thing.valueOf(path.group(1).toUpperCase(Locale.ROOT)), local);
        String document = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQuery(null)
                .build()
                .toString();
        Description.of(source.store(), iris, thing, document, freshness.modified())
                .ifPresent(graph -> {
                    ByteArrayOutputStream json = new ByteArrayOutputStream();
                    new AnswerWriter(json, AnswerLimits.DEFAULT).graph(graph, Namespaces.MAPPING, GraphFormat.JSONLD);
                    // a text that holds the end of the script element must not end it
                    view.addObject(
                            "linkedData", json.toString(StandardCharsets.UTF_8).replace("<", "\\u003c"));
                    view.addObject("thing", thing);
                    response.addHeader("Vary", "Accept, Accept-Language");
                    response.addHeader("Content-Location", request.getRequestURI());
                    response.addHeader("Link", "<" + thing + ">; rel=\"describes\"");
                    response.addHeader("Link", "<" + request.getRequestURI() + ">; rel=\"canonical\"");
                    response.addHeader("Link", "</.well-known/void>; rel=\"describedby\"; type=\"text/turtle\"");
                    freshness
                            .modified()
                            .ifPresent(time -> response.setDateHeader("Last-Modified", time.toEpochMilli()));
                });
    }
}
