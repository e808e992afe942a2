package org.zhitu.loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.loader.lexicon.Lexicon;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceText;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Scheme;
import org.zhitu.ontology.Zt;

/** A small scheme, and notes read with it. */
public final class Fixture {
    private static final Scheme SCHEME = readScheme();
    private static final NoteLoader LOADER = new NoteLoader(SCHEME, Iris.DEFAULT);

    private Fixture() {}

    public static Scheme scheme() {
        return SCHEME;
    }

    public static NoteLoader loader() {
        return LOADER;
    }

    public static Lexicon lexicon() {
        return LOADER.lexicon();
    }

    public static Extraction rst(String text) {
        return load("note.rst", NoteFormat.RST, text).extraction();
    }

    public static Extraction markdown(String text) {
        return load("note.md", NoteFormat.MARKDOWN, text).extraction();
    }

    public static LoadedNote load(String path, NoteFormat format, String text) {
        return LOADER.load(new SourceText(path, format, text));
    }

    private static Scheme readScheme() {
        Graph graph = GraphFactory.createDefaultGraph();
        try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream("fixture.ttl"))) {
            RDFParser.source(in).lang(Lang.TURTLE).base(Zt.NS).parse(graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Scheme.of(graph, Iris.DEFAULT);
    }
}
