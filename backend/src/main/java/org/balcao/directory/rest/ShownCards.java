package org.balcao.directory.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.balcao.shared.ShownCard;
import org.balcao.shared.ShownCard.Telephone;

/** Services as the API gives them, listed or in full, as a page shows them before any script runs. */
final class ShownCards {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ACTIVE = "active";

    private ShownCards() {}

    /** Nothing for a service without a name. */
    static Optional<ShownCard> of(byte[] json) {
        JsonNode service = read(json);
        String name = service.path("name").textValue();
        if (name == null) {
            return Optional.empty();
        }
        String organization = service.path("organization").path("name").textValue();
        return Optional.of(new ShownCard(
                service.path("id").textValue(),
                name,
                service.path("source_name").textValue(),
                name.equals(organization) ? null : organization,
                service.path("description").textValue(),
                telephone(service)));
    }

    /** The name of a need that a service is for; nothing where it is not for that one. */
    static Optional<String> need(byte[] json, String code) {
        for (JsonNode need : read(json).path("needs")) {
            if (code.equals(need.path("code").textValue())) {
                return Optional.ofNullable(need.path("name").textValue());
            }
        }
        return Optional.empty();
    }

    /** Where nobody is there any more, nobody is to be called. */
    private static Telephone telephone(JsonNode service) {
        JsonNode phone = service.path("contact_phone");
        String number = phone.path("number").textValue();
        String uri = phone.path("uri").textValue();
        boolean answers = ACTIVE.equals(service.path("status").asText(ACTIVE));
        return answers && number != null && uri != null ? new Telephone(number, uri) : null;
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
