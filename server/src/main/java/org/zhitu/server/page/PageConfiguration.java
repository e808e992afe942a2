package org.zhitu.server.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.zhitu.ontology.Iris;

/** What the pages need beside the graph: texts, scripts and styles, and the reader's language. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {
    private static final String[] PAGES = {
        "/atlas",
        "/compare",
        "/concept/*",
        "/explore",
        "/gaps",
        "/help",
        "/index",
        "/note/*",
        "/path",
        "/placement",
        "/progress",
        "/question/*",
        "/questions",
        "/report",
        "/review",
        "/search",
        "/sources",
        "/topics",
        ""
    };

    /** Only says which day a plan begins whose reader did not; no answer depends on it otherwise. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    @Bean
    Assets assets() {
        return Assets.load();
    }

    @Bean
    Messages messageSource() {
        return Messages.load();
    }

    @Bean
    PageQueries pageQueries(Iris iris) {
        return new PageQueries(iris);
    }

    @Bean
    ReaderLanguage localeResolver() {
        return new ReaderLanguage();
    }

    @Bean
    ChoicesInLinks choicesInLinks() {
        return new ChoicesInLinks();
    }

    /** A page that a browser has already is not sent again. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> pageEtags() {
        ShallowEtagHeaderFilter etags = new PageEtags();
        etags.setWriteWeakETag(true); // the same page may travel compressed or not
        FilterRegistrationBean<ShallowEtagHeaderFilter> registration = new FilterRegistrationBean<>(etags);
        registration.addUrlPatterns(PAGES);
        return registration;
    }

    /** HEAD tells what GET would tell. */
    private static final class PageEtags extends ShallowEtagHeaderFilter {
        @Override
        protected boolean isEligibleForEtag(
                HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
            return request.getMethod().equals(HttpMethod.HEAD.name())
                    ? !response.isCommitted() && HttpStatusCode.valueOf(status).is2xxSuccessful()
                    : super.isEligibleForEtag(request, response, status, body);
        }
    }

    /** Built files carry a hash of their content in their names, so that a browser may keep them for good. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
