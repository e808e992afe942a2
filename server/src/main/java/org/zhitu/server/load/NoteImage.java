package org.zhitu.server.load;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An image that a note shows. Only files with the ending of an image, inside the folder that the note was loaded from and
 * not hidden there, are images; links are followed before this is decided.
 *
 * @param file      its real path
 * @param mediaType by its ending
 * @param size      in bytes, at most {@link #MOST_BYTES}
 * @param changed   when it was last changed, in milliseconds since 1970
 */
public record NoteImage(Path file, String mediaType, long size, long changed) {
    /** Larger files are not served. */
    public static final long MOST_BYTES = 32L * 1024 * 1024;

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "avif", "image/avif",
            "bmp", "image/bmp",
            "gif", "image/gif",
            "jpeg", "image/jpeg",
            "jpg", "image/jpeg",
            "png", "image/png",
            "svg", "image/svg+xml",
            "webp", "image/webp");

    /**
     * Returns the image that a note names.
     *
     * @param address as the note has it: from the note's own folder, else from the folder that was loaded
     */
    static Optional<NoteImage> of(NotePlace place, String address) {
        String path = address.replaceFirst("[?#].*", "").replaceFirst("^/+", "");
        Set<String> spellings = new LinkedHashSet<>(Set.of(path));
        decoded(path).ifPresent(spellings::add);
        for (String spelling : spellings) {
            for (Path from : new Path[] {place.file().getParent(), place.folder()}) {
                Optional<NoteImage> image = from == null ? Optional.empty() : of(place.folder(), from, spelling);
                if (image.isPresent()) {
                    return image;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String path) {
        try {
            return Optional.of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a percent sign that means itself
        }
    }

    private static Optional<NoteImage> of(Path folder, Path from, String path) {
        String mediaType =
                MEDIA_TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (mediaType == null) {
            return Optional.empty();
        }
        try {
            Path root = folder.toRealPath();
            Path file = from.resolve(path).toRealPath();
            if (!file.startsWith(root) || isHidden(root.relativize(file))) {
                return Optional.empty();
            }
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            String real = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            boolean sameType = mediaType.equals(MEDIA_TYPES.get(real.substring(real.lastIndexOf('.') + 1)));
            return attributes.isRegularFile() && sameType && attributes.size() <= MOST_BYTES
                    ? Optional.of(new NoteImage(
                            file,
                            mediaType,
                            attributes.size(),
                            attributes.lastModifiedTime().toMillis()))
                    : Optional.empty();
        } catch (IOException | InvalidPathException | SecurityException e) {
            return Optional.empty(); // not there, or nothing that a path can name
        }
    }

    private static boolean isHidden(Path path) {
        for (Path part : path) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
