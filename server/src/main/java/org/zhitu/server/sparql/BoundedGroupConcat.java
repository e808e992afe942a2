package org.zhitu.server.sparql;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.jspecify.annotations.Nullable;

/** {@code GROUP_CONCAT} up to a length. */
final class BoundedGroupConcat extends AggregatorBase {
    private final String separator;
    private final int longest;

    /**
     * @param separator what stands between two values; a space where the query names none
     */
    BoundedGroupConcat(boolean distinct, ExprList arguments, @Nullable String separator, int longest) {
        super("GROUP_CONCAT", distinct, arguments);
        this.separator = separator == null ? " " : separator;
        this.longest = longest;
    }

    @Override
    public Aggregator copy(ExprList arguments) {
        return new BoundedGroupConcat(isDistinct, arguments, separator, longest);
    }

    @Override
    public Accumulator createAccumulator() {
        return new Joined(getExpr(), isDistinct, separator, longest);
    }

    @Override
    public Node getValueEmpty() {
        return NodeValue.nvEmptyString.asNode();
    }

    @Override
    public int hashCode() {
        return HC_AggGroupConcat ^ getExprList().hashCode() ^ separator.hashCode();
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return other instanceof BoundedGroupConcat concat
                && isDistinct == concat.isDistinct
                && separator.equals(concat.separator)
                && getExprList().equals(concat.getExprList(), bySyntax);
    }

    private static final class Joined extends AccumulatorExpr {
        private final StringBuilder text = new StringBuilder();
        private final String separator;
        private final int longest;
        private boolean first = true;

        Joined(Expr expression, boolean distinct, String separator, int longest) {
            super(expression, distinct);
            this.separator = separator;
            this.longest = longest;
        }

        @Override
        protected void accumulate(NodeValue value, Binding binding, FunctionEnv env) {
            String part = value.asString();
            BoundedExpressions.check((long) text.length() + separator.length() + part.length(), longest);
            if (!first) {
                text.append(separator);
            }
            first = false;
            text.append(part);
        }

        @Override
        protected void accumulateError(Binding binding, FunctionEnv env) {
            // a value without text makes the whole group one; the superclass counts
        }

        @Override
        protected NodeValue getAccValue() {
            return NodeValue.makeString(text.toString());
        }
    }
}
