package org.zhitu.ontology.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.zhitu.ontology.Scheme;

/** The rules of this module, listed with their severities in {@code severity.tsv}. Immutable. */
public final class Rules {
    private final List<Rule> rules;

    private Rules(List<Rule> rules) {
        this.rules = rules;
    }

    /** Reads the rules. */
    public static Rules load() {
        List<Rule> rules = new ArrayList<>();
        for (String line : resource("severity.tsv").lines().toList()) {
            int tab = line.indexOf('\t');
            String name = line.substring(tab + 1);
            rules.add(Rule.parse(name, Rule.Severity.valueOf(line.substring(0, tab)), resource(name + ".rq")));
        }
        return new Rules(List.copyOf(rules));
    }

    /** Returns the rules, sorted by name. */
    public List<Rule> all() {
        return rules;
    }

    /** Returns what in a scheme breaks the rules, by rule, then as the rule orders it. */
    public List<Violation> check(Scheme scheme) {
        Graph together = GraphFactory.createDefaultGraph();
        scheme.statements().find().forEachRemaining(together::add);
        scheme.evidence().find().forEachRemaining(together::add);
        return check(together);
    }

    /** Returns what in a graph of statements together with their reifiers breaks the rules. */
    public List<Violation> check(Graph graph) {
        List<Violation> violations = new ArrayList<>();
        for (Rule rule : rules) {
            try (QueryExec execution = QueryExec.dataset(DatasetGraphFactory.wrap(graph))
                    .query(rule.query())
                    .build()) {
                execution.select().forEachRemaining(row -> violations.add(violation(rule, row)));
            }
        }
        return List.copyOf(violations);
    }

    private static Violation violation(Rule rule, Binding row) {
        return new Violation(rule, cell(row, "focus"), cell(row, "property"), cell(row, "value"));
    }

    private static Node cell(Binding row, String variable) {
        Node value = row.get(variable);
        return value == null ? NodeFactory.createLiteralString("") : value;
    }

    private static String resource(String name) {
        try (InputStream in = Rules.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the rule file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the rule file " + name, e);
        }
    }
}
