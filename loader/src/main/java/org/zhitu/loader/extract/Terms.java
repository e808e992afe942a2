package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether words that nobody knows look like the name of a concept; what never is one is in {@code generic-terms.txt}. */
final class Terms {
    private static final Pattern LATIN =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9+#.]*(?:[ -][A-Za-z0-9][A-Za-z0-9+#.]*){0,4}");
    private static final Pattern LATIN_GAP = Pattern.compile("[ -]");
    private static final Pattern CHINESE =
            Pattern.compile("[\\p{IsHan}A-Za-z0-9+-]*\\p{IsHan}[\\p{IsHan}A-Za-z0-9+-]*");
    private static final Pattern FUNCTION_ZH = Pattern.compile(
            "^[一二两三四五六七八九十]+[个种类]|[的了是在我你他她它这那有和与及或把被让从到对为之其吗呢吧啊哪怎谁几不没很都也就还要会能可应该]|什么|如何|以及|进行|通过|使用|一下|一个");
    private static final Set<String> FUNCTION_EN = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "first", "for", "from", "get", "go",
            "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "let", "make", "more", "my", "no", "not",
            "of", "on", "or", "our", "out", "see", "so", "some", "that", "the", "their", "then", "there", "these",
            "this", "to", "up", "use", "using", "vs", "was", "we", "what", "when", "where", "which", "who", "why",
            "will", "with", "you", "your");
    private static final Pattern VERB_FIRST = Pattern.compile(
            "定义|训练|实现|选择|读取|加载|构建|使用|下载|创建|编写|测试|评估|保存|修改|理解|学习|优化|简单|基本|常用|常见|各种|多个|两种|三种|其它|不同"
                    + "|(?i:\\w+ing\\s+(?:the|an?|your|our)\\b|(?:our|your|my|other|some|simple|basic|common|different|build|create|define|train|implement|load|run|test)\\b)");
    private static final Pattern TECHNICAL = Pattern.compile(
            "\\b(?:[A-Z][A-Z0-9]{1,9}s?|[a-z]+[A-Z]\\w*|[A-Z][a-z0-9]+[A-Z]\\w*|\\w*[A-Za-z]\\d\\w*|\\w*\\d[A-Za-z]\\w*)\\b");

    private static final Set<String> EXACT = new HashSet<>();
    private static final List<String> HEAD_NOUNS =
            Table.read("head-nouns.txt", 1).stream().map(row -> row[0]).toList();
    private static final List<String> ENDINGS = new ArrayList<>();
    private static final List<String> BEGINNINGS = new ArrayList<>();

    static {
        for (String[] row : Table.read("generic-terms.txt", 1)) {
            String word = row[0];
            if (word.startsWith("*")) {
                ENDINGS.add(word.substring(1));
            } else if (word.endsWith("*")) {
                BEGINNINGS.add(word.substring(0, word.length() - 1));
            } else {
                EXACT.add(word);
            }
        }
    }

    private Terms() {}

    /** Says whether a text has the shape of a concept's name. */
    static boolean isTerm(String text) {
        return isLatinTerm(text) || isChineseTerm(text);
    }

    /** Says whether a text has the shape of a concept's name and a spelling that only technical terms have. */
    static boolean isTechnical(String text) {
        return isLatinTerm(text) && TECHNICAL.matcher(text).find();
    }

    /** Says whether a text has the shape of a concept's name of several words and ends as many of them do. */
    static boolean endsInHeadNoun(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return isTerm(text)
                && HEAD_NOUNS.stream().anyMatch(noun -> folded.length() > noun.length() && endsAsWord(folded, noun))
                && !VERB_FIRST.matcher(text).lookingAt();
    }

    static boolean isLatinTerm(String text) {
        if (text.length() < 2 || text.length() > 48 || !LATIN.matcher(text).matches()) {
            return false;
        }
        String[] words = LATIN_GAP.split(text.toLowerCase(Locale.ROOT), -1);
        boolean letters = text.chars().filter(Character::isLetter).count() >= 2;
        for (int i = 0; i < words.length; i++) {
            boolean inner = i > 0 && i < words.length - 1;
            if (FUNCTION_EN.contains(words[i]) && !(inner && words[i].equals("of"))) {
                return false;
            }
        }
        return letters && !isGeneric(text);
    }

    static boolean isChineseTerm(String text) {
        return text.length() >= 2
                && text.length() <= 12
                && CHINESE.matcher(text).matches()
                && !FUNCTION_ZH.matcher(text).find()
                && !isGeneric(text);
    }

    /** Says whether the words are too general to be a concept, such as 参考资料 or {@code Further reading}. */
    static boolean isGeneric(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        if (EXACT.contains(folded)) {
            return true;
        }
        for (String ending : ENDINGS) {
            if (endsAsWord(folded, ending)) {
                return true;
            }
        }
        for (String beginning : BEGINNINGS) {
            if (startsAsWord(folded, beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsAsWord(String text, String ending) {
        int at = text.length() - ending.length();
        return text.endsWith(ending)
                && (at == 0 || ending.charAt(0) >= 0x2e80 || !Character.isLetter(text.charAt(at - 1)));
    }

    private static boolean startsAsWord(String text, String beginning) {
        int end = beginning.length();
        return text.startsWith(beginning)
                && (end == text.length()
                        || beginning.charAt(end - 1) >= 0x2e80
                        || !Character.isLetter(text.charAt(end)));
    }
}
