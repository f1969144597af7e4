package org.balcao.outbound;

/** Another server could not be asked, or did not answer as it should. */
public class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why: in a word for programs, and in a sentence. */
    public enum Reason {
        NOT_AN_ADDRESS("It is no web address that begins with https://, without a user name."),
        ADDRESS_NOT_PUBLIC("It leads to an address that is not of the public internet."),
        NOT_REACHABLE("Nobody answers there, or not with a certificate that can be trusted."),
        TOO_SLOW("The answer did not come in time."),
        TOO_LARGE("The answer is larger than is taken."),
        REFUSED("The server answers with a no.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;

    public Unreachable(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    Unreachable(Reason reason, Exception cause) {
        super(reason.sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Such as {@code address_not_public}. */
    public String code() {
        return reason.name().toLowerCase(java.util.Locale.ROOT);
    }
}
