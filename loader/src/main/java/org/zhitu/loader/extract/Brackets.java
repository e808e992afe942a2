package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names that a text gives twice, once in brackets: a Chinese name with its English one, a long form with its
 * abbreviation, either way round.
 */
final class Brackets {
    private static final Pattern BRACKETED = Pattern.compile("\\s?[(（]\\s*([^()（）\\n]{2,60}?)\\s*[)）]");
    private static final Pattern LAST_CHINESE = Pattern.compile("[\\p{IsHan}A-Za-z0-9-]*\\p{IsHan}$");
    private static final Pattern LAST_ENGLISH = Pattern.compile("(?:[A-Za-z][\\w-]*[ ]){0,6}[A-Za-z][\\w-]*$");
    private static final Pattern LETTERS = Pattern.compile("[A-Z][A-Za-z0-9-]{1,9}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z][A-Za-z0-9-]*(?: [A-Za-z0-9-]+){0,5}");
    private static final Pattern INSIDE = Pattern.compile(
            "(?:简称|即|全称|又称|英文|i\\.e\\.|aka)?[:： ]*([^,，、;；/]+?)\\s*(?:[,，、;；/]\\s*(?:简称|abbreviated )?([A-Z][A-Za-z0-9-]{1,9}))?");
    private static final Pattern NO_NAME = Pattern.compile(
            ".*(?:[的了是在我你他她它这那有和与及或把被让从到对于为之其吗呢吧啊哪怎谁几不没很都也就还要会能可应该将向用使给叫做]|简称|称作|即(?!时)|探讨|讨论|什么|如何|以及|进行|通过|一下|一个|其中|例如|采用|引入|提出)");

    /** How far before a bracket a name may start, in UTF-16 code units. */
    private static final int REACH = 80;

    private Brackets() {}

    /** One concept's names, at least two of them. */
    record Names(Optional<String> english, Optional<String> chinese, Optional<String> abbreviation) {}

    /** Returns the names that a text gives in two forms, in its order. */
    static List<Names> in(String text) {
        if (text.indexOf('(') < 0 && text.indexOf('（') < 0) {
            return List.of();
        }
        List<Names> found = new ArrayList<>();
        Matcher bracket = BRACKETED.matcher(text);
        while (bracket.find()) {
            String before = text.substring(Math.max(0, bracket.start() - REACH), bracket.start());
            Matcher inside = INSIDE.matcher(bracket.group(1));
            if (inside.matches()) {
                names(before, inside.group(1), Optional.ofNullable(inside.group(2)))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Names> names(String before, String inside, Optional<String> letters) {
        char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        boolean lineEnd = Character.isWhitespace(last) || last == '\u0085';
        Matcher chinese = LAST_CHINESE.matcher(before);
        if ((lineEnd || last >= 0x2e80) && chinese.find()) {
            String name = withoutLeadIn(chinese.group());
            return Terms.isChineseTerm(name) ? chineseThen(name, inside, letters) : Optional.empty();
        }
        boolean mayBeNamed = lineEnd
                || (isWordCharacter(last)
                        && (LETTERS.matcher(inside).matches() || Terms.isTechnical(lastWord(before))));
        Matcher english = LAST_ENGLISH.matcher(before);
        return mayBeNamed && english.find() ? englishThen(english.group(), inside) : Optional.empty();
    }

    /** Returns the characters of a word, from its first letter on, that a text ends in. */
    private static String lastWord(String text) {
        int start = text.length();
        while (start > 0 && isWordCharacter(text.charAt(start - 1))) {
            start--;
        }
        while (start < text.length() && !isLetter(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    private static boolean isWordCharacter(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static Optional<Names> chineseThen(String chinese, String inside, Optional<String> letters) {
        if (!ENGLISH.matcher(inside).matches() || !Terms.isLatinTerm(inside)) {
            return Optional.empty();
        }
        boolean words = inside.indexOf(' ') > 0;
        if (words) {
            boolean fits = letters.map(each -> abbreviates(each, inside)).orElse(true);
            return fits ? Optional.of(new Names(Optional.of(inside), Optional.of(chinese), letters)) : Optional.empty();
        }
        boolean isAbbreviation = LETTERS.matcher(inside).matches() && inside.equals(inside.toUpperCase(Locale.ROOT));
        return isAbbreviation && chinese.length() >= 3 && Terms.isTechnical(inside)
                ? Optional.of(new Names(Optional.empty(), Optional.of(chinese), Optional.of(inside)))
                : Optional.empty();
    }

    private static Optional<Names> englishThen(String english, String inside) {
        if (LETTERS.matcher(inside).matches()) {
            return longForm(english, inside)
                    .filter(Terms::isLatinTerm)
                    .map(form -> new Names(Optional.of(form), Optional.empty(), Optional.of(inside)));
        }
        String word = english.substring(english.lastIndexOf(' ') + 1);
        if (!Terms.isTechnical(word)) {
            return Optional.empty();
        }
        if (ENGLISH.matcher(inside).matches() && Terms.isLatinTerm(inside) && abbreviates(word, inside)) {
            return Optional.of(new Names(Optional.of(inside), Optional.empty(), Optional.of(word)));
        }
        return Terms.isChineseTerm(inside) && Terms.endsInHeadNoun(inside)
                ? Optional.of(new Names(Optional.empty(), Optional.of(inside), Optional.of(word)))
                : Optional.empty();
    }

    /** Returns the end of a run of Chinese after the last words that no name holds. */
    private static String withoutLeadIn(String run) {
        Matcher leadIn = NO_NAME.matcher(run);
        return leadIn.lookingAt() ? run.substring(leadIn.end()) : run;
    }

    /** Returns the fewest last words whose initials are the letters of an abbreviation. */
    private static Optional<String> longForm(String words, String abbreviation) {
        String[] parts = words.split(" ", -1);
        for (int n = 1; n <= parts.length; n++) {
            String form = String.join(" ", List.of(parts).subList(parts.length - n, parts.length));
            if (abbreviates(abbreviation, form)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /**
     * Says whether letters abbreviate words: all of them, or those in capitals, are the initials in order; words such as
     * "of" may lack one.
     */
    private static boolean abbreviates(String letters, String words) {
        StringBuilder initials = new StringBuilder();
        for (String word : words.toLowerCase(Locale.ROOT).split("[ -]", -1)) {
            boolean small = word.equals("of") || word.equals("for") || word.equals("and") || word.equals("the");
            if (!word.isEmpty() && !small) {
                initials.append(word.charAt(0));
            }
        }
        String all = letters.replaceAll("[^A-Za-z]", "").replaceFirst("(?<=[A-Z])s$", "");
        String capitals = letters.replaceAll("[^A-Z]", "");
        return initials.length() >= 2
                && (initials.toString().equals(all.toLowerCase(Locale.ROOT))
                        || (capitals.length() >= 2 && initials.toString().equals(capitals.toLowerCase(Locale.ROOT))));
    }
}
