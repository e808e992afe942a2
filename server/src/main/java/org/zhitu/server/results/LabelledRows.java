package org.zhitu.server.results;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Rows for CSV: a blank node is written as {@code _:b0}, which Jena's writer does not do.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-csv-tsv/#csv-terms">SPARQL 1.1 Results CSV, section 3.2</a>
 */
final class LabelledRows implements RowSet {
    private final RowSet rows;
    private final Map<Node, Node> labels = new HashMap<>();

    LabelledRows(RowSet rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Binding next() {
        Binding row = rows.next();
        Iterator<Var> variables = row.vars();
        boolean blank = false;
        while (variables.hasNext() && !blank) {
            blank = row.get(variables.next()).isBlank();
        }
        return blank ? labelled(row) : row;
    }

    private Binding labelled(Binding row) {
        BindingBuilder builder = BindingFactory.builder();
        row.forEach((variable, value) -> builder.add(
                variable,
                value.isBlank()
                        ? labels.computeIfAbsent(value, node -> NodeFactory.createURI("_:b" + labels.size()))
                        : value));
        return builder.build();
    }

    @Override
    public void forEachRemaining(Consumer<? super Binding> action) {
        while (hasNext()) {
            action.accept(next());
        }
    }

    @Override
    public List<Var> getResultVars() {
        return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
        return rows.getRowNumber();
    }

    @Override
    public void close() {
        rows.close();
    }
}
