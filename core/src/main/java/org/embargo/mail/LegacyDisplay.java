package org.embargo.mail;

/** Lines that repeat protected fields for programs that don't know them (RFC 9788 section 4.10.1). */
final class LegacyDisplay {

    private LegacyDisplay() {}

    /** Where the text proper begins: after the first empty line, if such lines are declared. */
    static int end(PartHeader header, Scope scope, byte[] text) {
        boolean declared = scope.encrypted()
                && header.parameter("hp-legacy-display").filter("1"::equals).isPresent();
        if (!declared) {
            return 0;
        }
        boolean lineIsEmpty = true;
        for (int at = 0; at < text.length; at++) {
            if (text[at] == '\n' && lineIsEmpty) {
                return at + 1;
            }
            lineIsEmpty = text[at] == '\n' || (lineIsEmpty && text[at] == '\r');
        }
        return 0;
    }
}
