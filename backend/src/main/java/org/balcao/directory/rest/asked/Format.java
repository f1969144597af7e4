package org.balcao.directory.rest.asked;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The form of an answer. JSON in the shape of HSDS is the canonical one; the others are for other readers. */
public enum Format {
    JSON("json", "application/json"),
    /** Every record on a line of its own, and no pages. */
    NDJSON("ndjson", "application/x-ndjson"),
    /** The places, for maps. */
    GEOJSON("geojson", "application/geo+json"),
    /** The terms of schema.org, for search engines. */
    JSONLD("jsonld", "application/ld+json"),
    /** A table for spreadsheets and whoever counts. */
    CSV("csv", "text/csv;charset=UTF-8"),
    /** The same table for those who open it by a click. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Opening hours, for calendars. */
    ICS("ics", "text/calendar;charset=UTF-8"),
    /** What changed last, for those who follow a list. */
    ATOM("atom", "application/atom+xml;charset=UTF-8");

    public static final List<Format> LISTS = List.of(JSON, NDJSON);
    public static final List<Format> SERVICES = List.of(JSON, NDJSON, GEOJSON, JSONLD, CSV, XLSX, ICS, ATOM);
    public static final List<Format> ONE_SERVICE = List.of(JSON, GEOJSON, JSONLD);

    private final String wire;
    private final String mediaType;

    Format(String wire, String mediaType) {
        this.wire = wire;
        this.mediaType = mediaType;
    }

    public String wire() {
        return wire;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The name of the file that a browser saves such an answer as; null where it is shown. */
    public static String fileName(String mediaType) {
        return Stream.of(CSV, XLSX, ICS)
                .filter(format -> format.mediaType.equals(mediaType))
                .map(format -> "balcao-services." + format.wire)
                .findFirst()
                .orElse(null);
    }

    /** How many records a page has if nobody says it: a table is wanted whole. */
    public int usualPage() {
        return switch (this) {
            case CSV, XLSX -> Parameters.MOST_PER_PAGE;
            case JSON, NDJSON, GEOJSON, JSONLD, ICS, ATOM -> Parameters.PER_PAGE;
        };
    }

    static Format of(String wire) {
        return Arrays.stream(values())
                .filter(format -> format.wire.equals(wire))
                .findFirst()
                .orElseThrow();
    }
}
