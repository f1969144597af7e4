package org.balcao.referral.note;

import java.util.Optional;

/**
 * Finds in a note what a referral must never hold: numbers of telephones and papers, dates, addresses of the web, of mail and of a street.
 * It knows the digits of every script, signs that nobody sees, and numbers in words. The rules look for what people write; whoever wants to
 * hide something can.
 */
public final class NoteCheck {
    /** What may not stay, and what would be right. */
    public enum Kind {
        NUMBER(
                "number",
                "holds what looks like a number of a telephone or paper: leave it out; small numbers may stay"),
        DATE("date", "holds what looks like a date or a year of birth: leave it out, or say for how long or how old"),
        MAIL_ADDRESS(
                "mail_address", "holds what looks like an address of mail or the name of an account: leave it out"),
        WEB_ADDRESS(
                "web_address",
                "holds what looks like an address of the web: leave it out; put a space after a full stop"),
        STREET("street", "holds what looks like a street with a number: leave it out; the municipality is enough");

        private final String word;
        private final String right;

        Kind(String word, String right) {
            this.word = word;
            this.right = right;
        }

        /** As it stands in a test and in a list. */
        public String word() {
            return word;
        }

        /** What is wrong and what would be right, to follow the name of a field. */
        public String right() {
            return right;
        }
    }

    private NoteCheck() {}

    /** Reads the words that the rules know; else the first note does. */
    public static void readWords() {
        in("a");
    }

    /** The first thing that may not stay; nothing if all may. */
    public static Optional<Kind> in(String note) {
        String text = PlainText.of(note);
        if (Addresses.hasMail(text)) {
            return Optional.of(Kind.MAIL_ADDRESS);
        }
        if (Addresses.hasWeb(text)) {
            return Optional.of(Kind.WEB_ADDRESS);
        }
        if (Dates.in(text)) {
            return Optional.of(Kind.DATE);
        }
        if (Streets.in(text)) {
            return Optional.of(Kind.STREET);
        }
        if (Numbers.in(text)) {
            return Optional.of(Kind.NUMBER);
        }
        return Optional.empty();
    }
}
