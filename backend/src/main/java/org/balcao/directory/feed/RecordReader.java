package org.balcao.directory.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Turns one object of a file into a record, or into the reason why it cannot be one. */
final class RecordReader {
    /** Changes when the same words of a source are understood differently, so that its records are taken again. */
    static final String READING = "2";

    private static final Map<String, Class<? extends SourceRecord>> COLLECTIONS = Map.of(
            "places", SourceRecord.PlaceRecord.class,
            "organizations", SourceRecord.OrganizationRecord.class,
            "programs", SourceRecord.ProgramRecord.class,
            "locations", SourceRecord.LocationRecord.class,
            "services", SourceRecord.ServiceRecord.class,
            "service_at_locations", SourceRecord.ServiceAtLocationRecord.class,
            "one_stop_centres", SourceRecord.OneStopCentreRecord.class,
            "taxonomies", SourceRecord.TaxonomyRecord.class,
            "taxonomy_terms", SourceRecord.TermRecord.class);

    private static final Map<String, String> KINDS = Map.of(
            "places", "place",
            "organizations", "organization",
            "programs", "program",
            "locations", "location",
            "services", "service",
            "service_at_locations", "service_at_location",
            "one_stop_centres", "one_stop_centre",
            "taxonomies", "taxonomy",
            "taxonomy_terms", "taxonomy_term");

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, textual -> {
                for (var shape : new CoercionInputShape[] {
                    CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
                }) {
                    textual.setCoercion(shape, CoercionAction.Fail);
                }
            })
            .addMixIn(SourceRecord.AddressRecord.class, AddressNames.class)
            .build();

    private RecordReader() {}

    /** HSDS writes {@code address_1}. */
    private abstract static class AddressNames {
        @JsonProperty("address_1")
        abstract String address1();
    }

    /** Reads one record that names its own kind, or every collection of an object, in the order they stand there. */
    static void read(JsonNode file, String where, Consumer<Read> to) {
        if (!(file instanceof ObjectNode collections)) {
            to.accept(new Read.Bad(
                    "file", where, "a record with its kind is expected, or collections such as {\"services\": […]}"));
            return;
        }
        if (collections.path("kind").isTextual()) {
            single(collections, where, to);
            return;
        }
        for (var collection : collections.properties()) {
            var records = collection.getValue();
            if (!COLLECTIONS.containsKey(collection.getKey())) {
                to.accept(
                        new Read.Bad("file", where, "the collection " + shown(collection.getKey()) + " is not known"));
            } else if (!records.isArray()) {
                to.accept(new Read.Bad("file", where, collection.getKey() + ": a list is expected"));
            } else {
                for (int index = 0; index < records.size(); index++) {
                    to.accept(one(
                            collection.getKey(), records.get(index), where + "#" + collection.getKey() + "/" + index));
                }
            }
        }
    }

    private static void single(ObjectNode record, String where, Consumer<Read> to) {
        var kind = record.remove("kind").textValue();
        KINDS.entrySet().stream()
                .filter(each -> each.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresentOrElse(
                        collection -> to.accept(one(collection, record, where)),
                        () -> to.accept(new Read.Bad("file", where, "the kind " + shown(kind) + " is not known")));
    }

    private static Read one(String collection, JsonNode node, String where) {
        var kind = KINDS.get(collection);
        var sourceId =
                node.path("id").isTextual() && RecordCheck.isId(node.path("id").textValue())
                        ? node.path("id").textValue()
                        : where;
        var unfit = RecordCheck.unfitText(node);
        if (unfit.isPresent()) {
            return new Read.Bad(kind, sourceId, unfit.get());
        }
        try {
            var record = MAPPER.treeToValue(node, COLLECTIONS.get(collection));
            if (record == null) {
                return new Read.Bad(kind, sourceId, "an object is expected");
            }
            var problems = RecordCheck.problems(record);
            return problems.isEmpty()
                    ? new Read.Ok(record, fingerprint(node))
                    : new Read.Bad(kind, sourceId, String.join("; ", problems));
        } catch (JsonProcessingException wrong) {
            return new Read.Bad(kind, sourceId, inWords(wrong));
        } catch (RuntimeException odd) {
            // an entry that is null where something is expected, say
            return new Read.Bad(kind, sourceId, "holds something that cannot be read");
        }
    }

    private static String inWords(JsonProcessingException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown -> pathOf(unknown) + ": not known";
            case MismatchedInputException mismatched ->
                pathOf(mismatched) + ": "
                        + (mismatched.getTargetType() == null
                                ? "another type"
                                : "a " + nameOf(mismatched.getTargetType()))
                        + " is expected";
            case JsonMappingException other -> pathOf(other) + ": cannot be read";
            default -> "cannot be read";
        };
    }

    private static String pathOf(JsonMappingException wrong) {
        var path = wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/"));
        return path.isEmpty() ? "the record" : shown(path);
    }

    private static String nameOf(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "number";
        }
        return Collection.class.isAssignableFrom(type) ? "list" : "object";
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private static String fingerprint(JsonNode node) {
        try {
            var content = READING
                    + MAPPER.writeValueAsString(
                            MAPPER.convertValue(node, new TypeReference<LinkedHashMap<String, Object>>() {}));
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
