package org.zhitu.graph.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.study.Course;

/**
 * Writes what {@link ReviewRules} say of random courses into {@code review-cases.json}, which the browser's tests read: both
 * must agree. Fails while the file that is committed is another; {@code -Dgolden.update=true} accepts the new one.
 */
class ReviewCasesTest {
    private static final String FILE = "review-cases.json";
    private static final int COURSES = 8;
    private static final int CONCEPTS = 14;

    @Test
    void theCasesThatTheBrowserIsHeldToAreWhatTheRulesSay() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int seed = 0; seed < COURSES; seed++) {
            lines.add("  " + flat(course(new Random(seed))));
        }
        String cases = "[\n" + String.join(",\n", lines) + "\n]\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(Path.of("src", "test", "resources", "org", "zhitu", "graph", "review", FILE), cases);
        } else {
            assertThat(cases).isEqualTo(committed());
        }
    }

    private static String flat(JsonObject object) {
        return object.toString().replaceAll("\\s+", " ");
    }

    private static String committed() throws IOException {
        try (InputStream in = ReviewCasesTest.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonObject course(Random random) {
        List<Course.Concept> concepts = new ArrayList<>();
        for (int at = 0; at < CONCEPTS; at++) {
            Set<Integer> before = new TreeSet<>();
            for (int edge = random.nextInt(4); edge > 0 && at > 0; edge--) {
                before.add(random.nextInt(at));
            }
            concepts.add(new Course.Concept("概念-" + at, "nlp", 30, List.copyOf(before)));
        }
        ReviewRules rules = new ReviewRules(new Course(concepts));
        JsonObject written = new JsonObject();
        written.put("weak", JsonNumber.value(ReviewRules.WEAK));
        JsonObject links = new JsonObject();
        for (ReviewRules.Links one : rules.links()) {
            links.put(one.slug(), links(one));
        }
        written.put("links", links);
        JsonArray cases = new JsonArray();
        for (Course.Concept concept : concepts) {
            cases.add(one(rules, concept.slug(), random));
        }
        written.put("cases", cases);
        return written;
    }

    private static JsonObject links(ReviewRules.Links links) {
        JsonObject written = new JsonObject();
        written.put("waitsFor", strings(links.waitsFor()));
        JsonArray below = new JsonArray();
        for (ReviewRules.Below one : links.below()) {
            JsonObject entry = new JsonObject();
            entry.put("slug", one.slug());
            entry.put("distance", one.distance());
            entry.put("credit", JsonNumber.value(one.credit()));
            below.add(entry);
        }
        written.put("below", below);
        return written;
    }

    /** Something a learner knows, how well everything is recalled, and what the rules make of it. */
    private static JsonObject one(ReviewRules rules, String slug, Random random) {
        Set<String> known = new TreeSet<>();
        Map<String, Double> strengths = new TreeMap<>();
        for (int at = 0; at < CONCEPTS; at++) {
            if (random.nextInt(3) > 0) {
                known.add("概念-" + at);
            }
            strengths.put("概念-" + at, random.nextInt(0, 11) / 10.0);
        }
        JsonObject written = new JsonObject();
        written.put("slug", slug);
        written.put("known", strings(known));
        written.put("waiting", new JsonBoolean(rules.isWaiting(slug, known)));
        written.put("credits", numbers(rules.credits(slug, true)));
        written.put("strengths", numbers(strengths));
        JsonValue blamed = rules.toBlame(slug, one -> strengths.getOrDefault(one, 0.0))
                .<JsonValue>map(JsonString::new)
                .orElse(JsonNull.instance);
        written.put("toBlame", blamed);
        return written;
    }

    private static JsonArray strings(Iterable<String> some) {
        JsonArray written = new JsonArray();
        some.forEach(written::add);
        return written;
    }

    private static JsonObject numbers(Map<String, Double> some) {
        JsonObject written = new JsonObject();
        some.forEach((key, number) -> written.put(key, JsonNumber.value(number)));
        return written;
    }
}
