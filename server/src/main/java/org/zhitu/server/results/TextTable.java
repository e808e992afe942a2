package org.zhitu.server.results;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** Rows as a table for a terminal; Chinese characters count as two columns. */
public final class TextTable {
    private static final String GAP = "  ";

    private TextTable() {}

    /** Returns rows as lines: the variables, a rule, the values, and how many rows there are. */
    public static String of(RowSet rows, PrefixMapping prefixes) {
        PrefixMap abbreviations = PrefixMapFactory.create(prefixes.getNsPrefixMap());
        List<Var> variables = rows.getResultVars();
        List<List<String>> lines = new ArrayList<>();
        lines.add(variables.stream().map(Var::getVarName).toList());
        while (rows.hasNext()) {
            Binding row = rows.next();
            lines.add(variables.stream()
                    .map(variable -> text(row.get(variable), abbreviations))
                    .toList());
        }
        int[] widths = new int[variables.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        StringBuilder table = new StringBuilder();
        for (int row = 0; row < lines.size(); row++) {
            append(table, lines.get(row), widths);
            if (row == 0) {
                append(
                        table,
                        java.util.Arrays.stream(widths).mapToObj("-"::repeat).toList(),
                        widths);
            }
        }
        return table.append('(').append(lines.size() - 1).append(")\n").toString();
    }

    private static void append(StringBuilder table, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i))
                    .append(" ".repeat(widths[i] - width(cells.get(i))))
                    .append(GAP);
        }
        table.append(line.toString().stripTrailing()).append('\n');
    }

    private static String text(@org.jspecify.annotations.Nullable Node node, PrefixMap prefixes) {
        if (node == null) {
            return "";
        }
        if (node.isLiteral() && node.getLiteralLanguage().isEmpty() && isPlain(node)) {
            return oneLine(node.getLiteralLexicalForm());
        }
        return oneLine(NodeFmtLib.str(node, prefixes));
    }

    private static boolean isPlain(Node node) {
        String datatype = node.getLiteralDatatypeURI();
        return datatype.equals("http://www.w3.org/2001/XMLSchema#string")
                || datatype.equals("http://www.w3.org/2001/XMLSchema#integer")
                || datatype.equals("http://www.w3.org/2001/XMLSchema#boolean")
                || datatype.equals("http://www.w3.org/2001/XMLSchema#decimal");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** Returns how many columns a terminal needs for a text. */
    public static int width(String text) {
        return text.codePoints()
                .map(c -> {
                    int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
                    boolean wide =
                            width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
                    boolean none = UCharacter.getType(c) == Character.NON_SPACING_MARK;
                    return none ? 0 : wide ? 2 : 1;
                })
                .sum();
    }
}
