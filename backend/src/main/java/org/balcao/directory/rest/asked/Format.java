package org.balcao.directory.rest.asked;

import java.util.Arrays;
import java.util.List;

/** The form of an answer. JSON in the shape of HSDS is the canonical one; the others are for other readers. */
public enum Format {
    JSON("json", "application/json"),
    /** Every record on a line of its own, and no pages. */
    NDJSON("ndjson", "application/x-ndjson"),
    /** The places, for maps. */
    GEOJSON("geojson", "application/geo+json"),
    /** The terms of schema.org, for search engines. */
    JSONLD("jsonld", "application/ld+json");

    public static final List<Format> LISTS = List.of(JSON, NDJSON);
    public static final List<Format> SERVICES = List.of(JSON, NDJSON, GEOJSON, JSONLD);
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

    static Format of(String wire) {
        return Arrays.stream(values())
                .filter(format -> format.wire.equals(wire))
                .findFirst()
                .orElseThrow();
    }
}
