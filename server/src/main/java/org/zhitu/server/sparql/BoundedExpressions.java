package org.zhitu.server.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.vocabulary.XSD;
import org.zhitu.server.problem.ProblemException;

/**
 * Puts bounded forms in the place of the functions with which a short query can ask for unbounded memory or time: those
 * that make texts longer than their arguments ({@code CONCAT}, {@code REPLACE}, {@code ENCODE_FOR_URI},
 * {@code GROUP_CONCAT}), and those that match regular expressions, which the query's time-out does not reach by itself.
 * Refuses what would leave this machine, and functions that no standard knows.
 */
final class BoundedExpressions extends ExprTransformCopy {
    static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";

    private final int longest;

    /**
     * @param longest the length of a text that a query may build, in UTF-16 code units
     */
    BoundedExpressions(int longest) {
        this.longest = longest;
    }

    /** Returns the query optimiser that bounds first and then does what the standard one does. */
    static RewriteFactory optimiser(int longest) {
        BoundedExpressions expressions = new BoundedExpressions(longest);
        return context -> op -> Optimize.stdOptimizationFactory
                .create(context)
                .rewrite(Transformer.transform(expressions.new Operators(), expressions, op));
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        return function instanceof E_StrEncodeForURI
                ? new Encode(argument, longest)
                : super.transform(function, argument);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        return function instanceof E_Add ? new Add(left, right) : super.transform(function, left, right);
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        return switch (function) {
            case E_StrConcat concat -> new Concat(arguments, longest);
            case E_StrReplace replace -> new Replace(arguments, longest);
            case E_Regex regex -> new Regex(arguments);
            case E_Function named -> {
                String iri = named.getFunctionIRI();
                if (iri.startsWith("java:")) {
                    throw new ProblemException(400, "function-not-offered", iri);
                }
                yield iri.startsWith(XSD.getURI()) || iri.startsWith(MATH)
                        ? super.transform(function, arguments)
                        : new Unknown(iri, arguments);
            }
            default -> super.transform(function, arguments);
        };
    }

    /** The parts of an algebra expression that hold expressions of their own or reach outside. */
    private final class Operators extends TransformCopy {
        @Override
        public Op transform(OpGroup group, Op below) {
            List<ExprAggregator> bounded = new ArrayList<>();
            for (ExprAggregator aggregation : group.getAggregators()) {
                bounded.add(new ExprAggregator(aggregation.getVar(), bounded(aggregation.getAggregator())));
            }
            return OpGroup.create(below, group.getGroupVars(), bounded);
        }

        @Override
        public Op transform(OpService service, Op below) {
            throw new ProblemException(403, "service-refused");
        }
    }

    private Aggregator bounded(Aggregator aggregator) {
        ExprList written = aggregator.getExprList();
        if (written == null || written.isEmpty()) {
            return aggregator;
        }
        ExprList arguments = ExprTransformer.transform(this, written);
        return switch (aggregator) {
            case AggGroupConcat concat -> new BoundedGroupConcat(false, arguments, concat.getSeparator(), longest);
            case AggGroupConcatDistinct concat ->
                new BoundedGroupConcat(true, arguments, concat.getSeparator(), longest);
            default -> aggregator.copy(arguments);
        };
    }

    static void check(long length, int longest) {
        if (length > longest) {
            throw new ProblemException(413, "text-too-long", longest);
        }
    }

    private static String text(String function, NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }

    private static WatchedText watched(String text, FunctionEnv env) {
        Object signal = env.getContext().get(ARQConstants.symCancelQuery);
        return new WatchedText(text, signal instanceof AtomicBoolean flag ? flag : new AtomicBoolean());
    }

    /** {@code +} as the standard has it; Jena's own joins texts with it, to any length. */
    private static final class Add extends ExprFunction2 {
        Add(Expr left, Expr right) {
            super(left, right, "+", "+");
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            if (left.isString() || right.isString()) {
                throw new ExprEvalException("+ of texts: use CONCAT");
            }
            return NodeValueOps.additionNV(left, right);
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Add(left, right);
        }
    }

    /** A function that is not there: an error in each row, as the standard has it, and nothing is looked for. */
    private static final class Unknown extends ExprFunctionN {
        private final String iri;

        Unknown(String iri, ExprList arguments) {
            super(iri, arguments);
            this.iri = iri;
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            throw new ExprEvalException("no such function: " + iri);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Unknown(iri, arguments);
        }
    }

    /** {@code CONCAT}. */
    private static final class Concat extends ExprFunctionN {
        private final int longest;

        Concat(ExprList arguments, int longest) {
            super("concat", arguments);
            this.longest = longest;
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            long length = 0;
            for (NodeValue argument : arguments) {
                length += argument.asString().length();
            }
            check(length, longest);
            return new E_StrConcat(args).eval(arguments);
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Concat(arguments, longest);
        }
    }

    /** {@code ENCODE_FOR_URI}: three characters of answer for one byte. */
    private static final class Encode extends ExprFunction1 {
        private final int longest;

        Encode(Expr argument, int longest) {
            super(argument, "encode_for_uri");
            this.longest = longest;
        }

        @Override
        public NodeValue eval(NodeValue argument) {
            check(argument.asString().length(), longest);
            return new E_StrEncodeForURI(getArg()).eval(argument);
        }

        @Override
        public Expr copy(Expr argument) {
            return new Encode(argument, longest);
        }
    }

    /** {@code REGEX}. */
    private static final class Regex extends ExprFunctionN {
        private final Compiled compiled = new Compiled("REGEX");

        Regex(ExprList arguments) {
            super("regex", arguments);
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments, FunctionEnv env) {
            String text = text("REGEX", arguments.get(0));
            Pattern pattern = compiled.pattern(arguments.get(1), arguments.size() > 2 ? arguments.get(2) : null);
            return NodeValue.booleanReturn(pattern.matcher(watched(text, env)).find());
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            throw new UnsupportedOperationException("needs the environment");
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Regex(arguments);
        }
    }

    /** {@code REPLACE}. */
    private static final class Replace extends ExprFunctionN {
        private final int longest;
        private final Compiled compiled = new Compiled("REPLACE");

        Replace(ExprList arguments, int longest) {
            super("replace", arguments);
            this.longest = longest;
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments, FunctionEnv env) {
            NodeValue subject = arguments.get(0);
            String text = text("REPLACE", subject);
            Pattern pattern = compiled.pattern(arguments.get(1), arguments.size() > 3 ? arguments.get(3) : null);
            String replacement = text("REPLACE", arguments.get(2));
            Matcher matcher = pattern.matcher(watched(text, env));
            StringBuilder result = new StringBuilder();
            try {
                while (matcher.find()) {
                    if (matcher.start() == matcher.end()) {
                        throw new ExprEvalException("REPLACE: the pattern matches the empty text");
                    }
                    matcher.appendReplacement(result, replacement);
                    check(result.length(), longest);
                }
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new ExprEvalException("REPLACE: " + e.getMessage(), e);
            }
            matcher.appendTail(result);
            return like(subject, result.toString());
        }

        private static NodeValue like(NodeValue subject, String text) {
            String language = subject.asNode().getLiteralLanguage();
            return language == null || language.isEmpty()
                    ? NodeValue.makeString(text)
                    : NodeValue.makeLangString(text, language);
        }

        @Override
        public NodeValue eval(List<NodeValue> arguments) {
            throw new UnsupportedOperationException("needs the environment");
        }

        @Override
        public Expr copy(ExprList arguments) {
            return new Replace(arguments, longest);
        }
    }

    /** The last pattern used; nearly always the only one. */
    private static final class Compiled {
        private final String function;
        private volatile Key key = new Key("", "");
        private volatile Pattern pattern = Pattern.compile("");

        private record Key(String pattern, String flags) {}

        Compiled(String function) {
            this.function = function;
        }

        Pattern pattern(NodeValue pattern, @org.jspecify.annotations.Nullable NodeValue flags) {
            Key wanted = new Key(text(function, pattern), flags == null ? "" : text(function, flags));
            if (!wanted.equals(key)) {
                this.pattern = RegexEngine.makePattern(function, wanted.pattern, wanted.flags);
                this.key = wanted;
            }
            return this.pattern;
        }
    }
}
