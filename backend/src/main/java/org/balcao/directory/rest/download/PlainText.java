package org.balcao.directory.rest.download;

import java.util.regex.Pattern;

/** Texts of records without what no format can hold. */
final class PlainText {

    private static final Pattern LINES = Pattern.compile("\\r\\n?|\\u0085|\\u2028|\\u2029");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}&&[^\\n]]|[\\ufffe\\uffff]");

    private PlainText() {}

    /** Lines end with a line feed; tabs and other control characters are spaces. */
    static String clean(String text) {
        return UNFIT.matcher(LINES.matcher(text).replaceAll("\n")).replaceAll(" ");
    }
}
