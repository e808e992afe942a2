package org.zhitu.loader.rst;

/** The address of an explicit target: white space in it only wraps the line, and a mail address needs no scheme. */
final class Address {
    private Address() {}

    static String of(String written) {
        StringBuilder address = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\\' && i + 1 < written.length()) {
                i++;
                address.append(written.charAt(i));
            } else if (!Character.isWhitespace(c)) {
                address.append(c);
            }
        }
        boolean mail = address.indexOf("@") > 0 && address.indexOf(":") < 0 && address.indexOf("/") < 0;
        return mail ? "mailto:" + address : address.toString();
    }
}
