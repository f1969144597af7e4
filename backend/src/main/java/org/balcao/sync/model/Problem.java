package org.balcao.sync.model;

/**
 * Something about a record that its publisher has to know.
 *
 * @param level {@code error}: the record is kept back; {@code left_out}: this value is left out, and the rest of the record is taken; {@code warning}: told
 * @param pointer where (RFC 6901), or the column of a table
 * @param code stable, for programs: missing, not_text, too_long, not_a_date …
 * @param message for people, in English; the page has the others
 * @param nearest of the values that are allowed the one that was probably meant; or null
 */
public record Problem(String level, String pointer, String code, String message, String nearest) {
    private static final String ERROR = "error";
    private static final String LEFT_OUT = "left_out";
    private static final int LONGEST_POINTER = 300;

    /** A feed's own names stand in pointers: no character of them may be one that cannot be stored. */
    public Problem {
        pointer = storable(pointer);
        message = storable(message);
        nearest = storable(nearest);
        if (pointer.length() > LONGEST_POINTER) {
            pointer = storable(pointer.substring(0, LONGEST_POINTER)) + "…";
        }
    }

    public static Problem error(String pointer, String code, String message) {
        return new Problem(ERROR, pointer, code, message, null);
    }

    public static Problem warning(String pointer, String code, String message) {
        return new Problem("warning", pointer, code, message, null);
    }

    /** A value that nobody needs to know the record by is wrong. */
    public static Problem leftOut(String pointer, String code, String message) {
        return error(pointer, code, message).leavesOut();
    }

    /** The same reason, but only for leaving out the value. */
    public Problem leavesOut() {
        return new Problem(LEFT_OUT, pointer, code, message + ", and was left out", nearest);
    }

    public boolean keepsBack() {
        return level.equals(ERROR);
    }

    public boolean dropsValue() {
        return level.equals(LEFT_OUT);
    }

    private static String storable(String text) {
        if (text == null || text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        return text.codePoints()
                .map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\ufffd' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
