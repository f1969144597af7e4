package org.balcao.directory.model;

import java.util.Arrays;
import java.util.Optional;

/** Why a record stays as it is here, although the starter data say otherwise now. */
public enum LeftAlone {
    LOCKED("locked", "the national team holds fields of it"),
    LOOKED_AFTER("looked_after", "somebody here edited it, delivers it, found it right or made it one of two"),
    GONE("gone_here", "it was withdrawn here, or merged into another"),
    OF_ANOTHER("not_yours", "its id belongs to a record of somebody else"),
    NOT_SHIPPED("not_shipped", "it is not among the starter data any more, and stays until somebody here withdraws it");

    private final String code;
    private final String reason;

    LeftAlone(String code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /** For programs. */
    public String code() {
        return code;
    }

    /** For people, in English. */
    public String reason() {
        return reason;
    }

    /** Which one a line of a report gives as its reason; empty if that is another one. */
    public static Optional<LeftAlone> of(String reason) {
        return Arrays.stream(values())
                .filter(each -> each.reason.equals(reason))
                .findFirst();
    }
}
