package org.zhitu.server.page;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.zhitu.ontology.Relation;

/** Which relations a picture follows, as {@code relations=prerequisite,broader} in an address says it, and how many of something. */
final class Following {
    static final Set<Relation> ALL = Collections.unmodifiableSet(EnumSet.allOf(Relation.class));

    private Following() {}

    /** Returns the relations named, unknown names left out; all of them where no name is known. */
    static Set<Relation> parse(String names) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        for (String name : names.split(",", -1)) {
            Relation.ofKey(name.strip()).ifPresent(relations::add);
        }
        return relations.isEmpty() ? ALL : relations;
    }

    /** Returns a number of an address, brought into its range from 1; another where it is none: a page is better than a complaint. */
    static int number(String text, int most, int otherwise) {
        return text.strip().matches("\\d{1,9}") ? Math.clamp(Integer.parseInt(text.strip()), 1, most) : otherwise;
    }
}
