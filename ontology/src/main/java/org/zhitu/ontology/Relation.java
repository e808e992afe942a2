package org.zhitu.ontology;

import java.util.Optional;
import org.apache.jena.vocabulary.SKOS;

/** A relation between two concepts, as the graph stores it: subject, relation, object. */
public enum Relation {
    BROADER("broader", SKOS.broader.getURI(), false),
    PREREQUISITE("prerequisite", Zt.NS + "prerequisite", false),
    PART_OF("partOf", Zt.NS + "partOf", false),
    VARIANT_OF("variantOf", Zt.NS + "variantOf", false),
    USED_FOR("usedFor", Zt.NS + "usedFor", false),
    CONTRASTS_WITH("contrastsWith", Zt.NS + "contrastsWith", true),
    RELATED("related", SKOS.related.getURI(), true);

    private final String key;
    private final String iri;
    private final boolean symmetric;

    Relation(String key, String iri, boolean symmetric) {
        this.key = key;
        this.iri = iri;
        this.symmetric = symmetric;
    }

    /** Returns the short name that JSON, URLs and messages use, such as {@code variantOf}. */
    public String key() {
        return key;
    }

    /** Returns the IRI of the property. */
    public String iri() {
        return iri;
    }

    /** Says whether the relation holds in both directions. */
    public boolean isSymmetric() {
        return symmetric;
    }

    /** Returns the relation with this short name. */
    public static Optional<Relation> ofKey(String key) {
        for (Relation relation : values()) {
            if (relation.key.equals(key)) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }

    /** Returns the relation whose property has this IRI. */
    public static Optional<Relation> ofIri(String iri) {
        for (Relation relation : values()) {
            if (relation.iri.equals(iri)) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }
}
