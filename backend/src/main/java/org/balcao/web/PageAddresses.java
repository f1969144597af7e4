package org.balcao.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that the built page has within a language, and how each begins, as the build wrote them ({@code pages.json}). Whatever else is
 * asked for is still a page, but honestly a 404.
 */
final class PageAddresses {

    /**
     * An address of the page.
     *
     * @param document the name of the document that it begins with; null where the shell is enough
     * @param asks the addresses of the API that it asks first, by language: for any record, without any filter
     */
    record PageAddress(Pattern pattern, String document, Map<String, List<String>> asks) {
        List<String> asks(String language) {
            return asks.getOrDefault(language, List.of());
        }
    }

    private final String anyRecord;
    private final List<PageAddress> all;

    private PageAddresses(String anyRecord, List<PageAddress> all) {
        this.anyRecord = anyRecord;
        this.all = List.copyOf(all);
    }

    static PageAddresses read(Path file, ObjectMapper json) {
        try {
            JsonNode built = json.readTree(Files.readAllBytes(file));
            List<PageAddress> all = new ArrayList<>();
            built.path("pages").forEach(page -> all.add(address(page)));
            return new PageAddresses(built.path("record").asText(), all);
        } catch (IOException unreadable) {
            throw new ConfigurationException("The built page does not say which addresses it has: " + file, unreadable);
        }
    }

    private static PageAddress address(JsonNode page) {
        Map<String, List<String>> asks = new HashMap<>();
        page.path("asks").fields().forEachRemaining(each -> {
            List<String> addresses = new ArrayList<>();
            each.getValue().forEach(address -> addresses.add(address.asText()));
            asks.put(each.getKey(), List.copyOf(addresses));
        });
        // a segment that begins with a colon stands for anything
        String pattern = page.path("path").asText().replaceAll(":\\w+", "[^/]+") + "/?";
        return new PageAddress(Pattern.compile(pattern), page.path("document").textValue(), Map.copyOf(asks));
    }

    /** @param path within a language, without a slash before it */
    Optional<PageAddress> at(String path) {
        return all.stream()
                .filter(each -> each.pattern().matcher(path).matches())
                .findFirst();
    }

    /** Those that begin with a document of their own. */
    List<PageAddress> withDocument() {
        return all.stream().filter(each -> each.document() != null).toList();
    }

    /** What the page asks first for one record. */
    List<String> asksFor(PageAddress address, String language, String id) {
        return address.asks(language).stream()
                .map(each -> each.replace(anyRecord, id))
                .toList();
    }
}
