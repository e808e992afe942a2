package org.zhitu.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.zhitu.server.problem.ProblemException;

/**
 * Reads bodies up to a size. Of one that is longer the rest is taken in and thrown away, up to {@value #MOST_DRAINED} bytes: a
 * client that is cut off while it still sends does not get to see the answer.
 */
public final class BoundedBody {
    private static final int MOST_DRAINED = 16 << 20;

    private BoundedBody() {}

    /**
     * Returns the body of a request.
     *
     * @param longest in bytes
     * @param tooLong is thrown if it is longer
     * @throws IOException if it cannot be read to its end
     */
    public static byte[] read(HttpServletRequest request, int longest, ProblemException tooLong) throws IOException {
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = request.getContentLengthLong() > longest ? new byte[0] : in.readNBytes(longest + 1);
            if (request.getContentLengthLong() > longest || bytes.length > longest) {
                drain(in);
                throw tooLong;
            }
            return bytes;
        }
    }

    private static void drain(InputStream in) throws IOException {
        byte[] rest = new byte[1 << 13];
        long left = MOST_DRAINED;
        int read = in.read(rest);
        while (read >= 0 && left > 0) {
            left -= read;
            read = in.read(rest);
        }
    }
}
