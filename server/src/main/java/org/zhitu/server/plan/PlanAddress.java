package org.zhitu.server.plan;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhitu.graph.study.PlanRequest;
import org.zhitu.graph.study.StudyPlanner;

/**
 * What makes a plan what it is, as the parameters of an address: the same for the page, the interface for programs, and the
 * name of the plan as linked data. Equal wishes give equal addresses.
 */
public final class PlanAddress {
    private static final double HOUR = 60;

    private PlanAddress() {}

    /** Returns the part of an address after the question mark; the language is left out. */
    public static String query(PlanRequest request, Optional<StudyTime> time) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("goal", list(request.goals()));
        parameters.put("known", list(request.known()));
        parameters.put("skip", list(request.skip()));
        parameters.put("order", list(request.order()));
        parameters.put("helpful", request.extent() == StudyPlanner.Extent.HELPFUL ? "true" : "");
        time.ifPresent(given -> {
            given.minutesPerWeek()
                    .ifPresent(minutes -> parameters.put("hours-per-week", PlanWords.number(minutes / HOUR)));
            parameters.put("start", given.start().toString());
            given.deadline().ifPresent(day -> parameters.put("deadline", day.toString()));
        });
        return query(parameters);
    }

    /** Returns parameters in their order, blank ones left out; values are comma-separated lists of slugs, numbers or days. */
    public static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isBlank())
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String query(Plan plan) {
        return query(plan.request(), plan.time());
    }

    private static String list(List<String> slugs) {
        return String.join(",", slugs);
    }

    /** A comma may stand in a query as it is (RFC 3986, section 3.4). */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",");
    }
}
