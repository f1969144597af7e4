package org.balcao.directory.rest.view;

import static org.balcao.directory.rest.view.SchemaOrgDoors.put;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.balcao.directory.model.Organization;
import org.balcao.directory.model.Service;

/** A service in the words of schema.org, for search engines and whoever reads the page's data. */
public final class SchemaOrg {

    private SchemaOrg() {}

    /** The service as a node; whoever sends it says the context. */
    public static Map<String, Object> of(Service service, RenderContext context) {
        RenderContext.Texts texts = context.texts(service);
        Map<String, Object> node = new LinkedHashMap<>();
        boolean government = SchemaOrgDoors.isGovernment(service.organization);
        node.put("@type", government ? "GovernmentService" : "Service");
        node.put("@id", "/api/services/" + service.id);
        node.put("identifier", service.id.toString());
        node.put("name", texts.in("name", service.name));
        put(node, "alternateName", texts.in("alternate_name", service.alternateName));
        put(node, "description", texts.in("description", service.description));
        put(node, "url", service.url);
        node.put("provider", provider(service.organization, government, context));
        put(
                node,
                "serviceType",
                TermView.of(service.attributes, TermView.NEEDS, context).stream()
                        .map(TermView::name)
                        .toList());
        put(
                node,
                "audience",
                TermView.of(service.attributes, TermView.AUDIENCES, context).stream()
                        .map(term -> Map.of("@type", "Audience", "audienceType", term.name()))
                        .toList());
        put(node, "areaServed", areas(service));
        put(node, "hoursAvailable", SchemaOrgDoors.hours(context.hours().schedules(service)));
        put(node, "availableChannel", channels(service, context));
        return node;
    }

    private static Map<String, Object> provider(Organization organization, boolean government, RenderContext context) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", government ? "GovernmentOrganization" : "Organization");
        node.put("@id", "/api/organizations/" + organization.id);
        node.put("name", context.texts(organization).in("name", organization.name));
        put(node, "url", organization.website);
        put(node, "telephone", SchemaOrgDoors.telephones(organization.phones));
        return node;
    }

    private static List<Map<String, Object>> areas(Service service) {
        return service.serviceAreas.stream()
                .filter(area -> area.nationwide || area.name != null)
                .map(area -> Map.<String, Object>of(
                        "@type",
                        area.nationwide ? "Country" : "AdministrativeArea",
                        "name",
                        area.nationwide ? "Portugal" : area.name))
                .toList();
    }

    private static List<Map<String, Object>> channels(Service service, RenderContext context) {
        List<String> languages = service.languages.stream()
                .map(each -> each.code)
                .filter(code -> code != null)
                .toList();
        Stream<Map<String, Object>> phones = SchemaOrgDoors.telephones(service.phones).stream()
                .map(number -> {
                    Map<String, Object> channel = channel(languages);
                    channel.put("servicePhone", Map.of("@type", "ContactPoint", "telephone", number));
                    return channel;
                });
        Stream<Map<String, Object>> places = service.serviceAtLocations.stream()
                .filter(given -> !VisiblePlace.of(given.location, context).hidden())
                .map(given -> {
                    Map<String, Object> channel = channel(languages);
                    channel.put(
                            "serviceLocation",
                            SchemaOrgDoors.place(given.location, context.hours().schedules(given), context));
                    return channel;
                });
        return Stream.concat(phones, places).toList();
    }

    private static Map<String, Object> channel(List<String> languages) {
        Map<String, Object> channel = new LinkedHashMap<>();
        channel.put("@type", "ServiceChannel");
        put(channel, "availableLanguage", languages);
        return channel;
    }
}
