package org.zhitu.graph.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhitu.graph.query.Han;
import org.zhitu.graph.query.Name;
import org.zhitu.graph.query.Wording;
import org.zhitu.graph.search.Match.Tier;

/** One search: gathers the best match of each owner. */
final class Matcher {
    /** Names shorter than this are not looked for inside what was typed. */
    private static final int SHORTEST_MENTION = 2;

    private static final int LONGEST_MENTION = 40;
    private static final int MAX_WORDS = 8;

    /** So many times the matches asked for are gathered before the worse ones are forgotten. */
    private static final int MOST_GATHERED = 16;

    private final Entries entries;
    private final GramIndex grams;
    private final PinyinIndex pinyin;
    private final FuzzyIndex fuzzy;
    private final Wording typed;
    private final String text;
    private final int limit;
    private Map<Integer, Match> byOwner = new HashMap<>();

    /** What scores worse cannot be among the best any more. */
    private long worst = Long.MAX_VALUE;

    private Tier bestTier = Tier.FUZZY;

    Matcher(Entries entries, GramIndex grams, PinyinIndex pinyin, FuzzyIndex fuzzy, Wording typed, int limit) {
        this.entries = entries;
        this.grams = grams;
        this.pinyin = pinyin;
        this.fuzzy = fuzzy;
        this.typed = typed;
        this.text = typed.text();
        this.limit = limit;
    }

    List<Match> best() {
        beginnings();
        if (mayStillLead(Tier.WORDS)) {
            insides();
            words();
        }
        if (bestTier.compareTo(Tier.ALIAS) > 0 && mayStillLead(Tier.MENTIONED)) {
            mentions();
        }
        if (isLetters(text) && text.length() >= 2 && mayStillLead(Tier.PINYIN)) {
            pinyin.find(text, (entry, fit, from, to) -> offer(Tier.PINYIN, fit.rank(), entry, from, to));
        }
        boolean foundLittle = byOwner.isEmpty() || bestTier == Tier.PINYIN || bestTier == Tier.MENTIONED;
        if (foundLittle && mayStillLead(typed.words().size() > 1 ? Tier.NEARLY : Tier.FUZZY)) {
            slips();
        }
        return leading();
    }

    private List<Match> leading() {
        return byOwner.values().stream()
                .sorted(Comparator.comparingLong(Match::score).thenComparing(match -> entries.owner(match.entry())))
                .limit(limit)
                .toList();
    }

    /** Says whether what matches in a way may be among the best, whatever has been found so far. */
    private boolean mayStillLead(Tier tier) {
        if (byOwner.size() >= limit) {
            forgetTheRest();
        }
        return least(tier) <= worst;
    }

    private static long least(Tier tier) {
        return (long) tier.rank() << 50;
    }

    /** Forgets what is not among the best so far, so that a single letter does not gather half the graph. */
    private void forgetTheRest() {
        Map<Integer, Match> kept = new HashMap<>();
        for (Match match : leading()) {
            kept.put(entries.owner(match.entry()), match);
            worst = match.score();
        }
        byOwner = kept;
    }

    private void beginnings() {
        for (int entry : entries.beginning(text)) {
            boolean whole = entries.length(entry) == text.length();
            Tier tier = !whole ? Tier.BEGINNING : entries.role(entry) == Name.Role.PREFERRED ? Tier.LABEL : Tier.ALIAS;
            offer(tier, entries.isWordEnd(entry, text.length()) ? 0 : 1, entry, 0, text.length());
        }
    }

    private void insides() {
        for (int entry : grams.candidates(text)) {
            insides(entry, 0, text);
        }
    }

    /** Where a string stands inside an entry; the best place is offered. */
    private void insides(int entry, int penalty, String part) {
        int at = place(entry, part);
        if (at > 0) {
            boolean start = entries.isWordStart(entry, at);
            int half = entries.isWordEnd(entry, at + part.length()) ? 0 : 1;
            offer(start ? Tier.WORDS : Tier.INSIDE, penalty + half, entry, at, at + part.length());
        }
    }

    /**
     * Returns the best place of a string in an entry, negative where there is none: the first at which a word begins, else
     * the first. Latin letters count inside a word only from three on, and not across two words.
     */
    private int place(int entry, String part) {
        String whole = entries.text(entry);
        boolean latin = !Han.is(part.charAt(0));
        int inside = -1;
        for (int at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
            if (entries.isWordStart(entry, at)) {
                return at;
            }
            boolean counts = !latin || (part.length() > 2 && !entries.crossesWords(entry, at, at + part.length()));
            if (inside < 0 && counts) {
                inside = at;
            }
        }
        return inside;
    }

    /** Several words in any order, Chinese and Latin mixed. */
    private void words() {
        List<String> words = typed.words();
        if (words.size() < 2 || words.size() > MAX_WORDS) {
            return;
        }
        int[] fewest = null;
        for (String word : words) {
            if (word.length() > 1 || Han.is(word.charAt(0))) {
                int[] some = grams.candidates(word);
                fewest = fewest == null || some.length < fewest.length ? some : fewest;
            }
        }
        if (fewest != null) {
            for (int entry : fewest) {
                words(entry, words);
            }
        }
    }

    private void words(int entry, List<String> words) {
        boolean starts = true;
        int from = Integer.MAX_VALUE;
        int to = 0;
        int letters = 0;
        for (String word : words) {
            int at = place(entry, word);
            if (at < 0) {
                return;
            }
            starts &= entries.isWordStart(entry, at);
            if (at < from) {
                from = at;
                to = at + word.length();
            }
            letters += word.length();
        }
        if (letters <= entries.length(entry)) {
            offer(starts ? Tier.WORDS : Tier.INSIDE, 2, entry, from, to);
        }
    }

    /** Names that stand inside what was typed, such as those in a whole question; the longest are likeliest meant. */
    private void mentions() {
        for (int from = 0; from < text.length(); from++) {
            for (int to = Math.min(text.length(), from + LONGEST_MENTION); to >= from + SHORTEST_MENTION; to--) {
                boolean latin = !Han.is(text.charAt(from)) || !Han.is(text.charAt(to - 1));
                if (latin && !(typed.isWordStart(from) && typed.isWordEnd(to))) {
                    continue;
                }
                String part = text.substring(from, to);
                for (int entry : entries.equalTo(part)) {
                    offer(Tier.MENTIONED, LONGEST_MENTION - part.length(), entry, 0, part.length());
                }
            }
        }
    }

    private void slips() {
        String spelled = PinyinIndex.spell(text);
        if (!isLetters(text) && isLetters(spelled) && text.length() >= 2) {
            pinyin.find(spelled, (entry, fit, from, to) -> {
                if (fit == PinyinIndex.Fit.WHOLE || fit == PinyinIndex.Fit.BEGINNING) {
                    offer(Tier.FUZZY, fit.rank(), entry, from, to);
                }
            });
        }
        byte[] distances = fuzzy.near(text);
        List<String> words = typed.words();
        if (words.size() > 1 && words.size() <= MAX_WORDS) {
            byte[] all = nearOrIn(words.getFirst());
            for (String word : words.subList(1, words.size())) {
                byte[] some = nearOrIn(word);
                for (int entry = 0; entry < all.length; entry++) {
                    boolean far = all[entry] == FuzzyIndex.FAR || some[entry] == FuzzyIndex.FAR;
                    all[entry] = far ? FuzzyIndex.FAR : (byte) (all[entry] + some[entry]);
                }
            }
            for (int entry = 0; entry < all.length; entry++) {
                distances[entry] = (byte) Math.min(distances[entry], all[entry]);
            }
        }
        for (int entry = 0; entry < distances.length; entry++) {
            int distance = distances[entry];
            if (distance != FuzzyIndex.FAR) {
                boolean whole = Math.abs(entries.length(entry) - text.length()) <= distance;
                // Several words that are nearly a whole name mean it rather than a shorter name among them.
                Tier tier = whole && words.size() > 1 ? Tier.NEARLY : Tier.FUZZY;
                offer(tier, 2 + 4 * distance + (whole ? 0 : 2), entry, 0, entries.length(entry));
            }
        }
    }

    private byte[] nearOrIn(String word) {
        byte[] distances = fuzzy.near(word);
        for (int entry : grams.candidates(word)) {
            if (!entries.isQuestion(entry) && place(entry, word) >= 0) {
                distances[entry] = 0;
            }
        }
        return distances;
    }

    private static boolean isLetters(String text) {
        return !text.isEmpty() && text.chars().allMatch(one -> one >= 'a' && one <= 'z');
    }

    /**
     * Takes a match where it is its owner's best. From the highest bits down the score holds the tier, whether it is a
     * question, how the tier's rule weighs it, the name's role, the letters that the name has more than were typed, and
     * how few edges the concept has.
     */
    private void offer(Tier tier, int within, int entry, int from, int to) {
        long longer = Math.min(1023, Math.abs(entries.length(entry) - text.length()));
        long light = 1023L - Math.min(1023, entries.weight(entry));
        long score = least(tier)
                | (entries.isQuestion(entry) ? 1L << 49 : 0)
                | (long) Math.min(127, within) << 42
                | (long) rank(entries.role(entry)) << 40
                | longer << 20
                | light;
        if (tier.compareTo(bestTier) < 0) {
            bestTier = tier;
        }
        if (score > worst) {
            return;
        }
        Match known = byOwner.get(entries.owner(entry));
        if (known == null || score < known.score()) {
            byOwner.put(entries.owner(entry), new Match(score, tier, entry, from, to));
        }
        if (byOwner.size() > MOST_GATHERED * limit) {
            forgetTheRest();
        }
    }

    private static int rank(Name.Role role) {
        return switch (role) {
            case PREFERRED -> 0;
            case ALTERNATIVE -> 1;
            case HIDDEN -> 2;
        };
    }
}
