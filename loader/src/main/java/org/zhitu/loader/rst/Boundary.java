package org.zhitu.loader.rst;

/**
 * Where inline markup may begin and end.
 *
 * @see <a href="https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup-recognition-rules">
 *     Inline markup recognition rules</a>
 */
final class Boundary {
    private static final String OPENING = "\"'(<[{‘“「『（《〈【〔［｛«‹";
    private static final String CLOSING = "\"')>]}’”」』）》〉】〕］｝»›";

    private Boundary() {}

    /** Says whether markup may begin after a character. */
    static boolean before(char c) {
        if (c < 0x80) {
            return c <= ' ' || "\"'(<[{-/:".indexOf(c) >= 0;
        }
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || switch (Character.getType(c)) {
                    case Character.START_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    /** Says whether markup may end before a character. */
    static boolean after(char c) {
        if (c < 0x80) {
            return c <= ' ' || "\"')>]}-/:.,;!?\\".indexOf(c) >= 0;
        }
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || switch (Character.getType(c)) {
                    case Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    /** Says whether a character belongs to a script that is written without spaces between words. */
    static boolean isUnspaced(char c) {
        return c >= 0x2e80 && (Character.isIdeographic(c) || (c < 0x3400 && Character.isLetter(c)));
    }

    /** Says whether two characters quote what stands between them. */
    static boolean quotes(char before, char after) {
        int opening = OPENING.indexOf(before);
        return opening >= 0 && CLOSING.charAt(opening) == after;
    }
}
