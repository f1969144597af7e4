package org.balcao.search.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What the services of the starter data are called there. */
final class StarterIds {
    private StarterIds() {}

    static List<String> services() {
        try {
            JsonNode read = JsonMapper.builder(new YAMLFactory())
                    .build()
                    .readTree(StarterIds.class.getResource("/data/portugal/services.yaml"));
            JsonNode list = read.has("services") ? read.get("services") : read;
            List<String> ids = new ArrayList<>();
            list.forEach(each -> ids.add(each.get("id").asText()));
            return ids;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
