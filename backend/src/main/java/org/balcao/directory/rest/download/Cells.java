package org.balcao.directory.rest.download;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Services as the rows of a table. A spreadsheet takes a cell for a formula that begins with one of {@code = + - @}: an apostrophe before it
 * says that it is text (CWE-1236).
 */
final class Cells {

    private static final String BEGINS_A_FORMULA = "=+-@＝＋－＠";

    /** Excel takes no more; it is far longer than any text of ours should be. */
    private static final int LONGEST = 32_000;

    /** What the columns are called, as the fields of a row are. */
    static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "organization",
            "status",
            "description",
            "phone",
            "email",
            "url",
            "places",
            "municipalities",
            "districts",
            "areas",
            "opening_hours",
            "languages",
            "needs",
            "audiences",
            "delivery_modes",
            "application_process",
            "eligibility",
            "free",
            "fees",
            "confidence",
            "assured_date",
            "last_modified",
            "page");

    private Cells() {}

    /** The head and a row for each service, every cell harmless. */
    static List<List<String>> table(List<JsonNode> services, Links links) {
        return Stream.concat(Stream.of(COLUMNS), services.stream().map(each -> row(each, links)))
                .toList();
    }

    private static List<String> row(JsonNode service, Links links) {
        return COLUMNS.stream()
                .map(column ->
                        column.equals("page") ? links.whole(service.path("id").asText()) : text(service.path(column)))
                .map(Cells::harmless)
                .toList();
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            StringBuilder all = new StringBuilder();
            value.forEach(each -> all.append(all.isEmpty() ? "" : "; ").append(each.asText()));
            return all.toString();
        }
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }

    static String harmless(String text) {
        String clean = PlainText.clean(text);
        String cell = clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
        String begins = cell.stripLeading();
        return !begins.isEmpty() && BEGINS_A_FORMULA.indexOf(begins.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
