package org.zhitu.loader.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a note's file. UTF-8 is tried first, UTF-16 where a byte order mark or the zeros of its ASCII characters say so,
 * then GB18030 where its characters look like Chinese text. Big5 is told apart and reported. UTF-8 in which few bytes are
 * damaged is read without them. Whatever the file, there is an outcome: its text, or what is wrong with it.
 */
public final class NoteFile {
    /** The most bytes that a note may have unless told otherwise: 16 MiB. */
    public static final int LIMIT_DEFAULT = 16 * 1024 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** Of the characters beyond ASCII, the least share that must be common Chinese ones for text to be GB18030. */
    private static final double LEAST_CHINESE = 0.7;

    /** Of the same, the least share that must be common ones of Big5. */
    private static final double LEAST_BIG5 = 0.9;

    /** Of the characters beyond ASCII, the most that may be damaged for text to be UTF-8 all the same. */
    private static final double MOST_DAMAGED = 0.1;

    /** Of all bytes, the most that may be damaged for text to be UTF-8 where it looks like no other encoding. */
    private static final double MOST_DAMAGED_BYTES = 0.02;

    /** Most lines with damaged bytes that are named. */
    private static final int MOST_LINES = 20;

    private static final char REPLACEMENT = '\ufffd';

    private final int limit;

    /** A file that was read, or not. */
    public sealed interface Outcome {}

    /**
     * The file's text.
     *
     * @param findings where bytes could not be read
     */
    public record Read(SourceText source, List<Finding> findings) implements Outcome {
        public Read {
            findings = List.copyOf(findings);
        }
    }

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
        Optional<Charset> marked = utf16(bytes).or(() -> unmarkedUtf16(bytes));
        if (marked.isEmpty() && isBinary(bytes)) {
            return unreadable("not-text", path);
        }
        Optional<Decoded> text =
                marked.isPresent() ? decoded(bytes, marked.get()).map(Decoded::whole) : unmarked(bytes);
        if (text.isEmpty()) {
            return unreadable(looksBig5(bytes) ? "encoding-big5" : "encoding-unknown", path);
        }
        Decoded note = text.get().withoutMark();
        if (note.text().isBlank()) {
            return unreadable("file-empty", path);
        }
        SourceText source = new SourceText(path, format, note.text());
        return new Read(source, damage(source, note.damaged()));
    }

    /**
     * Characters that were read.
     *
     * @param damaged the offsets of those that stand for bytes which could not be read, in order
     * @param lost    how many bytes those were
     */
    private record Decoded(String text, List<Integer> damaged, int lost) {
        static Decoded whole(String text) {
            return new Decoded(text, List.of(), 0);
        }

        Decoded withoutMark() {
            return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK
                    ? this
                    : new Decoded(
                            text.substring(1),
                            damaged.stream().map(at -> at - 1).toList(),
                            lost);
        }
    }

    private static Optional<Decoded> unmarked(byte[] bytes) {
        Optional<Decoded> utf8 = decoded(bytes, StandardCharsets.UTF_8).map(Decoded::whole);
        if (utf8.isPresent()) {
            return utf8;
        }
        Decoded mended = mended(bytes);
        long foreign = mended.text().codePoints().filter(c -> c >= 0x80).count();
        if (mended.damaged().size() <= MOST_DAMAGED * foreign) {
            return Optional.of(mended);
        }
        Optional<Decoded> chinese =
                decoded(bytes, GB18030).filter(text -> looksChinese(bytes)).map(Decoded::whole);
        boolean readable = mended.lost() <= MOST_DAMAGED_BYTES * bytes.length && !looksBig5(bytes);
        return chinese.isPresent() || !readable ? chinese : Optional.of(mended);
    }

    /** Reads UTF-8 with a replacement character for each run of bytes that are none. */
    private static Decoded mended(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        List<Integer> damaged = new ArrayList<>();
        int lost = 0;
        int afterLoss = -1;
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            if (in.position() != afterLoss) {
                damaged.add(out.position());
                out.put(REPLACEMENT);
            }
            lost += result.length();
            afterLoss = in.position() + result.length();
            in.position(afterLoss);
            result = decoder.decode(in, out, true);
        }
        return new Decoded(out.flip().toString(), damaged, lost);
    }

    /** Returns a finding for each line with characters that could not be read. */
    private static List<Finding> damage(SourceText source, List<Integer> damaged) {
        return damaged.stream()
                .map(source::lineAt)
                .distinct()
                .limit(MOST_LINES)
                .map(line -> new Finding(
                        Finding.Severity.WARN,
                        "bytes-damaged",
                        source.path(),
                        line,
                        List.of(String.valueOf(damaged.size()))))
                .toList();
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

    /**
     * Returns which UTF-16 it is where all zeros stand at even or all at odd places, as those of its line ends and spaces
     * do, and every pair of bytes is a character of text.
     */
    private static Optional<Charset> unmarkedUtf16(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        boolean one = (zeros[0] == 0) != (zeros[1] == 0);
        if (bytes.length % 2 != 0 || !one) {
            return Optional.empty();
        }
        Charset charset = zeros[0] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return decoded(bytes, charset)
                .filter(text -> text.codePoints().allMatch(NoteFile::isOfText))
                .map(text -> charset);
    }

    private static boolean isOfText(int codePoint) {
        int type = Character.getType(codePoint);
        return "\t\n\f\r".indexOf(codePoint) >= 0
                || (type != Character.CONTROL && type != Character.UNASSIGNED && type != Character.PRIVATE_USE);
    }

    /** Says whether the bytes are Big5 whose characters are nearly all among its 5,401 common ones or punctuation. */
    private static boolean looksBig5(byte[] bytes) {
        Pairs pairs = Pairs.of(bytes, false, (lead, trail) -> {
            boolean pair = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
            return pair && lead >= 0xa1 && lead <= 0xc6;
        });
        return pairs.all() > 0 && pairs.common() >= LEAST_BIG5 * pairs.all();
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
        Pairs pairs = Pairs.of(
                bytes,
                true,
                (lead, trail) -> trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)));
        return pairs.common() >= LEAST_CHINESE * pairs.all();
    }

    /**
     * The characters beyond ASCII of an encoding that writes them in pairs of bytes.
     *
     * @param all    how many there are
     * @param common how many of them are common ones
     */
    private record Pairs(int all, int common) {
        /** Says whether a pair of bytes, each from 0 to 255, is a common character. */
        private interface Common {
            boolean is(int lead, int trail);
        }

        /**
         * @param fours whether a digit as second byte makes it a character of four bytes
         */
        static Pairs of(byte[] bytes, boolean fours, Common common) {
            int all = 0;
            int found = 0;
            int i = 0;
            while (i < bytes.length) {
                int lead = bytes[i] & 0xff;
                if (lead < 0x80) {
                    i++;
                    continue;
                }
                all++;
                int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xff : 0;
                found += common.is(lead, trail) ? 1 : 0;
                i += fours && trail >= '0' && trail <= '9' ? 4 : 2;
            }
            return new Pairs(all, found);
        }
    }

    private Outcome tooLarge(String path, long size) {
        return unreadable("file-too-large", path, String.valueOf(size), String.valueOf(limit));
    }

    private static Outcome unreadable(String code, String path, String... arguments) {
        return new Unreadable(new Finding(Finding.Severity.ERROR, code, path, 1, List.of(arguments)));
    }
}
