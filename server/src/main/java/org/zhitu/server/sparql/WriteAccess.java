package org.zhitu.server.sparql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhitu.server.problem.ProblemException;

/** Who may change the store: whoever knows the token; nobody where there is none; everybody in a scratch store. */
final class WriteAccess {
    private static final String SCHEME = "Bearer ";

    private final boolean open;
    private final Optional<byte[]> token;

    /**
     * @param open  whether everybody may write
     * @param token what a writer must know; blank for none
     */
    WriteAccess(boolean open, String token) {
        this.open = open;
        this.token =
                token.isBlank() ? Optional.empty() : Optional.of(token.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** Says whether anybody can write at all. */
    boolean isOffered() {
        return open || token.isPresent();
    }

    /**
     * Lets a request through that may write.
     *
     * @throws ProblemException if it may not
     */
    void require(ServerRequest request) {
        if (open) {
            return;
        }
        byte[] wanted = token.orElseThrow(() -> new ProblemException(403, "read-only"));
        String header = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new ProblemException(401, "token-needed")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"zhitu\"");
        }
        byte[] given = header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, wanted)) {
            throw new ProblemException(401, "token-wrong")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"zhitu\", error=\"invalid_token\"");
        }
    }
}
