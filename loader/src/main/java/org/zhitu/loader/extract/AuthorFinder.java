package org.zhitu.loader.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhitu.loader.lexicon.Lexicon;
import org.zhitu.loader.lexicon.Surroundings;

/**
 * Finds who made what an address leads to, in the words of its link and in those that touch it. Precision comes first: a
 * name counts where its form or what stands beside it says that it is an author's: after {@code by} or 作者, before
 * {@code et al.}, 等 or 老师, with a year in brackets, at the beginning of an entry of a list of references.
 */
final class AuthorFinder {
    /** Most of the words around a link that are looked at, in UTF-16 code units. */
    private static final int REACH = 200;

    private static final int LONGEST_NAME = 120;

    private static final String GIVEN = "(?:\\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’-]*|\\p{Lu}\\.(?:-?\\p{Lu}\\.)*)";
    private static final String SURNAME =
            "(?:(?:van|von|de|der|den|la|le|du|di|da|el)\\s+)*\\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’-]*";
    private static final String FULL_NAME = GIVEN + "(?:\\s+" + GIVEN + "){0,2}\\s+" + SURNAME;
    private static final String FULL_NAMES = FULL_NAME + "(?:(?:,\\s*(?:and\\s+|&\\s*)?|\\s+and\\s+|\\s*&\\s*)"
            + FULL_NAME + "){0,11}+(?:,?\\s+et al\\.?)?";
    private static final String ET_AL = SURNAME + ",?\\s+et\\.?\\s+al\\.?+";
    private static final String HAN_ET_AL = "(?:" + SURNAME + "|\\p{IsHan}{2,3})\\s*等人?";
    private static final String PAIR = SURNAME + "\\s*(?:and|&)\\s*" + SURNAME;
    private static final String YEAR = "(?:19|20)\\d\\d[a-z]?";
    private static final String INITIALS = "\\p{Lu}\\.(?:[\\s-]?\\p{Lu}\\.)*";
    private static final String INVERTED = SURNAME + ",?\\s+" + INITIALS;
    private static final String INVERTED_NAMES = INVERTED + "(?:(?:,\\s*(?:and\\s+|&\\s*)?|\\s+and\\s+|\\s*&\\s*|;\\s*)"
            + INVERTED + "){0,19}+(?:,?\\s+et al\\.?)?";

    /** A name in a citation, with what shows that it is one. */
    private static final String CITED = "(?:(?<one>" + ET_AL + "|" + HAN_ET_AL + ")(?:[,，]?\\s*[(（]?" + YEAR + "[)）]?)?"
            + "|(?<two>" + PAIR + ")[,，]?\\s*[(（]?" + YEAR + "[)）]?"
            + "|[(（\\[【](?<three>" + SURNAME + ")[,，]?\\s+" + YEAR + "[)）\\]】])";

    private static final String EDGE = "[\\s,，.。:：;；、()（）\\[\\]【】—–|>*_\"“”-]*";
    private static final String ORIGIN =
            "(?:['’]s|的|在)?\\s*(?:(?:原|这篇|经典|original|seminal)?\\s*(?:论文|文章|工作|paper|article|work))?";
    private static final Pattern CITED_BEFORE = Pattern.compile("(?:^|[^\\p{L}])" + CITED + ORIGIN + EDGE + "$");
    private static final Pattern CITED_AFTER = Pattern.compile("^" + EDGE + CITED + "(?=[^\\p{L}]|$)");
    private static final Pattern CITED_AT_START = Pattern.compile("^\\s*" + CITED + "(?=[^\\p{L}]|$)");
    private static final Pattern CITED_AT_END = Pattern.compile("(?:^|[^\\p{L}])" + CITED + EDGE + "$");

    private static final String BY_NAME = "(?:[Bb]y|作者\\s*[:：])\\s+(?<name>" + FULL_NAMES + "|" + ET_AL
            + ")(?=\\s*(?:[,，.。:：;；)）\\]】|(（\\[【—–-]|$|\\d|\\p{IsHan}|at\\b|on\\b|in\\b|from\\b))";
    private static final Pattern BY = Pattern.compile("(?<![\\p{L}\\d])" + BY_NAME);
    /** Within a title, where by is a word like others, a mark stands before it. */
    private static final Pattern BY_IN_LINK = Pattern.compile("(?:^|[,，(（|—–-])\\s*" + BY_NAME);

    private static final Pattern TIE = Pattern.compile("[\\s(（\\[【,，—–|-]{0,6}");
    private static final Pattern LABELLED =
            Pattern.compile("(?:作者|主讲人?|讲师|讲者|主讲老师|[Aa]uthors?|[Ss]peaker|[Ll]ecturer)\\s*[:：]\\s*(?<name>"
                    + FULL_NAMES + "|" + INVERTED_NAMES + "|" + ET_AL
                    + "|(?:\\p{IsHan}{2,4}(?:[、,，]\\s*\\p{IsHan}{2,4}(?![\\p{IsHan}])){0,5}"
                    + "|@?[\\p{L}\\p{N}_.-]{2,30}))(?=$|[\\s,，。;；|)）\\]】(（\ufffc《]|老师)");

    private static final String TITLE_OR_YEAR = "\\s*[(（]" + YEAR + "[)）]|[.,]?\\s+" + YEAR + "[.,:]|[,.:]\\s*[\"“《«]";
    private static final Pattern ENTRY =
            Pattern.compile("^\\s*(?:(?<name>" + INVERTED_NAMES + "|" + FULL_NAMES + "|" + ET_AL + "|" + PAIR + ")(?:"
                    + TITLE_OR_YEAR + "|\\s+[\"“])|(?<sole>" + SURNAME + ")(?:" + TITLE_OR_YEAR + "))");
    private static final Pattern LABEL = Pattern.compile("\\[[^\\]]{1,20}\\]\\s*");
    private static final Pattern ENTRY_OF_INITIALS =
            Pattern.compile("^\\s*(?<name>" + INVERTED_NAMES + ")[.:,]?\\s+\\p{Lu}\\p{L}+");

    private static final Pattern HAN_LIST = Pattern.compile("[、,，]");
    private static final Pattern WORDS = Pattern.compile("[\\s,.&;]+");

    private static final String MADE = "(?:课程?|公开课|视频|讲座|讲解|讲义|教程|专栏|博客|博文|文章|书|论文|笔记|课件|推导|直播|PPT|ppt|slides)";
    private static final Pattern TEACHER = Pattern.compile("(?<name>\\p{IsHan}{2,3})(?:老师|教授|博士)");
    private static final Pattern MAKER =
            Pattern.compile("(?<name>\\p{IsHan}{2,3})(?:大神|大佬|同学|前辈)?的[\\p{IsHan}A-Za-z]{0,8}?" + MADE);
    private static final Pattern BEFORE_TITLE = Pattern.compile("(?<name>\\p{IsHan}{2,3})\\s*(?:著|主编)?[，,]?\\s*《");
    private static final Pattern AFTER_TITLE =
            Pattern.compile("》\\s*[，,(（\\s]\\s*(?<name>\\p{IsHan}{2,3})\\s*(?:著|等著|编)?(?=[)）\\s，,。；;\ufffc]|$)");
    private static final Pattern LEAD_IN = Pattern.compile("(?:参考|参见|推荐|来自|出自|看|见|读|听|学|自|由|是|和|与|、|：|及|有|先|了|过|用)$");

    private static final Set<String> SURNAMES =
            Table.read("surnames.txt", 1).stream().map(row -> row[0]).collect(Collectors.toCollection(TreeSet::new));
    private static final Set<String> NO_NAMES =
            Table.read("no-names.txt", 1).stream().map(row -> row[0]).collect(Collectors.toCollection(TreeSet::new));

    private final Lexicon lexicon;

    AuthorFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * A name and where it stands.
     *
     * @param start its offset in the words it was found in
     */
    record Found(String name, int start, Part part) {}

    /** The words that a name may stand in. */
    enum Part {
        BEFORE("author-before-link"),
        LINK("author-in-link"),
        AFTER("author-after-link");

        private final String method;

        Part(String method) {
            this.method = method;
        }

        /** Returns the method of the evidence. */
        String method() {
            return method;
        }
    }

    /**
     * Returns the author of what a link leads to.
     *
     * @param before the words before it on its line, up to the link before it
     * @param link   its own words; empty where the address stands for itself
     * @param after  the words after it, up to the next link
     * @param isFirst whether nothing before it can belong to another link
     * @param only    whether it is the only link of its paragraph
     */
    Optional<Found> find(String before, String link, String after, boolean isFirst, boolean only) {
        String near = before.length() <= REACH ? before : before.substring(before.length() - REACH);
        int cut = before.length() - near.length();
        String next = after.length() <= REACH ? after : after.substring(0, REACH);
        String own = link.length() <= REACH ? link : link.substring(0, REACH);
        return first(own, 0, Part.LINK, BY_IN_LINK, LABELLED, CITED_AT_START, CITED_AT_END)
                .or(() -> han(own, 0, Part.LINK))
                .or(() -> first(next, 0, Part.AFTER, CITED_AFTER))
                .or(() -> touching(next))
                .or(() -> isFirst || !CITED_AFTER.matcher(near).find()
                        ? first(near, cut, Part.BEFORE, CITED_BEFORE)
                        : Optional.empty())
                .or(() -> only && cut == 0 ? entry(before) : Optional.empty())
                .or(() -> only ? labelled(near, cut, next) : Optional.empty())
                .or(() ->
                        han(lastClause(near), before.length() - lastClause(near).length(), Part.BEFORE));
    }

    private Optional<Found> entry(String before) {
        int start = QuestionPhrase.afterEnumerator(before, 0);
        Matcher label = LABEL.matcher(before).region(start, before.length());
        int from = label.lookingAt() ? label.end() : start;
        return first(before.substring(from), from, Part.BEFORE, ENTRY, ENTRY_OF_INITIALS);
    }

    private Optional<Found> labelled(String near, int cut, String next) {
        return first(near, cut, Part.BEFORE, LABELLED).or(() -> first(next, 0, Part.AFTER, LABELLED));
    }

    /** Returns the name that {@code by} ties to a link right before it. */
    private Optional<Found> touching(String next) {
        Matcher by = BY.matcher(next);
        boolean ties = by.find() && TIE.matcher(next).region(0, by.start()).matches();
        return ties ? named(by, 0, Part.AFTER) : Optional.empty();
    }

    private Optional<Found> first(String text, int offset, Part part, Pattern... patterns) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                Optional<Found> found = named(matcher, offset, part);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Found> named(Matcher matcher, int offset, Part part) {
        for (String group : matcher.namedGroups().keySet().stream().sorted().toList()) {
            String name = matcher.group(group);
            if (name != null && isName(name)) {
                return Optional.of(new Found(name.strip(), offset + matcher.start(group), part));
            }
            String first = name == null ? "" : HAN_LIST.split(name, 2)[0];
            if (!first.equals(name) && isHanName(first)) {
                return Optional.of(new Found(first, offset + matcher.start(group), part));
            }
        }
        return Optional.empty();
    }

    /** Says whether words may be a name: no concept is called so, and one of Chinese characters starts with a surname. */
    private boolean isName(String words) {
        String bare = words.replaceFirst("\\s*等人?$", "");
        boolean han = bare.codePoints().anyMatch(Character::isIdeographic);
        return bare.length() <= LONGEST_NAME
                && WORDS.splitAsStream(bare).noneMatch(NO_NAMES::contains)
                && (!han || HAN_LIST.splitAsStream(bare).map(String::strip).allMatch(AuthorFinder::isHanName))
                && lexicon.find(bare, Surroundings.NONE).isEmpty();
    }

    private static boolean isHanName(String words) {
        return words.length() >= 2
                && words.length() <= 3
                && SURNAMES.contains(words.substring(0, 1))
                && !NO_NAMES.contains(words);
    }

    /** Returns a Chinese name that a title, a work or a book stands behind. */
    private Optional<Found> han(String text, int offset, Part part) {
        for (Pattern pattern : List.of(TEACHER, MAKER, BEFORE_TITLE, AFTER_TITLE)) {
            Matcher matcher = pattern.matcher(text);
            for (int from = 0; from < text.length() && matcher.find(from); from = matcher.start() + 1) {
                int start = matcher.start("name");
                String name = matcher.group("name");
                boolean begins = start == 0
                        || !Character.isIdeographic(text.charAt(start - 1))
                        || LEAD_IN.matcher(text.substring(0, start)).find();
                if (begins
                        && isHanName(name)
                        && lexicon.find(name, Surroundings.NONE).isEmpty()) {
                    return Optional.of(new Found(name, offset + start, part));
                }
            }
        }
        return Optional.empty();
    }

    private static String lastClause(String text) {
        String stripped = text.stripTrailing();
        int end = Math.max(stripped.lastIndexOf('。'), Math.max(stripped.lastIndexOf('；'), stripped.lastIndexOf('，')));
        return end == stripped.length() - 1 ? text : text.substring(end + 1);
    }
}
