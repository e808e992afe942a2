package org.zhitu.server.results;

import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.zhitu.server.problem.ProblemException;

/** Rows up to a number; one more is a problem, never an answer that looks whole. */
final class CountedRows implements RowSet {
    private final RowSet rows;
    private final long most;
    private long count;

    CountedRows(RowSet rows, long most) {
        this.rows = rows;
        this.most = most;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Binding next() {
        if (count++ >= most) {
            throw new ProblemException(413, "too-many-rows", most);
        }
        return rows.next();
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
