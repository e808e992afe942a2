package org.zhitu.loader.rst;

/** Backslashes: each takes the meaning from the character after it, and white space after one vanishes. */
final class Escapes {
    private Escapes() {}

    static String resolve(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder resolved = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                resolved.append(c);
            } else if (i + 1 < text.length()) {
                i++;
                if (!Character.isWhitespace(text.charAt(i))) {
                    resolved.append(text.charAt(i));
                }
            }
        }
        return resolved.toString();
    }

    static boolean isEscaped(String text, int at) {
        int backslashes = 0;
        while (backslashes < at && text.charAt(at - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
