package org.balcao.sync.model;

/**
 * Something about a record that its publisher has to know.
 *
 * @param level error or warning
 * @param pointer where (RFC 6901), or the column of a table
 * @param code stable, for programs: missing, not_text, too_long, not_a_date …
 * @param message for people, in English; the page has the others
 * @param nearest of the values that are allowed the one that was probably meant; or null
 */
public record Problem(String level, String pointer, String code, String message, String nearest) {
    public static Problem error(String pointer, String code, String message) {
        return new Problem("error", pointer, code, message, null);
    }

    public static Problem warning(String pointer, String code, String message) {
        return new Problem("warning", pointer, code, message, null);
    }

    public boolean keepsBack() {
        return level.equals("error");
    }
}
