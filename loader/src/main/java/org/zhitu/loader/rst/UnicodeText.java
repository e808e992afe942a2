package org.zhitu.loader.rst;

import java.util.Locale;
import java.util.regex.Pattern;

/** Characters written as codes, such as {@code 0x2014} or {@code U+4E00}, with text between them. */
final class UnicodeText {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private UnicodeText() {}

    static String of(String written) {
        int comment = written.indexOf(" ..");
        String codes = (comment < 0 ? written : written.substring(0, comment)).strip();
        StringBuilder text = new StringBuilder();
        if (codes.isEmpty()) {
            return "";
        }
        boolean code = true;
        for (String word : SPACE.split(codes, -1)) {
            int character = character(word);
            boolean before = code;
            code = character >= 0;
            if (!text.isEmpty() && !before && !code) {
                text.append(' ');
            }
            if (code) {
                text.appendCodePoint(character);
            } else {
                text.append(word);
            }
        }
        return text.toString();
    }

    /** Returns the character that a code stands for; -1 for a word. */
    private static int character(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (String prefix : new String[] {"0x", "\\x", "u+", "\\u", "x", "&#x"}) {
            if (lower.startsWith(prefix)) {
                String digits = lower.substring(prefix.length());
                return number(digits.endsWith(";") ? digits.substring(0, digits.length() - 1) : digits, 16);
            }
        }
        return number(lower, 10);
    }

    private static int number(String digits, int radix) {
        if (digits.isEmpty() || digits.length() > 7 || digits.charAt(0) == '-' || digits.charAt(0) == '+') {
            return -1;
        }
        try {
            int number = Integer.parseInt(digits, radix);
            return Character.isValidCodePoint(number) ? number : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
