package org.zhitu.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhitu.loader.source.Finding;
import org.zhitu.ontology.Language;

final class NoteLoaderTest {
    private final NoteLoader loader = Fixture.loader();

    @TempDir
    private Path folder;

    @Test
    void foldersAreWalkedAndWhatIsNoNoteIsLeftOut() throws IOException {
        write("b/笔记.md", "# BERT");
        write("a.rst", "BERT");
        write("picture.png", "no note");
        write(".git/hidden.md", "no note");
        write("_build/made.rst", "no note");

        FoundNotes found = loader.find(List.of(folder));

        assertThat(found.files().stream().map(FoundNote::path)).containsExactly("a.rst", "b/笔记.md");
        assertThat(found.findings()).isEmpty();
    }

    @Test
    void linksThatRunInCirclesAreNotFollowed() throws IOException {
        write("a/note.md", "BERT");
        Files.createSymbolicLink(folder.resolve("a/again"), folder);

        assertThat(loader.find(List.of(folder)).files()).hasSize(1);
    }

    @Test
    void rootsThatAreMissingOrNoNotesAreReported() throws IOException {
        write("picture.png", "no note");

        FoundNotes found = loader.find(List.of(folder.resolve("missing"), folder.resolve("picture.png"), folder));

        assertThat(found.files()).isEmpty();
        assertThat(found.findings().stream().map(Finding::code))
                .containsExactly("file-missing", "note-format-unknown", "folder-without-notes");
        assertThat(found.findings())
                .allSatisfy(finding -> assertThat(finding.message(Language.ZH)).isNotBlank());
    }

    @Test
    void twoNotesOfTheSamePathAreToldApartByTheirFolders() throws IOException {
        write("one/note.md", "BERT");
        write("two/note.md", "LSTM");

        FoundNotes found = loader.find(List.of(folder.resolve("one"), folder.resolve("two")));

        assertThat(found.files().stream().map(FoundNote::path)).containsExactly("note.md", "two/note.md");
        assertThat(found.findings().stream().map(Finding::code)).containsExactly("note-path-taken");
    }

    @Test
    void theDigestChangesWithTheFileOnly() throws IOException {
        FoundNote note = write("note.md", "# BERT");
        String before = loader.contentHash(note);

        assertThat(loader.load(note).contentHash()).isEqualTo(before);
        write("note.md", "# LSTM");
        assertThat(loader.contentHash(note)).isNotEqualTo(before);
    }

    @Test
    void whatIsNoTextIsReportedAndTheRestLoads() throws IOException {
        Files.write(folder.resolve("binary.md"), new byte[] {0, 1, 2, 3});
        write("empty.md", "");
        write("note.md", "# 注意力\n\n## 什么是 BERT？\n\n一个模型。\n");

        List<LoadedNote> notes =
                loader.find(List.of(folder)).files().stream().map(loader::load).toList();

        assertThat(notes.stream().filter(LoadedNote::isReadable).map(LoadedNote::path))
                .containsExactly("note.md");
        assertThat(notes.stream().flatMap(note -> note.extraction().findings().stream()))
                .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                .extracting(Finding::path)
                .containsExactly("binary.md", "empty.md");
    }

    private FoundNote write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return new FoundNote(
                path,
                file,
                org.zhitu.loader.source.NoteFormat.ofFileName(path)
                        .orElse(org.zhitu.loader.source.NoteFormat.MARKDOWN));
    }
}
