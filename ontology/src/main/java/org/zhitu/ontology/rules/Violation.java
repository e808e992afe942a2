package org.zhitu.ontology.rules;

import org.apache.jena.graph.Node;

/**
 * One breach of a rule.
 *
 * @param rule     the rule broken
 * @param focus    the thing that breaks it
 * @param property the property in question
 * @param value    the value in question; where one is missing, what is missing, else an empty literal
 */
public record Violation(Rule rule, Node focus, Node property, Node value) {
    @Override
    public String toString() {
        return rule.severity() + " " + rule.name() + ": " + focus + " " + property + " " + value;
    }
}
