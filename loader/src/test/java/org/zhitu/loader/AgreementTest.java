package org.zhitu.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.DocumentReader;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.markdown.MarkdownReader;
import org.zhitu.loader.rst.RstReader;
import org.zhitu.loader.source.NoteFile;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceText;

/**
 * What we read in hundreds of real documents against what docutils and markdown-it read in them. Differences that are
 * meant to be stand in {@code agreement-exceptions.tsv}, each with its reason.
 */
final class AgreementTest {
    private static final List<String> CORPORA =
            List.of("NLP-progress", "awesome-nlp", "d2l-zh", "flask-docs-cn", "sphinx");
    private static final double LEAST_SECTIONS = 0.995;
    private static final double LEAST_REFERENCES = 0.99;

    /** How many entries both read alike, and those that only one of them read. */
    private static final class Tally {
        private int same;
        private final List<String> different = new ArrayList<>();

        double share() {
            int all = same + different.size();
            return all == 0 ? 1 : (double) same / all;
        }

        void compare(String file, List<String> reference, List<String> read, Set<String> excepted) {
            List<String> left = new ArrayList<>(read);
            for (String entry : reference) {
                if (left.remove(entry)) {
                    same++;
                } else {
                    add(file, "missing", entry, excepted);
                }
            }
            left.forEach(entry -> add(file, "extra", entry, excepted));
        }

        private void add(String file, String what, String entry, Set<String> excepted) {
            String difference = file + "\t" + what + "\t" + entry;
            if (!excepted.contains(difference)) {
                different.add(difference);
            }
        }

        void add(Tally other) {
            same += other.same;
            different.addAll(other.different);
        }
    }

    @Test
    @SuppressWarnings("SystemOut") // the table is what a reader of the build wants to see
    void realDocumentsAreReadAsTheirOwnToolsReadThem() throws IOException {
        Path corpora = SharedFolder.require("corpora");
        Set<String> excepted = exceptions();
        Tally sections = new Tally();
        Tally images = new Tally();
        Tally links = new Tally();
        StringBuilder table = new StringBuilder("corpus            files  sections  images    links\n");
        for (String corpus : CORPORA) {
            Tally corpusSections = new Tally();
            Tally corpusImages = new Tally();
            Tally corpusLinks = new Tally();
            int files = 0;
            for (String line : Files.readAllLines(corpora.resolve("reference/" + corpus + ".jsonl"))) {
                JsonObject reference = JSON.parse(line);
                String name = corpus + "/" + reference.getString("file");
                Path file = corpora.resolve(name);
                if (!Files.exists(file) || !reference.hasKey("sections")) {
                    continue;
                }
                files++;
                Document document = read(file, name);
                References read = References.in(document.blocks());
                List<String> titles = sections(reference);
                corpusSections.compare(name, titles, sections(document, titles), excepted);
                corpusImages.compare(name, addresses(reference, "images"), images(document, read), excepted);
                corpusLinks.compare(name, addresses(reference, "links"), links(document, read), excepted);
            }
            table.append(row(corpus, files, corpusSections, corpusImages, corpusLinks));
            sections.add(corpusSections);
            images.add(corpusImages);
            links.add(corpusLinks);
        }
        table.append(row("all", 0, sections, images, links));
        System.out.println(table);
        List<String> differences = new ArrayList<>(sections.different);
        differences.addAll(images.different);
        differences.addAll(links.different);
        Files.write(Files.createDirectories(Path.of("target")).resolve("agreement-differences.tsv"), differences);
        assertThat(sections.share()).as(String.join("\n", sections.different)).isGreaterThanOrEqualTo(LEAST_SECTIONS);
        assertThat(images.share()).as(String.join("\n", images.different)).isGreaterThanOrEqualTo(LEAST_REFERENCES);
        assertThat(links.share()).as(String.join("\n", links.different)).isGreaterThanOrEqualTo(LEAST_REFERENCES);
    }

    private static String row(String name, int files, Tally sections, Tally images, Tally links) {
        return String.format(
                Locale.ROOT,
                "%-16s %6s %8.2f%% %7.2f%% %7.2f%%%n",
                name,
                files == 0 ? "" : String.valueOf(files),
                100 * sections.share(),
                100 * images.share(),
                100 * links.share());
    }

    private static Document read(Path file, String name) {
        NoteFormat format = NoteFormat.ofFileName(name).orElseThrow();
        DocumentReader reader = switch (format) {
            case RST -> new RstReader();
            case MARKDOWN -> new MarkdownReader();
        };
        return switch (new NoteFile().read(file, name, format)) {
            case NoteFile.Read read -> reader.read(read.source());
            case NoteFile.Unreadable unreadable -> reader.read(new SourceText(name, format, ""));
        };
    }

    private static List<String> sections(JsonObject reference) {
        List<String> sections = new ArrayList<>();
        for (JsonValue value : reference.getArray("sections").toList()) {
            int level = value.getAsArray().get(0).getAsNumber().value().intValue();
            sections.add(level + " "
                    + collapsed(value.getAsArray().get(1).getAsString().value()));
        }
        return sections;
    }

    /** Returns the headings as text, or as written where the reference has it so, which it has for some markup. */
    private static List<String> sections(Document document, List<String> reference) {
        return headings(document).stream()
                .map(section -> {
                    String written =
                            section.level() + " " + collapsed(document.source().text(section.titleSpan()));
                    String text = section.level() + " " + collapsed(Inline.plainText(section.title()));
                    return reference.contains(written) ? written : text;
                })
                .toList();
    }

    /** Returns the headings that the references list: of RST, not those inside directives. */
    private static List<Block.Section> headings(Document document) {
        if (document.source().format() == NoteFormat.MARKDOWN) {
            return document.sections();
        }
        List<Block.Section> outermost = new ArrayList<>();
        collect(document.blocks(), outermost);
        return outermost;
    }

    private static void collect(List<Block> blocks, List<Block.Section> into) {
        for (Block block : blocks) {
            if (block instanceof Block.Section section) {
                into.add(section);
                collect(section.blocks(), into);
            }
        }
    }

    private static List<String> addresses(JsonObject reference, String name) {
        return decoded(reference.getArray(name).toList().stream()
                .map(value -> value.getAsString().value())
                .toList());
    }

    /** Returns the images; markdown-it does not look into HTML. */
    private static List<String> images(Document document, References read) {
        return decoded(read.allImages().stream()
                .filter(image -> !isHtml(document, image))
                .map(Inline.Image::target)
                .toList());
    }

    /**
     * Returns the links that the reference tools list: docutils those whose address stands in the text, not those that
     * a named target holds; markdown-it those with markup of their own, not bare addresses and not HTML.
     */
    private static List<String> links(Document document, References read) {
        boolean markdown = document.source().format() == NoteFormat.MARKDOWN;
        return decoded(read.allLinks().stream()
                .filter(link -> markdown ? isMarked(document, link) : isInPlace(document, link))
                .map(Inline.Link::target)
                .toList());
    }

    private static boolean isMarked(Document document, Inline.Link link) {
        char first = document.source().text(link.span()).charAt(0);
        return link.form() == Inline.Link.Form.BARE ? first == '<' : first == '[';
    }

    private static boolean isInPlace(Document document, Inline.Link link) {
        if (link.form() == Inline.Link.Form.INTERNAL) {
            return false;
        }
        String written =
                document.source().text(link.span()).replaceAll("\\s+", "").replace("\\", "");
        String address = link.target().replaceFirst("^mailto:", "");
        boolean proposal = address.startsWith("https://peps.python.org/");
        return written.contains(address) || written.startsWith(":") || proposal;
    }

    private static boolean isHtml(Document document, Inline inline) {
        return document.source().format() == NoteFormat.MARKDOWN
                && document.source().text(inline.span()).startsWith("<");
    }

    /** Returns addresses each once, with their characters rather than the codes for them. */
    private static List<String> decoded(List<String> addresses) {
        return List.copyOf(
                new TreeSet<>(addresses.stream().map(AgreementTest::decoded).toList()));
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static String collapsed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static Set<String> exceptions() throws IOException {
        try (InputStream stream = AgreementTest.class.getResourceAsStream("agreement-exceptions.tsv")) {
            assertThat(stream).isNotNull();
            Set<String> exceptions = new TreeSet<>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, Math.max(0, line.lastIndexOf('\t'))))
                    .forEach(exceptions::add);
            return exceptions;
        }
    }
}
