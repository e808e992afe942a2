package org.zhitu.loader.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every finding has its message in both languages, is found by something, and stands in the documentation. */
final class FindingsTest {
    private static final Path DOCUMENTATION = Path.of("..", "docs", "findings.md");
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void bothLanguagesNameTheSameFindings() throws IOException {
        assertThat(messages("findings_zh.properties").keySet())
                .isEqualTo(messages("findings.properties").keySet());
    }

    @Test
    void everyFindingIsFoundSomewhere() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path folder : new Path[] {SOURCES, Path.of("..", "server").resolve(SOURCES)}) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        assertThat(messages("findings.properties").keySet()).allMatch(code -> sources.indexOf("\"" + code + "\"") >= 0);
    }

    @Test
    void thePageOfFindingsIsFresh() throws IOException {
        SortedMap<String, String> english = messages("findings.properties");
        SortedMap<String, String> chinese = messages("findings_zh.properties");
        StringBuilder page = new StringBuilder("""
                # Findings 发现

                What loading notes may report: the code, what is wrong, and its cure. Generated from
                `loader/src/main/resources/org/zhitu/loader/findings*.properties`; numbers in braces stand for what the message
                mentions. `zhitu load --fail-on warn` ends with exit code 1 where there is a finding of that severity or a worse
                one.
                """);
        english.forEach((code, message) -> page.append("\n## ")
                .append(code)
                .append("\n\n")
                .append(plain(message))
                .append("\n\n")
                .append(plain(chinese.getOrDefault(code, "")))
                .append('\n'));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(DOCUMENTATION, page);
        }
        assertThat(Files.exists(DOCUMENTATION) ? Files.readString(DOCUMENTATION) : "")
                .as("docs/findings.md; run the tests with -Dgolden.update=true to write it anew")
                .isEqualTo(page.toString());
    }

    private static String plain(String message) {
        return message.replace("'{'", "{").replace("'}'", "}").replace("''", "'");
    }

    private static SortedMap<String, String> messages(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Finding.class.getResourceAsStream("/org/zhitu/loader/" + name)),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        SortedMap<String, String> messages = new TreeMap<>();
        properties.stringPropertyNames().forEach(code -> messages.put(code, properties.getProperty(code)));
        return messages;
    }
}
