package org.balcao.sync.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.balcao.sync.model.Harvest;
import org.balcao.sync.model.Source;
import org.jdbi.v3.core.Handle;

/** Sources as one of the national team wants them: whole, in the details of a proposal, until a second person has confirmed them. */
@ApplicationScoped
public class WantedSources {
    private static final String BEFORE = "before";
    private static final String SOURCE = "source";

    private static final String ADDRESS = "address";

    private final Runs runs;
    private final Harvests harvests;

    WantedSources(Runs runs, Harvests harvests) {
        this.runs = runs;
        this.harvests = harvests;
    }

    /** @param now the source as it is */
    public ObjectNode details(Handle handle, Source now, Source wanted) {
        return image(wanted)
                .put(SOURCE, wanted.id())
                .put(BEFORE, fingerprint(now))
                .put(ADDRESS, address(handle, now));
    }

    /** Where a source is fetched, or null. */
    private String address(Handle handle, Source source) {
        return harvests.find(handle, source.id()).map(Harvest::url).orElse(null);
    }

    /** A source of the team whose address changed works once a second person has confirmed it. */
    public Source waits(Handle handle, Source source) {
        runs.unconfirm(handle, source.id());
        return runs.source(handle, source.id()).orElseThrow();
    }

    /** What would be otherwise, in words: {@code name: "Ours"; publishes_others: true}. */
    public static String differences(Source now, Source wanted) {
        ObjectNode is = image(now);
        Set<Map.Entry<String, JsonNode>> would = image(wanted).properties();
        return would.stream()
                .filter(each -> !each.getValue().equals(is.get(each.getKey())))
                .map(each -> each.getKey() + ": " + Json.text(each.getValue()))
                .collect(Collectors.joining("; "));
    }

    /**
     * Makes a source what was proposed.
     *
     * @return false, and nothing is done, if the source is not what it was when that was proposed
     */
    public boolean apply(Handle handle, JsonNode details) {
        Source now = runs.lockedSource(handle, details.path(SOURCE).asText()).orElse(null);
        if (now == null
                || !fingerprint(now).equals(details.path(BEFORE).asText())
                || !Objects.equals(address(handle, now), details.path(ADDRESS).textValue())) {
            return false;
        }
        runs.confirm(
                handle,
                new Source(
                        now.id(),
                        details.path("name").asText(),
                        now.organizationId(),
                        details.path("own_external_id").textValue(),
                        details.path("publishes_others").asBoolean(),
                        details.hasNonNull("column_map") ? Json.text(details.get("column_map")) : null,
                        true,
                        now.createdAt()));
        return true;
    }

    private static String fingerprint(Source source) {
        return Json.fingerprint(image(source).put("confirmed", source.confirmed()));
    }

    private static ObjectNode image(Source source) {
        UUID organization = source.organizationId();
        ObjectNode image = Json.MAPPER
                .createObjectNode()
                .put("name", source.name())
                .put("organization_id", Objects.toString(organization, null))
                .put("own_external_id", source.ownExternalId())
                .put("publishes_others", source.publishesOthers());
        image.set("column_map", Json.read(source.columnMap()));
        return image;
    }
}
