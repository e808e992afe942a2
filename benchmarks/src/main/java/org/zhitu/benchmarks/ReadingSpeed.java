package org.zhitu.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.zhitu.loader.NoteLoader;
import org.zhitu.loader.document.DocumentReader;
import org.zhitu.loader.markdown.MarkdownReader;
import org.zhitu.loader.rst.RstReader;
import org.zhitu.loader.source.NoteFile;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceText;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Ontology;

/**
 * Reads all files of a list, again and again in one thread, and writes a line for each round: seconds of wall clock, then of
 * processor time, garbage collection and compilation included.
 */
public final class ReadingSpeed {
    private static final double NANOS = 1e9;

    private final NoteFile files = new NoteFile();
    private final DocumentReader rst = new RstReader();
    private final DocumentReader markdown = new MarkdownReader();
    private final NoteLoader loader = new NoteLoader(Ontology.scheme(Iris.DEFAULT), Iris.DEFAULT);
    private final boolean extract;

    /** What was read, so that no compiler can leave the reading out. */
    private long blocks;

    private ReadingSpeed(boolean extract) {
        this.extract = extract;
    }

    /** Takes {@code read} (to the document model) or {@code extract} (to triples), the number of rounds, a file of paths. */
    public static void main(String[] arguments) throws IOException {
        ReadingSpeed speed = new ReadingSpeed(arguments[0].equals("extract"));
        int rounds = Integer.parseInt(arguments[1]);
        List<Path> notes = Files.readAllLines(Path.of(arguments[2])).stream()
                .filter(line -> !line.isBlank())
                .map(Path::of)
                .toList();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        for (int round = 0; round < rounds; round++) {
            long wall = System.nanoTime();
            long processor = system.getProcessCpuTime();
            notes.forEach(speed::take);
            out.println(String.format(
                    Locale.ROOT,
                    "%.4f %.4f",
                    (System.nanoTime() - wall) / NANOS,
                    (system.getProcessCpuTime() - processor) / NANOS));
        }
        if (speed.blocks == 0) {
            throw new IllegalStateException("nothing was read");
        }
    }

    private void take(Path note) {
        String name = note.toString();
        NoteFormat format = NoteFormat.ofFileName(name).orElse(NoteFormat.RST);
        if (files.read(note, name, format) instanceof NoteFile.Read read) {
            SourceText source = read.source();
            blocks += extract
                    ? loader.load(source).extraction().sections().size() + 1
                    : (format == NoteFormat.RST ? rst : markdown)
                            .read(source)
                            .blocks()
                            .size();
        }
    }
}
