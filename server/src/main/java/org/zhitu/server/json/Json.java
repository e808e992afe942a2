package org.zhitu.server.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;
import org.zhitu.server.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Values as JSON: records as they are, members in their order, constants by their short names. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("zhitu").addSerializer(new ConstantSerializer()))
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private static final JsonMapper READABLE =
            MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** Returns the mapper behind all JSON. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Returns a value as JSON on one line. */
    public static String compact(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Returns a value as indented JSON. */
    public static String readable(Object value) {
        return READABLE.writeValueAsString(value);
    }

    /** Returns the value that a JSON file holds. */
    public static <T> T read(Path file, Class<T> type) {
        return MAPPER.readValue(file, type);
    }

    /**
     * Returns the value that a JSON text holds.
     *
     * @throws ProblemException if the text is not JSON, or not of that shape
     */
    public static <T> T parse(String text, Class<T> type) {
        T value;
        try {
            value = MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            throw bad(place == null ? 1 : Math.max(1, place.getLineNr()), place == null ? 1 : place.getColumnNr());
        }
        if (value == null) {
            throw bad(1, 1);
        }
        return value;
    }

    private static ProblemException bad(int line, int column) {
        return new ProblemException(400, "bad-json", line, Math.max(1, column))
                .with("line", line)
                .with("column", Math.max(1, column));
    }

    /** Writes a value into a file, as a whole or not at all; its folder is made where there is none. */
    public static void write(Path file, Object value) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path temporary = file.resolveSibling(file.getFileName() + ".new");
            READABLE.writeValue(temporary, value);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the short name of a constant, as JSON, URLs and messages use it. */
    public static String name(Enum<?> constant) {
        if (constant instanceof Relation relation) {
            return relation.key();
        }
        if (constant instanceof NoteFormat format) {
            return format.key();
        }
        if (constant instanceof Language language) {
            return language.tag();
        }
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static final class ConstantSerializer extends ValueSerializer<Enum<?>> {
        @Override
        public Class<?> handledType() {
            return Enum.class;
        }

        @Override
        public void serialize(Enum<?> constant, JsonGenerator out, SerializationContext context) {
            out.writeString(name(constant));
        }
    }
}
