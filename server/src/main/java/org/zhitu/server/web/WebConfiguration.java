package org.zhitu.server.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhitu.server.json.Json;
import tools.jackson.databind.json.JsonMapper;

/** What stands around every handler. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
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

    @Bean
    Brotli brotli() {
        return new Brotli();
    }

    /** Set by {@code SERVER_ADDRESS}, {@code ZHITU_CORS} and {@code ZHITU_HOSTS}. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> visitors(
            @Value("${server.address:}") String address,
            @Value("${zhitu.cors:}") String origins,
            @Value("${zhitu.hosts:}") String hosts,
            Openness openness) {
        return first(new VisitorFilter(new Visitors(address, origins, hosts, openness)), 2);
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
