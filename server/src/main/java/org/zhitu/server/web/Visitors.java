package org.zhitu.server.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pages in a reader's browser may read this server, and under which names it can be asked. A server that only its own
 * machine reaches is still within reach of every page that is open there: such a page may ask it (cross origin), and may have
 * its own name lead here (DNS rebinding). So there, as long as the server holds notes of somebody, only pages of this machine
 * may read, and only names of this machine are answered to. A server that others reach hides nothing from their pages either.
 */
final class Visitors {
    private static final Set<String> ANY = Set.of("*");
    private static final Set<String> NONE = Set.of("none");

    private final boolean local;
    private final Set<String> origins;
    private final Set<String> hosts;
    private final Openness openness;

    /**
     * @param address where the server listens; blank for everywhere
     * @param origins whose pages may read: origins with commas between them, {@code *} or {@code none}; blank for the usual
     * @param hosts   names that a server of this machine is asked by as well, with commas between them; {@code *} for any
     */
    Visitors(String address, String origins, String hosts, Openness openness) {
        this.local = isLoopback(address);
        this.origins = set(origins);
        this.hosts = set(hosts);
        this.openness = openness;
    }

    private static Set<String> set(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(each -> each.strip().toLowerCase(Locale.ROOT).replaceFirst("/$", ""))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // the server will not start with it
        }
    }

    /** Says whether a page of any origin may read. */
    boolean everybody() {
        return origins.equals(ANY) || (origins.isEmpty() && (!local || openness.isPublic()));
    }

    /** Says whether pages of an origin may read; the server's own always may. */
    boolean mayRead(String origin) {
        String name = origin.toLowerCase(Locale.ROOT);
        return everybody()
                || (origins.isEmpty() ? isOfThisMachine(name) : !origins.equals(NONE) && origins.contains(name));
    }

    private static boolean isOfThisMachine(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost())
                    .filter(Visitors::isLocalName)
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false; // no origin that a browser would send
        }
    }

    /** Says whether this server answers to a name. */
    boolean isCalled(String host) {
        if (!local || hosts.equals(ANY)) {
            return true;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return isLocalName(name) || hosts.contains(name);
    }

    /** Names that no name server can lead elsewhere, or here on behalf of somebody else. */
    private static boolean isLocalName(String name) {
        return List.of("localhost", "[::1]", "::1", "[0:0:0:0:0:0:0:1]").contains(name)
                || name.endsWith(".localhost")
                || name.matches("127(\\.\\d{1,3}){3}");
    }
}
