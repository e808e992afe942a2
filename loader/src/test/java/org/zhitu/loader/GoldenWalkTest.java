package org.zhitu.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.out.NodeFmtLib;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.extract.Evidence;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.loader.rst.RstReader;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;

/** One small note at every step from text to triples. Run with {@code -Dgolden.update=true} to write the files anew. */
final class GoldenWalkTest {
    private static final Path FOLDER = Path.of("src/test/resources/walk");

    @Test
    void theNoteBecomesADocument() throws IOException {
        Document document = new RstReader().read(note());
        StringBuilder outline = new StringBuilder();
        outline(document.blocks(), "", outline);

        compare("attention.document.txt", outline.toString());
    }

    @Test
    void theDocumentBecomesClaims() throws IOException {
        compare("attention.claims.txt", claims(Fixture.loader().load(note()).extraction()));
    }

    @Test
    void theClaimsBecomeTriples() throws IOException {
        LoadedNote.Content content = Fixture.loader().load(note()).content().orElseThrow();
        String graph = Iris.DEFAULT.noteGraph("attention.rst");

        compare(
                "attention.trig",
                graph(graph, content.statements()) + graph(Iris.evidenceOf(graph), content.evidence()));
    }

    @Test
    void readingTwiceGivesTheSameTriples() throws IOException {
        LoadedNote.Content one = Fixture.loader().load(note()).content().orElseThrow();
        LoadedNote.Content other = Fixture.loader().load(note()).content().orElseThrow();

        assertThat(graph("g", other.statements())).isEqualTo(graph("g", one.statements()));
        assertThat(graph("g", other.evidence())).isEqualTo(graph("g", one.evidence()));
    }

    private static SourceText note() throws IOException {
        return new SourceText(
                "attention.rst",
                NoteFormat.RST,
                Files.readString(FOLDER.resolve("attention.rst"), StandardCharsets.UTF_8));
    }

    private static void compare(String name, String found) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, found, StandardCharsets.UTF_8);
        }
        assertThat(found).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }

    private static void outline(List<Block> blocks, String indent, StringBuilder into) {
        for (Block block : blocks) {
            into.append(indent)
                    .append(at(block.span()))
                    .append(' ')
                    .append(block.getClass().getSimpleName());
            String inner = indent + "  ";
            switch (block) {
                case Block.Section section -> {
                    into.append(' ').append(section.level()).append(' ').append(Inline.plainText(section.title()));
                    into.append('\n');
                    outline(section.blocks(), inner, into);
                }
                case Block.Paragraph paragraph ->
                    into.append(' ')
                            .append(Inline.plainText(paragraph.content()).replace('\n', ' '))
                            .append('\n');
                case Block.LineBlock lines -> {
                    into.append('\n');
                    lines.lines()
                            .forEach(line -> into.append(inner)
                                    .append(at(line.span()))
                                    .append(' ')
                                    .append(Inline.plainText(line.content()))
                                    .append('\n'));
                }
                case Block.ListBlock list -> {
                    into.append('\n');
                    list.items().forEach(item -> outline(item.blocks(), inner, into));
                }
                case Block.Figure figure ->
                    into.append(' ').append(figure.image().target()).append('\n');
                default -> into.append('\n');
            }
        }
    }

    private static String claims(Extraction note) {
        List<String> lines = new ArrayList<>();
        lines.add("note " + note.document() + " " + note.language().tag() + " " + note.title());
        note.sections()
                .forEach(s -> lines.add("section " + at(s.span()) + " #" + s.id() + " in "
                        + s.parent().orElse("-") + " " + s.title() + " " + s.about()));
        note.questions()
                .forEach(q -> lines.add("question " + at(q.evidence()) + " " + q.text() + " = " + q.bareText() + " "
                        + (q.answered() ? "answered " : "open ") + q.about() + " "
                        + q.answer().replaceAll("\\s+", " ")));
        note.sources()
                .forEach(s ->
                        lines.add("source " + at(s.evidence()) + " " + s.kind() + " " + s.url() + " " + s.title()));
        note.images().forEach(i -> lines.add("image " + at(i.span()) + " " + i.path()));
        note.concepts()
                .forEach(c -> lines.add("concept " + c.slug() + (c.known() ? "" : " new")
                        + (c.isTopic() ? " topic " : " ")
                        + c.surfaceForms() + " "
                        + c.mentions().stream().map(m -> at(m) + m.method()).toList()));
        note.relations()
                .forEach(r -> lines.add("relation " + at(r.evidence()) + " " + r.from() + " "
                        + r.relation().key() + " " + r.to()));
        note.findings()
                .forEach(f -> lines.add("finding " + f.line() + " "
                        + f.severity().key() + " " + f.code() + " " + f.message(Language.ZH)));
        return String.join("\n", lines) + "\n";
    }

    private static String at(Evidence evidence) {
        return at(evidence.span()) + String.format(Locale.ROOT, "(%.2f)", evidence.confidence());
    }

    private static String at(SourceSpan span) {
        return "[" + span.line() + ":" + span.column() + "]";
    }

    private static String graph(String name, Graph graph) {
        StringBuilder text = new StringBuilder("<" + name + "> {\n");
        graph.find().toList().stream()
                .map(t -> "  " + NodeFmtLib.strNT(t.getSubject()) + " " + NodeFmtLib.strNT(t.getPredicate()) + " "
                        + NodeFmtLib.strNT(t.getObject()) + " .\n")
                .sorted()
                .forEach(text::append);
        return text.append("}\n").toString();
    }
}
