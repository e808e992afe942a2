package org.zhitu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Holds the architecture: which package may use which, and which may use which library. Writes the diagram of
 * docs/architecture.md, and fails while the one that is committed is another; {@code -Dgolden.update=true} accepts it.
 */
class ModuleGraphTest {
    private static final String ROOT = "org.zhitu";

    /** Each package with those of ours that it may use, in the order in which a note travels. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("ontology", Set.of()),
            Map.entry("ontology.rules", Set.of("ontology")),
            Map.entry("loader.source", Set.of("ontology")),
            Map.entry("loader.document", Set.of("loader.source")),
            Map.entry("loader.markdown", Set.of("loader.document", "loader.source")),
            Map.entry("loader.rst", Set.of("loader.document", "loader.source")),
            Map.entry("loader.lexicon", Set.of("loader.source", "ontology")),
            Map.entry("loader.extract", Set.of("loader.document", "loader.lexicon", "loader.source", "ontology")),
            Map.entry("loader.triples", Set.of("loader.extract", "loader.source", "ontology")),
            Map.entry("loader", Set.of("loader.*", "ontology")),
            Map.entry("graph.store", Set.of("ontology")),
            Map.entry("graph.about", Set.of("graph.store", "ontology")),
            Map.entry("graph.query", Set.of("graph.store", "ontology")),
            Map.entry("graph.search", Set.of("graph.query", "ontology")),
            Map.entry("graph.explain", Set.of("graph.query", "ontology")),
            Map.entry("graph.study", Set.of("graph.query", "ontology")),
            Map.entry("graph.placement", Set.of("graph.study")),
            Map.entry("graph.review", Set.of("graph.query", "graph.study", "ontology")),
            Map.entry("graph.atlas", Set.of("graph.query", "ontology")),
            Map.entry("graph.view", Set.of("graph.query", "ontology")),
            Map.entry("graph", Set.of("graph.*", "ontology")),
            Map.entry("ui", Set.of("graph", "graph.*", "ontology")),
            Map.entry("server.problem", Set.of("ontology")),
            Map.entry("server.json", Set.of("graph.review", "loader.source", "ontology", "server.problem")),
            Map.entry("server.web", Set.of("ontology", "server.json", "server.problem")),
            Map.entry("server.plan", Set.of("graph", "graph.*", "ontology", "server.json", "server.problem")),
            Map.entry("server.results", Set.of("graph.about", "graph.store", "ontology", "server.problem")),
            Map.entry("server.naming", Set.of("graph", "graph.*", "ontology", "server.problem")),
            Map.entry(
                    "server.load",
                    Set.of("graph", "graph.*", "loader", "loader.*", "ontology", "server.json", "server.problem")),
            Map.entry(
                    "server.sparql",
                    Set.of(
                            "graph",
                            "graph.*",
                            "ontology",
                            "server.naming",
                            "server.problem",
                            "server.results",
                            "server.web")),
            Map.entry(
                    "server.resource",
                    Set.of("graph", "graph.*", "ontology", "server.problem", "server.results", "server.web")),
            Map.entry(
                    "server.api",
                    Set.of(
                            "graph",
                            "graph.*",
                            "ontology",
                            "server.load",
                            "server.naming",
                            "server.plan",
                            "server.problem",
                            "server.web")),
            Map.entry(
                    "server.page",
                    Set.of(
                            "graph",
                            "graph.*",
                            "loader.source",
                            "ontology",
                            "server.load",
                            "server.naming",
                            "server.plan",
                            "server.problem",
                            "server.results",
                            "server.sparql",
                            "server.web",
                            "ui")),
            Map.entry(
                    "server.cli",
                    Set.of(
                            "graph",
                            "graph.*",
                            "loader.source",
                            "ontology",
                            "ontology.rules",
                            "server.json",
                            "server.load",
                            "server.naming",
                            "server.plan",
                            "server.problem",
                            "server.results",
                            "server.sparql")),
            Map.entry("server", Set.of("graph", "graph.*", "ontology", "server.*")));

    /** Each library, by the beginning of its package names, with the packages of ours that may use it. */
    private static final Map<String, Set<String>> LIBRARIES = new TreeMap<>(Map.ofEntries(
            Map.entry("info.picocli", Set.of("server.cli")),
            Map.entry("jakarta.servlet.", Set.of("server.*")),
            Map.entry("me.tongfei.", Set.of("server.cli")),
            Map.entry(
                    "org.apache.jena.",
                    Set.of(
                            "graph",
                            "graph.about",
                            "graph.query",
                            "graph.store",
                            "loader",
                            "loader.triples",
                            "ontology",
                            "ontology.rules",
                            "server.cli",
                            "server.load",
                            "server.resource",
                            "server.results",
                            "server.sparql")),
            Map.entry("org.apache.lucene.", Set.of("server.sparql")),
            Map.entry("org.commonmark.", Set.of("loader.markdown")),
            Map.entry("org.eclipse.elk.", Set.of("graph.view")),
            Map.entry("org.graphstream.", Set.of("graph.atlas")),
            Map.entry("org.springframework.", Set.of("server", "server.*")),
            Map.entry("picocli.", Set.of("server.cli")),
            Map.entry("tools.jackson.", Set.of("server.json", "server.page", "server.web"))));

    private static final List<String> MODULES = List.of("ontology", "loader", "graph", "ui", "server");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void packagesUseOnlyWhatStandsBeforeThemOnTheWayOfANote() {
        List<String> violations = new ArrayList<>();
        uses().forEach((user, used) -> {
            Set<String> allowed = ALLOWED.get(user);
            if (allowed == null) {
                violations.add(user + " is not in the table");
                return;
            }
            used.stream()
                    .filter(other -> !covers(allowed, other))
                    .forEach(other -> violations.add(user + " uses " + other));
        });
        assertThat(violations).isEmpty();
    }

    @Test
    void librariesStayInTheirPackages() {
        SortedSet<String> violations = new TreeSet<>();
        for (JavaClass user : classes) {
            user.getDirectDependenciesFromSelf()
                    .forEach(dependency -> LIBRARIES.forEach((library, allowed) -> {
                        String target = dependency
                                        .getTargetClass()
                                        .getBaseComponentType()
                                        .getPackageName() + ".";
                        if (target.startsWith(library) && !covers(allowed, shortName(user))) {
                            violations.add(shortName(user) + " uses " + library + " in " + user.getSimpleName());
                        }
                    }));
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void packagesFormNoCircle() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void theDiagramShowsWhatIs() throws IOException {
        Path document = repository().resolve("docs/architecture.md");
        String fresh = document();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(document, fresh);
        }
        assertThat(document)
                .as("docs/architecture.md is stale: run with -Dgolden.update=true and look at the difference")
                .hasContent(fresh);
    }

    private static boolean covers(Set<String> allowed, String name) {
        return allowed.contains(name)
                || allowed.stream()
                        .filter(entry -> entry.endsWith(".*"))
                        .anyMatch(entry -> name.startsWith(entry.substring(0, entry.length() - 1)));
    }

    private static String shortName(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }

    /** Returns for each package of ours those of ours that it uses. */
    private SortedMap<String, SortedSet<String>> uses() {
        SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        for (JavaClass user : classes) {
            SortedSet<String> used = uses.computeIfAbsent(shortName(user), name -> new TreeSet<>());
            user.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT + ".")
                        && !shortName(target).equals(shortName(user))) {
                    used.add(shortName(target));
                }
            });
        }
        return uses;
    }

    private String document() {
        SortedMap<String, SortedSet<String>> uses = uses();
        StringBuilder text = new StringBuilder("""
            # Architecture

            Modules are the steps of the data, packages the parts of a step. An arrow points from what uses to what is
            used; an arrow between modules stands for all those between their packages. `ModuleGraphTest` writes this
            file, and holds the table of what may use what.

            ```mermaid
            flowchart RL
            """);
        for (String module : MODULES) {
            text.append("    subgraph ").append(module).append('\n');
            uses.keySet().stream()
                    .filter(name -> module(name).equals(module))
                    .forEach(name -> text.append("        ")
                            .append(id(name))
                            .append("[\"")
                            .append(name)
                            .append("\"]\n"));
            text.append("    end\n");
        }
        SortedSet<String> arrows = new TreeSet<>();
        uses.forEach((user, used) -> used.forEach(other -> arrows.add(
                module(user).equals(module(other))
                        ? id(user) + " --> " + id(other)
                        : module(user) + " ==> " + module(other))));
        arrows.forEach(arrow -> text.append("    ").append(arrow).append('\n'));
        return text.append("```\n").toString();
    }

    private static String module(String name) {
        return name.split("\\.", 2)[0];
    }

    private static String id(String name) {
        return "p_" + name.replace('.', '_');
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("docs/model.md"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "the repository");
        }
        return folder;
    }
}
