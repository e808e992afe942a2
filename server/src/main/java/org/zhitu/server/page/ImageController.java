package org.zhitu.server.page;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.util.UriUtils;
import org.zhitu.server.load.NoteImage;
import org.zhitu.server.load.NoteLibrary;

/**
 * The images of notes. Which file an address means is decided by {@link NoteImage}; what is sent can do nothing: an SVG
 * image that somebody opens by itself runs no script and asks for nothing.
 */
@Controller
class ImageController {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final NoteLibrary library;

    ImageController(NoteLibrary library) {
        this.library = library;
    }

    /** Returns the address of an image as a note names it. */
    static String address(String note, String image) {
        return "/image/" + UriUtils.encodePath(note, StandardCharsets.UTF_8)
                + "?src="
                + UriUtils.encode(image, StandardCharsets.UTF_8);
    }

    @GetMapping("/image/{*note}")
    ResponseEntity<Resource> image(
            @PathVariable String note,
            @RequestParam(defaultValue = "") String src,
            WebRequest request,
            HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        Optional<NoteImage> found = library.image(note.substring(1), src); // the pattern keeps the slash before it
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        NoteImage image = found.get();
        String etag = "\"" + Long.toHexString(image.changed()) + "-" + Long.toHexString(image.size()) + "\"";
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(304).eTag(etag).build();
        }
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.parseMediaType(image.mediaType()))
                .body(new FileSystemResource(image.file()));
    }
}
