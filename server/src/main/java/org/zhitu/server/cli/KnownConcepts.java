package org.zhitu.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zhitu.graph.Knowledge;
import org.zhitu.ontology.Language;
import org.zhitu.server.json.ProgressFile;
import org.zhitu.server.naming.ConceptNames;
import org.zhitu.server.problem.ProblemException;
import picocli.CommandLine.Option;

/** The option {@code --known}: what the person knows already, by name or as a progress file. */
final class KnownConcepts {
    private static final String OPTION = "--known";
    private static final String ENDING = ".json";

    @Option(names = OPTION, paramLabel = "A,B|FILE.json")
    private List<String> given = List.of();

    /**
     * Returns the slugs of what is known, each once, in the order given. What a progress file knows and the store does not
     * is left out: notes come and go.
     */
    List<String> slugs(Knowledge knowledge, Language language, Terminal terminal) {
        List<String> names = new ArrayList<>();
        Set<String> slugs = new LinkedHashSet<>();
        for (String one : given) {
            if (one.strip().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
                for (String slug : known(one.strip(), terminal)) {
                    Optional<String> concept = knowledge.concepts().resolve(slug);
                    concept.ifPresent(slugs::add);
                }
            } else {
                names.add(one);
            }
        }
        slugs.addAll(new ConceptNames(knowledge, language).slugs(OPTION, names));
        return List.copyOf(slugs);
    }

    private static Set<String> known(String file, Terminal terminal) {
        Path path = terminal.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new ProblemException(400, "no-progress-file", file);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return ProgressFile.parse(file, text).known();
        } catch (CharacterCodingException e) {
            throw new ProblemException(400, "bad-progress", file, "UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
