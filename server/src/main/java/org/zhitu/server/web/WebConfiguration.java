package org.zhitu.server.web;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhitu.server.json.Json;
import tools.jackson.databind.json.JsonMapper;

/** What stands around every handler. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    private static final long PREFLIGHT_SECONDS = 86_400;

    @Bean
    JsonMapper jsonMapper() {
        return Json.mapper();
    }

    @Bean
    Problems problems() {
        return new Problems();
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> oneVary() {
        return first(new OneVary(), 0);
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> securityHeaders() {
        return first(new SecurityHeaders(), 1);
    }

    /** What is public to read is public to read from any page; nothing here depends on who asks. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> crossOrigin() {
        CorsConfiguration any = new CorsConfiguration();
        any.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        any.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE", "QUERY", "OPTIONS"));
        any.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        any.setExposedHeaders(List.of("Content-Language", "Content-Location", "ETag", "Link", "Retry-After"));
        any.setMaxAge(PREFLIGHT_SECONDS);
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", any);
        return first(new CorsFilter(everywhere), 2);
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> unreadBody() {
        return first(new UnreadBody(), 3);
    }

    private static FilterRegistrationBean<OncePerRequestFilter> first(OncePerRequestFilter filter, int position) {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + position);
        return registration;
    }
}
