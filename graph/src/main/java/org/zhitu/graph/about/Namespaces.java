package org.zhitu.graph.about;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Zt;

/**
 * The namespaces of the data by prefix: what answers are written with, what the example queries declare, what the editor and
 * queries on the command line know.
 */
public final class Namespaces {
    static final String SCHEMA = "https://schema.org/";
    static final String SHACL = "http://www.w3.org/ns/shacl#";

    private static final SortedMap<String, String> COMMON = Collections.unmodifiableSortedMap(common());

    /** The namespaces that no site changes, as a mapping of Jena's. */
    public static final PrefixMapping MAPPING =
            PrefixMapping.Factory.create().setNsPrefixes(COMMON).lock();

    private Namespaces() {}

    /** Returns the namespaces, those of a site's own things included, in the order of the prefixes. */
    public static SortedMap<String, String> of(Iris iris) {
        SortedMap<String, String> all = new TreeMap<>(COMMON);
        all.put("c", iris.base() + "id/concept/");
        return all;
    }

    private static SortedMap<String, String> common() {
        SortedMap<String, String> all = new TreeMap<>();
        all.put("dcat", DCAT.NS);
        all.put("dcterms", DCTerms.NS);
        all.put("foaf", FOAF.NS);
        all.put("owl", OWL2.NS);
        all.put("prov", "http://www.w3.org/ns/prov#");
        all.put("rdf", RDF.uri);
        all.put("rdfs", RDFS.uri);
        all.put("schema", SCHEMA);
        all.put("sd", "http://www.w3.org/ns/sparql-service-description#");
        all.put("sh", SHACL);
        all.put("skos", SKOS.uri);
        all.put("text", "http://jena.apache.org/text#");
        all.put("void", VOID.NS);
        all.put("xsd", XSD.getURI());
        all.put("zt", Zt.NS);
        return all;
    }
}
