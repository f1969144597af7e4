package org.balcao.directory.rest.asked;

import static org.balcao.directory.rest.asked.Parameters.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A read of the API by the operation id it has in the OpenAPI document, with everything it may be asked. */
public enum Endpoint {
    API_METADATA("getApiMetadata", List.of()),

    SERVICES("listServices", services(PAGE, PAGE_SIZE, SERVICE_FORMAT, MINIMAL, FULL, SORT, FOLD)),
    SERVICE_FACETS("countServiceFacets", services(FOLD)),
    SERVICE("getService", List.of(LANG, ONE_SERVICE_FORMAT)),
    SERVICE_BRANCHES("listServiceBranches", List.of(LANG)),

    ORGANIZATIONS(
            "listOrganizations",
            List.of(
                    SEARCH,
                    PAGE,
                    PAGE_SIZE,
                    FORMAT,
                    FULL,
                    FULL_SERVICE,
                    TAXONOMY_TERM_ID,
                    TAXONOMY_ID,
                    LANG,
                    CONFIDENCE)),
    ORGANIZATION("getOrganization", List.of(FULL_SERVICE, LANG)),

    SERVICE_AT_LOCATIONS(
            "listServiceAtLocations",
            List.of(
                    SEARCH,
                    PAGE,
                    PAGE_SIZE,
                    FORMAT,
                    FULL,
                    TAXONOMY_TERM_ID,
                    TAXONOMY_ID,
                    ORGANIZATION_ID,
                    MODIFIED_AFTER,
                    POSTCODE,
                    PROXIMITY,
                    MINIMUM_AGE,
                    MAXIMUM_AGE,
                    START_TIME,
                    END_TIME,
                    DAY,
                    LANG)),
    SERVICE_AT_LOCATION("getServiceAtLocation", List.of(LANG)),

    TAXONOMIES("listTaxonomies", List.of(SEARCH, PAGE, PAGE_SIZE, FORMAT, LANG)),
    TAXONOMY("getTaxonomy", List.of(LANG)),

    TAXONOMY_TERMS(
            "listTaxonomyTerms", List.of(SEARCH, PAGE, PAGE_SIZE, FORMAT, TAXONOMY_ID, TOP_ONLY, PARENT_ID, LANG)),
    TAXONOMY_TERM("getTaxonomyTerm", List.of(LANG)),

    LOCATIONS(
            "listLocations",
            List.of(
                    SEARCH,
                    PAGE,
                    PAGE_SIZE,
                    FORMAT,
                    ORGANIZATION_ID,
                    PLACE,
                    LAT,
                    LON,
                    RADIUS,
                    ONE_STOP_CENTRE,
                    PLACE_SORT,
                    LANG)),
    LOCATION("getLocation", List.of(LANG)),

    PLACES("listPlaces", List.of(SEARCH, PAGE, PAGE_SIZE, FORMAT, LEVEL, PARENT_CODE)),
    ONE_PLACE("getPlace", List.of()),

    OFFLINE_PACK("getOfflinePack", List.of(PACK_PLACE, SINCE)),
    SUGGESTIONS("listSuggestions", List.of(SEARCH, PAGE_SIZE, LANG)),
    HOLIDAYS("listHolidays", List.of(YEAR, PLACE)),
    ABOUT("getAbout", List.of()),
    PROFILE("getProfile", List.of());

    private final String operationId;
    private final List<Parameter<?>> parameters;

    Endpoint(String operationId, List<Parameter<?>> parameters) {
        this.operationId = operationId;
        this.parameters = parameters;
    }

    private static List<Parameter<?>> services(Parameter<?>... more) {
        return Stream.<Parameter<?>>concat(
                        Stream.of(
                                SEARCH,
                                TAXONOMY_TERM_ID,
                                TAXONOMY_ID,
                                ORGANIZATION_ID,
                                MODIFIED_AFTER,
                                MINIMUM_AGE,
                                MAXIMUM_AGE,
                                START_TIME,
                                END_TIME,
                                DAY,
                                LANGUAGE,
                                PLACE,
                                LAT,
                                LON,
                                RADIUS,
                                OPEN_AT,
                                DELIVERY_MODE,
                                FREE,
                                STATUS,
                                CONFIDENCE,
                                AGE,
                                INTERPRETER,
                                ACCESSIBLE,
                                AT_ONE_STOP_CENTRE,
                                CHECKED_SINCE,
                                LANG),
                        Stream.of(more))
                .toList();
    }

    public String operationId() {
        return operationId;
    }

    public List<Parameter<?>> parameters() {
        return parameters;
    }

    Optional<Parameter<?>> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** The read behind an operation; a list's POST twin asks the same as its GET. */
    public static Optional<Endpoint> ofOperation(String operationId) {
        return Stream.of(values())
                .filter(endpoint -> operationId.equals(endpoint.operationId) || operationId.equals(endpoint.twinId()))
                .findFirst();
    }

    /** The operation id of the POST twin of a list. */
    public String twinId() {
        return operationId + "ByPost";
    }
}
