package org.zhitu.server.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a client accepts: the media ranges of its {@code Accept} headers. The most specific range that covers a media type
 * decides its weight; the greatest weight wins; among equals the more specific range, then the one named first, then the
 * server's own order. Parameters other than {@code q} play no part.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, section 12.5.1</a>
 */
public final class Accept {
    /** Ranges beyond this number are not looked at. */
    private static final int MOST_RANGES = 64;

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    private record Range(String type, String subtype, double weight) {
        /** Returns 3 for the very type, 2 for {@code type/*}, 1 for everything, 0 where the range does not cover it. */
        int specificity(String mediaType) {
            int slash = mediaType.indexOf('/');
            String itsType = mediaType.substring(0, slash);
            if (type.equals("*")) {
                return 1;
            }
            if (!type.equals(itsType)) {
                return 0;
            }
            if (subtype.equals("*")) {
                return 2;
            }
            return subtype.equals(mediaType.substring(slash + 1)) ? 3 : 0;
        }
    }

    /**
     * What was chosen.
     *
     * @param offer     the representation
     * @param mediaType the one of its media types that the client asked for
     */
    public record Choice<T>(T offer, String mediaType) {}

    private record Rank(double weight, int specificity, int position) implements Comparable<Rank> {
        @Override
        public int compareTo(Rank other) {
            int byWeight = Double.compare(weight, other.weight);
            int bySpecificity = Integer.compare(specificity, other.specificity);
            int byPosition = Integer.compare(other.position, position);
            return byWeight != 0 ? byWeight : bySpecificity != 0 ? bySpecificity : byPosition;
        }
    }

    /** Reads the values of the {@code Accept} headers; none at all accept everything. A malformed range is left out. */
    public static Accept parse(Collection<String> headers) {
        List<Range> ranges = new ArrayList<>();
        boolean blank = true;
        for (String header : headers) {
            for (String part : header.split(",", -1)) {
                blank &= part.isBlank();
                range(part).filter(range -> ranges.size() < MOST_RANGES).ifPresent(ranges::add);
            }
        }
        return new Accept(blank ? List.of(new Range("*", "*", 1)) : List.copyOf(ranges));
    }

    private static Optional<Range> range(String text) {
        String[] parts = text.split(";", -1);
        String[] names = parts[0].strip().toLowerCase(Locale.ROOT).split("/", -1);
        if (names.length != 2 || names[0].isEmpty() || names[1].isEmpty()) {
            return Optional.empty();
        }
        double weight = 1;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                weight = weight(parameter.substring(2));
            }
        }
        return Optional.of(new Range(names[0], names[1], weight));
    }

    private static double weight(String text) {
        return text.matches("[01](\\.\\d{0,3})?") ? Math.min(1, Double.parseDouble(text)) : 0;
    }

    /**
     * Returns the representation that suits best, if any does.
     *
     * @param offers     in the server's order of preference
     * @param mediaTypes the names of an offer's media type, lower-case, the proper one first
     */
    public <T> Optional<Choice<T>> best(List<T> offers, Function<? super T, List<String>> mediaTypes) {
        Optional<Choice<T>> best = Optional.empty();
        Rank bestRank = new Rank(0, 0, 0);
        for (T offer : offers) {
            List<String> names = mediaTypes.apply(offer);
            for (String mediaType : names) {
                Rank rank = rank(mediaType);
                boolean meant = rank.specificity == 3 || mediaType.equals(names.getFirst());
                if (meant && rank.weight > 0 && (best.isEmpty() || rank.compareTo(bestRank) > 0)) {
                    best = Optional.of(new Choice<>(offer, mediaType));
                    bestRank = rank;
                }
            }
        }
        return best;
    }

    /** Says whether a client would rather have a media type than any of the others. */
    public boolean prefers(String mediaType, List<String> others) {
        List<String> offers = new ArrayList<>(others);
        offers.add(mediaType);
        return best(offers, List::of)
                .filter(choice -> choice.offer().equals(mediaType))
                .isPresent();
    }

    private Rank rank(String mediaType) {
        Rank found = new Rank(0, 0, 0);
        for (int i = 0; i < ranges.size(); i++) {
            int specificity = ranges.get(i).specificity(mediaType);
            if (specificity > found.specificity) {
                found = new Rank(ranges.get(i).weight, specificity, i);
            }
        }
        return found;
    }
}
