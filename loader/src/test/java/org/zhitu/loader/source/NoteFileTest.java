package org.zhitu.loader.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhitu.ontology.Language;

final class NoteFileTest {
    private static final String TEXT = "自注意力\r\n让每个词看见其他词。\r\n";

    @TempDir
    Path folder;

    @Test
    void everyUsualEncodingGivesTheSameText() {
        assertThat(decoded(TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(decoded(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(decoded(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(TEXT);
        assertThat(decoded(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(TEXT);
        assertThat(decoded(TEXT.getBytes(Charset.forName("GB18030")))).isEqualTo(TEXT);
    }

    @Test
    void utf16IsKnownByItsZerosToo() {
        String text = "# 注意力\n\nattention 让每个词看见其他词。\n";

        assertThat(decoded(text.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(text);
        assertThat(decoded(text.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(text);
    }

    @Test
    void gb18030KeepsItsRareAndItsFourByteCharacters() {
        String text = "神经网络的训练需要反向传播算法，作者姓㼆，见𠮷野家。";

        assertThat(decoded(text.getBytes(Charset.forName("GB18030")))).isEqualTo(text);
    }

    @Test
    void big5IsReportedByItsName() {
        String text = "自然語言處理是人工智慧的一個領域，注意力機制讓每個詞看見其他的詞。";

        assertThat(decoded(text.getBytes(Charset.forName("Big5")))).isEqualTo("encoding-big5");
    }

    @Test
    void damagedBytesInUtf8AreReplacedAndTheirLinesNamed() {
        byte[] bytes =
                "注意力让每个词看见其他词，分数先缩放。\n第二行\nattention, the scores are scaled first\n".getBytes(StandardCharsets.UTF_8);
        int second = "注意力让每个词看见其他词，分数先缩放。\n第".getBytes(StandardCharsets.UTF_8).length;
        bytes[second] = (byte) 0xff;

        NoteFile.Read read = (NoteFile.Read) new NoteFile().decode(bytes, "note.md", NoteFormat.MARKDOWN);
        SourceText source = read.source();

        assertThat(source.line(2)).isEqualTo("第\ufffd行");
        assertThat(source.line(3)).startsWith("attention");
        assertThat(source.text(source.span(source.lineStart(3), source.lineStart(3) + 9)))
                .isEqualTo("attention");
        assertThat(read.findings())
                .extracting(finding -> finding.line() + " " + finding.code() + " " + finding.severity())
                .containsExactly("2 bytes-damaged WARN");
        assertThat(read.findings().getFirst().message(Language.ZH)).contains("1 处", "UTF-8");
    }

    @Test
    void aFewSignsOfAnotherEncodingInEnglishTextDoNotMakeItUnreadable() {
        byte[] bytes = """
                # Notes

                A model doesn't see the future; its mask hides it, and that is the whole trick of it.
                The rest of this note says the same at length.
                """.getBytes(StandardCharsets.ISO_8859_1);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\'')] = (byte) 0x92;

        assertThat(decoded(bytes)).contains("doesn\ufffdt see");
    }

    @Test
    void bytesThatAreNeitherTextNorAnyEncodingAreBinary() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 1};

        assertThat(decoded(picture)).isEqualTo("not-text");
    }

    @Test
    void whatIsNoTextIsSaidSo() {
        assertThat(decoded(new byte[] {0, 1, 2, 3})).isEqualTo("not-text");
        assertThat(decoded("Größe, café, naïve".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("encoding-unknown");
        assertThat(decoded(new byte[0])).isEqualTo("file-empty");
    }

    @Test
    void filesThatCannotBeReadAreFindings() throws IOException {
        Path large = Files.writeString(folder.resolve("large.md"), "长".repeat(100));

        assertThat(outcome(new NoteFile().read(folder, "a", NoteFormat.RST))).isEqualTo("file-is-directory");
        assertThat(outcome(new NoteFile().read(folder.resolve("no.md"), "a", NoteFormat.RST)))
                .isEqualTo("file-missing");
        assertThat(outcome(new NoteFile(10).read(large, "a", NoteFormat.RST))).isEqualTo("file-too-large");
    }

    @Test
    void messagesExistInBothLanguages() {
        Finding finding =
                new Finding(Finding.Severity.ERROR, "file-too-large", "a.md", 1, List.of("52428800", "16777216"));

        assertThat(finding.message(Language.ZH)).contains("52428800", "上限");
        assertThat(finding.message(Language.EN)).contains("52428800", "Split it");
    }

    private static String decoded(byte[] bytes) {
        return outcome(new NoteFile().decode(bytes, "note.md", NoteFormat.MARKDOWN));
    }

    private static String outcome(NoteFile.Outcome outcome) {
        return switch (outcome) {
            case NoteFile.Read read -> read.source().text();
            case NoteFile.Unreadable unreadable -> unreadable.finding().code();
        };
    }
}
