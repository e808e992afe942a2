package org.zhitu.loader.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a note's file. UTF-8 is tried first, UTF-16 where a byte order mark says so, then GB18030 where its characters
 * look like Chinese text. Whatever the file, there is an outcome: its text, or what is wrong with it.
 */
public final class NoteFile {
    /** The most bytes that a note may have unless told otherwise: 16 MiB. */
    public static final int LIMIT_DEFAULT = 16 * 1024 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** Of the characters beyond ASCII, the least share that must be common Chinese ones for text to be GB18030. */
    private static final double LEAST_CHINESE = 0.7;

    private final int limit;

    /** A file that was read, or not. */
    public sealed interface Outcome {}

    /** The file's text. */
    public record Read(SourceText source) implements Outcome {}

    /** Why there is no text. */
    public record Unreadable(Finding finding) implements Outcome {}

    public NoteFile() {
        this(LIMIT_DEFAULT);
    }

    /**
     * @param limit the most bytes that a note may have
     */
    public NoteFile(int limit) {
        this.limit = limit;
    }

    /**
     * Reads a file.
     *
     * @param file   where it is
     * @param path   the note's path below the folder it is loaded from
     * @param format the syntax it is written in
     */
    public Outcome read(Path file, String path, NoteFormat format) {
        try {
            if (Files.isDirectory(file)) {
                return unreadable("file-is-directory", path);
            }
            if (!Files.exists(file)) {
                return unreadable("file-missing", path);
            }
            if (!Files.isRegularFile(file)) {
                return unreadable("file-unreadable", path, "no regular file");
            }
            long size = Files.size(file);
            if (size > limit) {
                return tooLarge(path, size);
            }
            try (InputStream stream = Files.newInputStream(file)) {
                return decode(stream.readNBytes(limit + 1), path, format);
            }
        } catch (NoSuchFileException e) {
            return unreadable("file-missing", path);
        } catch (IOException | SecurityException e) {
            return unreadable("file-unreadable", path, e.getClass().getSimpleName());
        }
    }

    /** Reads bytes as a note. */
    public Outcome decode(byte[] bytes, String path, NoteFormat format) {
        if (bytes.length > limit) {
            return tooLarge(path, bytes.length);
        }
        if (bytes.length == 0) {
            return unreadable("file-empty", path);
        }
        Optional<Charset> marked = utf16(bytes);
        Optional<String> text = marked.isPresent()
                ? decoded(bytes, marked.get())
                : isBinary(bytes) ? Optional.empty() : unmarked(bytes);
        if (text.isEmpty()) {
            boolean binary = marked.isEmpty() && isBinary(bytes);
            return unreadable(binary ? "not-text" : "encoding-unknown", path);
        }
        String characters = text.get();
        String note =
                !characters.isEmpty() && characters.charAt(0) == BYTE_ORDER_MARK ? characters.substring(1) : characters;
        return note.isBlank() ? unreadable("file-empty", path) : new Read(new SourceText(path, format, note));
    }

    private static Optional<String> unmarked(byte[] bytes) {
        Optional<String> utf8 = decoded(bytes, StandardCharsets.UTF_8);
        return utf8.isPresent() ? utf8 : decoded(bytes, GB18030).filter(text -> looksChinese(bytes));
    }

    private static Optional<Charset> utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return Optional.empty();
        }
        int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        return switch (mark) {
            case 0xfeff -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xfffe -> Optional.of(StandardCharsets.UTF_16LE);
            default -> Optional.empty();
        };
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Says whether there are control characters that no text has. */
    private static boolean isBinary(byte[] bytes) {
        for (byte b : bytes) {
            boolean control = b >= 0 && b < ' ' && "\t\n\u000b\f\r\u001b\b".indexOf(b) < 0;
            if (control) {
                return true;
            }
        }
        return false;
    }

    /**
     * Says whether most characters beyond ASCII are among the 3,755 most common Chinese ones or punctuation, which the
     * encoding keeps apart from the rare ones; text of other languages taken for GB18030 would be full of those.
     */
    private static boolean looksChinese(byte[] bytes) {
        int foreign = 0;
        int common = 0;
        int i = 0;
        while (i < bytes.length) {
            int lead = bytes[i] & 0xff;
            if (lead < 0x80) {
                i++;
                continue;
            }
            foreign++;
            boolean isCommon = (lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3);
            common += isCommon ? 1 : 0;
            boolean four = i + 1 < bytes.length && bytes[i + 1] >= '0' && bytes[i + 1] <= '9';
            i += four ? 4 : 2;
        }
        return common >= LEAST_CHINESE * foreign;
    }

    private Outcome tooLarge(String path, long size) {
        return unreadable("file-too-large", path, String.valueOf(size), String.valueOf(limit));
    }

    private static Outcome unreadable(String code, String path, String... arguments) {
        return new Unreadable(new Finding(Finding.Severity.ERROR, code, path, 1, List.of(arguments)));
    }
}
