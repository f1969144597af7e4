package org.balcao.directory.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.balcao.directory.rest.asked.Format;
import org.balcao.directory.rest.asked.Languages;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.download.Calendar;
import org.balcao.directory.rest.download.Feed;
import org.balcao.directory.rest.download.Links;
import org.balcao.directory.rest.download.Tables;
import org.balcao.shared.PublicUrl;
import org.balcao.shared.TextLanguages;

/** Pages of services in the formats of other programs. */
@ApplicationScoped
class Downloads {

    private static final JsonMapper JSON = new JsonMapper();

    private final PublicUrl publicUrl;

    Downloads(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** @param items the services, in the representation that goes with the format */
    byte[] of(Format format, List<byte[]> items, QueryParameters asked, Languages languages) {
        Links links = new Links(publicUrl.said(), pageLanguage(languages), asked.address());
        List<JsonNode> services = items.stream().map(Downloads::read).toList();
        return switch (format) {
            case CSV -> Tables.csv(services, links);
            case XLSX -> Tables.xlsx(services, links);
            case ICS -> Calendar.of(services, links);
            case ATOM -> Feed.of(services, links);
            case JSON, NDJSON, GEOJSON, JSONLD -> throw new IllegalArgumentException("No download: " + format);
        };
    }

    private static String pageLanguage(Languages languages) {
        return languages.tags().stream()
                .filter(TextLanguages.OF_THE_PAGE::contains)
                .findFirst()
                .orElse(Languages.SOURCE);
    }

    private static JsonNode read(byte[] item) {
        try {
            return JSON.readTree(item);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
