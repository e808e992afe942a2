package org.zhitu.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.syntax.PatternVars;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhitu.graph.SmallWorld;

class NamedQueryTest {
    private static final Pattern PARAMETER = Pattern.compile("\\?(\\w+)\\*? [a-z ]+");
    private static final int LONGEST = 48;

    @TestFactory
    Stream<DynamicTest> everyQueryIsDocumentedAndOrdered() throws IOException {
        return names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    List<String> lines = NamedQuery.text(name).lines().toList();
                    assertThat(lines).hasSizeLessThanOrEqualTo(LONGEST);
                    assertThat(lines.get(0)).startsWith("# ").endsWith(".");
                    assertThat(lines.get(1)).startsWith("# parameters: ");
                    assertThat(lines.get(2)).startsWith("# order: ");
                    Query query = QueryFactory.create(NamedQuery.text(name));
                    assertThat(query.isSelectType()).isTrue();
                    assertThat(query.isQueryResultStar())
                            .as("names its columns")
                            .isFalse();
                    assertThat(query.hasOrderBy())
                            .as("ordered, or says why not")
                            .isEqualTo(!lines.get(2).startsWith("# order: none"));
                    Set<String> variables = new TreeSet<>();
                    PatternVars.vars(query.getQueryPattern()).forEach(variable -> variables.add(variable.getName()));
                    assertThat(parameters(lines.get(1)))
                            .allMatch(parameter -> variables.contains(parameter)
                                    || lines.stream().anyMatch(line -> line.contains("VALUES ?" + parameter + " {")));
                }));
    }

    @Test
    void everyQueryIsUsedAndEveryUseHasItsQuery() throws IOException {
        Path sources = Path.of("src/main/java");
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Pattern.compile("NamedQuery\\.of\\(\"([^\"]+)\"\\)")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(result -> used.add(result.group(1)));
            }
        }
        assertThat(used).isEqualTo(new TreeSet<>(names()));
    }

    @Test
    void prefixesAreThoseThatTheQueryUsesInOrder() throws IOException {
        for (String name : names()) {
            String text = NamedQuery.text(name);
            List<String> declared = Pattern.compile("PREFIX (\\w+):")
                    .matcher(text)
                    .results()
                    .map(result -> result.group(1))
                    .toList();
            assertThat(declared).as(name).isSorted();
            String body = text.substring(text.indexOf("SELECT"));
            assertThat(declared).as(name).allMatch(prefix -> body.contains(prefix + ":"));
        }
    }

    @Test
    void aParameterIsATermAndNeverText() {
        List<String> rows = SmallWorld.store()
                .read(reader -> NamedQuery.of("concept-definitions")
                        .rows(
                                reader,
                                Map.of("concept", NodeFactory.createLiteralString("x\" } # 注入")),
                                row -> row.text("definition")));
        assertThat(rows).isEmpty();
    }

    private static List<String> parameters(String line) {
        String list = line.substring("# parameters: ".length());
        return list.equals("none")
                ? List.of()
                : PARAMETER
                        .matcher(list)
                        .results()
                        .map(result -> result.group(1))
                        .toList();
    }

    private static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/zhitu/graph/queries"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".rq"))
                    .sorted()
                    .forEach(file -> names.add(file.substring(0, file.length() - 3)));
        }
        return names;
    }
}
