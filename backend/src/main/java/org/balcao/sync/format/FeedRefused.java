package org.balcao.sync.format;

/** Why a delivery as a whole cannot be taken. Nothing of it was. */
public final class FeedRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /** @param code stable, for programs: too_large, bomb, encoding, not_json, empty … */
    public FeedRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
