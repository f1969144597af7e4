package org.balcao.directory.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.balcao.directory.rest.asked.Endpoint;
import org.balcao.directory.rest.asked.Parameters;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Writes into the OpenAPI document what is said once elsewhere: the parameters as they are read, the page object around every list, the
 * problems, and the tags by which HSDS 3.2 tells required reads from optional ones.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiParameters implements OASFilter {

    private static final Set<Endpoint> REQUIRED = Set.of(Endpoint.API_METADATA, Endpoint.SERVICES, Endpoint.SERVICE);
    private static final Set<Endpoint> LISTS = Set.of(
            Endpoint.SERVICES,
            Endpoint.ORGANIZATIONS,
            Endpoint.SERVICE_AT_LOCATIONS,
            Endpoint.TAXONOMIES,
            Endpoint.TAXONOMY_TERMS,
            Endpoint.LOCATIONS,
            Endpoint.PLACES);
    private static final String API = "/api";
    private static final Map<String, List<String>> ALWAYS = Map.ofEntries(
            Map.entry("Service", List.of("id", "name", "status", "confidence", "last_modified")),
            Map.entry("ServiceListItem", List.of("id", "name", "status", "confidence", "last_modified")),
            Map.entry("Organization", List.of("id", "name", "description", "confidence")),
            Map.entry("OrganizationListItem", List.of("id", "name", "description", "confidence", "services_count")),
            Map.entry("OrganizationScalars", List.of("id", "name", "description", "confidence")),
            Map.entry("Location", List.of("id", "location_type", "address_visibility", "confidence", "opening_hours")),
            Map.entry("ServiceAtLocation", List.of("id", "service_id", "location_id", "location", "opening_hours")),
            Map.entry("Taxonomy", List.of("id", "name", "description")),
            Map.entry("TaxonomyTerm", List.of("id", "name", "description")),
            Map.entry("Phone", List.of("id", "number", "uri")),
            Map.entry("Place", List.of("id", "level", "code", "name", "services_count")),
            Map.entry("ServicePlace", List.of("location_id", "service_at_location_id", "address_visibility")),
            Map.entry("OpeningHours", List.of("basis", "timezone_name", "from", "until", "spans", "closures")),
            Map.entry("OpeningSpan", List.of("opens_at", "closes_at")),
            Map.entry("Closure", List.of("date", "reason")),
            Map.entry("Localized", List.of("language", "origin", "reviewed", "stale")),
            Map.entry("Problem", List.of("type", "title", "status")),
            Map.entry("OfflinePack", List.of("as_of", "language", "whole", "truncated", "services")),
            Map.entry("OfflineService", List.of("id", "name")),
            Map.entry("OfflineLocation", List.of("id", "address_visibility")),
            Map.entry("Branch", List.of("service_id", "name")),
            Map.entry("Holiday", List.of("date", "name", "kind", "sources")),
            Map.entry("ApiMetadata", List.of("version", "profile", "openapi_url")));
    private static final String PROBLEM = "application/problem+json";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setTags(new ArrayList<>(List.of(
                tag("required", "The HSDS API specification requires this path."),
                tag(
                        "optional",
                        "The HSDS API specification does not require this path, or it is an addition of ours."))));
        api.setServers(List.of(OASFactory.createServer().url(API)));
        api.setPaths(withoutBase(api.getPaths()));
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                schema.setProperties(new TreeMap<>(schema.getProperties()));
                schema.setRequired(always(name, schema.getProperties().keySet()));
            }
        });
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().forEach((method, operation) -> {
                    if (operation.getOperationId() != null) {
                        Endpoint.ofOperation(operation.getOperationId())
                                .ifPresent(endpoint -> complete(operation, endpoint));
                    }
                }));
    }

    /** HSDS writes its paths from the base of the API. */
    private static Paths withoutBase(Paths paths) {
        Paths shorter = OASFactory.createPaths();
        paths.getPathItems().forEach((path, item) -> {
            String rest = path.startsWith(API) ? path.substring(API.length()) : path;
            shorter.addPathItem(rest.isEmpty() ? "/" : rest, item);
        });
        return shorter;
    }

    /** What is always there: HSDS demands it, or it is what the object is about. */
    private static List<String> always(String object, Set<String> properties) {
        List<String> required = ALWAYS.getOrDefault(object, properties.contains("id") ? List.of("id") : List.of());
        return required.isEmpty() ? null : required;
    }

    private static Tag tag(String name, String description) {
        return OASFactory.createTag().name(name).description(description);
    }

    private static void complete(Operation operation, Endpoint endpoint) {
        boolean twin = operation.getOperationId().equals(endpoint.twinId());
        operation.setTags(List.of(REQUIRED.contains(endpoint) ? "required" : "optional"));
        List<Parameter> parameters =
                new ArrayList<>(operation.getParameters() == null ? List.of() : operation.getParameters());
        endpoint.parameters().forEach(each -> parameters.add(parameter(each)));
        if (!parameters.isEmpty()) {
            operation.setParameters(parameters);
        }
        if (twin) {
            operation.setRequestBody(form(endpoint));
        }
        if (LISTS.contains(endpoint)) {
            operation
                    .getResponses()
                    .getAPIResponse("200")
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(media -> media.setSchema(page(media.getSchema())));
        }
        if (endpoint == Endpoint.SERVICES) {
            operation
                    .getResponses()
                    .getAPIResponse("200")
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(media -> media.getSchema()
                            .addProperty("search", OpenApiSearch.report())
                            .addProperty(
                                    "folded_items",
                                    whole(
                                            "With fold: how many branches stand behind the entries of their programs and are"
                                                    + " not among total_items")));
        }
        addForms(operation, endpoint);
        problem(operation, "400", "A parameter is unknown, malformed or out of range");
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(each -> each.getIn() == Parameter.In.PATH)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "308",
                            OASFactory.createAPIResponse()
                                    .description("The record was merged into another one, to which Location leads"));
            problem(operation, "404", "No record has this id");
            problem(operation, "410", "The record was removed and will not come back");
        }
        if (endpoint.parameters().stream().anyMatch(each -> each.name().equals("format"))) {
            problem(operation, "406", "None of the formats in the Accept header can be given");
        }
        problem(operation, "503", "The directory cannot be read at the moment; Retry-After says when to ask again");
    }

    private static Parameter parameter(org.balcao.directory.rest.asked.Parameter<?> asked) {
        Parameter parameter = OASFactory.createParameter()
                .name(asked.name())
                .in(Parameter.In.QUERY)
                .description(asked.description())
                .schema(
                        asked.repeatable()
                                ? OASFactory.createSchema()
                                        .addType(Schema.SchemaType.ARRAY)
                                        .items(schema(asked))
                                : schema(asked));
        if (asked.repeatable()) {
            parameter.style(Parameter.Style.FORM).explode(true);
        }
        return parameter;
    }

    private static Schema schema(org.balcao.directory.rest.asked.Parameter<?> asked) {
        var wire = asked.wire();
        Schema schema = OASFactory.createSchema()
                .addType(Schema.SchemaType.valueOf(wire.type().toUpperCase(Locale.ROOT)));
        if (wire.format() != null) {
            schema.format(wire.format());
        }
        wire.values().forEach(schema::addEnumeration);
        if (wire.minimum() != null) {
            schema.minimum(BigDecimal.valueOf(wire.minimum()));
        }
        if (wire.maximum() != null) {
            schema.maximum(BigDecimal.valueOf(wire.maximum()));
        }
        if (asked.equals(Parameters.PAGE)) {
            schema.defaultValue(1);
        }
        if (asked.equals(Parameters.PAGE_SIZE)) {
            schema.defaultValue(Parameters.PER_PAGE);
        }
        return schema;
    }

    private static RequestBody form(Endpoint endpoint) {
        Schema fields = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        endpoint.parameters()
                .forEach(each -> fields.addProperty(
                        each.name(), parameter(each).getSchema().description(each.description())));
        return OASFactory.createRequestBody()
                .description("The same parameters as a form; may be left out")
                .required(false)
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/x-www-form-urlencoded",
                                OASFactory.createMediaType().schema(fields)));
    }

    /** The page object of HSDS around a kind of record. */
    private static Schema page(Schema item) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("total_items", whole("Records in the whole list"))
                .addProperty("total_pages", whole("Pages in the whole list"))
                .addProperty("page_number", whole("Counted from 1"))
                .addProperty("size", whole("Records in this page"))
                .addProperty("first_page", flag())
                .addProperty("last_page", flag())
                .addProperty("empty", flag())
                .addProperty(
                        "contents",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(item))
                .required(List.of(
                        "total_items",
                        "total_pages",
                        "page_number",
                        "size",
                        "first_page",
                        "last_page",
                        "empty",
                        "contents"));
    }

    private static Schema whole(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).description(description);
    }

    private static Schema flag() {
        return OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN);
    }

    private static void addForms(Operation operation, Endpoint endpoint) {
        endpoint.parameters().stream()
                .filter(each -> each.name().equals("format"))
                .flatMap(each -> each.wire().values().stream())
                .filter(form -> !form.equals("json"))
                .forEach(form -> operation
                        .getResponses()
                        .getAPIResponse("200")
                        .getContent()
                        .addMediaType(mediaType(form), described(form)));
    }

    private static String mediaType(String form) {
        return switch (form) {
            case "ndjson" -> "application/x-ndjson";
            case "geojson" -> "application/geo+json";
            case "csv" -> "text/csv";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "ics" -> "text/calendar";
            case "atom" -> "application/atom+xml";
            default -> "application/ld+json";
        };
    }

    private static MediaType described(String form) {
        Schema schema = OASFactory.createSchema()
                .addType(
                        form.equals("geojson") || form.equals("jsonld")
                                ? Schema.SchemaType.OBJECT
                                : Schema.SchemaType.STRING)
                .description(
                        switch (form) {
                            case "ndjson" -> "One record a line, all of them";
                            case "geojson" -> "A FeatureCollection of the places (RFC 7946)";
                            case "csv" ->
                                "A table (RFC 4180), up to 1,000 services; cells that would be formulas begin with an apostrophe";
                            case "xlsx" -> "The same table as a workbook";
                            case "ics" -> "Opening hours in the coming fourteen days (RFC 5545)";
                            case "atom" -> "The services that changed last first (RFC 4287)";
                            default -> "schema.org";
                        });
        return OASFactory.createMediaType().schema(schema);
    }

    private static void problem(Operation operation, String status, String description) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                PROBLEM,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
        operation.getResponses().addAPIResponse(status, response);
    }
}
