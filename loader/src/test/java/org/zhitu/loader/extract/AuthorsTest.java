package org.zhitu.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.Fixture;

final class AuthorsTest {
    @Test
    void authorsAreThoseThatAReaderSees() throws IOException {
        List<String> different = new ArrayList<>();
        for (String line : lines()) {
            String[] row = line.split("\t", -1);
            Extraction note = row[0].equals("rst") ? Fixture.rst(row[1] + "\n") : Fixture.markdown(row[1] + "\n");
            String found = author(note, 0);
            if (!found.equals(row[2])) {
                different.add(row[1] + "  ->  " + found);
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void eachLinkOfALineHasItsOwnAuthor() {
        Extraction note = Fixture.markdown("""
                [a](https://example.org/a) by Jay Alammar; Kim et al., 2014: [b](https://example.org/b)

                李宏毅老师 https://example.org/c
                苏剑林的博客 https://example.org/d
                """);

        assertThat(List.of(author(note, 0), author(note, 1), author(note, 2), author(note, 3)))
                .containsExactly("Jay Alammar", "Kim et al.", "李宏毅", "苏剑林");
    }

    @Test
    void theEvidenceOfAnAuthorIsWhereTheNameStands() {
        Extraction note = Fixture.markdown("# 笔记\n\n看[李沐的讲解视频](https://example.org/mu)\n");

        Evidence evidence = note.sources().getFirst().author().orElseThrow().evidence();
        assertThat(evidence.span().line()).isEqualTo(3);
        assertThat(evidence.span().column()).isEqualTo(3);
        assertThat(evidence.method()).isEqualTo("author-in-link");
        assertThat(evidence.quote()).contains("李沐");
    }

    private static String author(Extraction note, int source) {
        Optional<Extraction.AuthorClaim> author = note.sources().get(source).author();
        return author.map(Extraction.AuthorClaim::name).orElse("-");
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(AuthorsTest.class.getResourceAsStream("/labelled/authors.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
