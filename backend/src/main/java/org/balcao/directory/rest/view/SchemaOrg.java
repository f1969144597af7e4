package org.balcao.directory.rest.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.balcao.directory.model.Organization;
import org.balcao.directory.model.Service;
import org.balcao.directory.model.ServiceAtLocation;
import org.balcao.directory.rest.view.Parts.AddressView;
import org.balcao.directory.rest.view.Parts.PhoneView;

/** A service in the words of schema.org, for search engines and whoever reads the page's data. */
public final class SchemaOrg {

    private static final Set<String> GOVERNMENT = Set.of("public", "municipality");

    private SchemaOrg() {}

    /** The service as a node; whoever sends it says the context. */
    public static Map<String, Object> of(Service service, RenderContext context) {
        RenderContext.Texts texts = context.texts(service);
        Map<String, Object> node = new LinkedHashMap<>();
        boolean government = GOVERNMENT.contains(String.valueOf(service.organization.organizationType));
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
        put(node, "availableChannel", channels(service, context));
        return node;
    }

    private static Map<String, Object> provider(Organization organization, boolean government, RenderContext context) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", government ? "GovernmentOrganization" : "Organization");
        node.put("@id", "/api/organizations/" + organization.id);
        node.put("name", context.texts(organization).in("name", organization.name));
        put(node, "url", organization.website);
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
        Stream<Map<String, Object>> phones = service.phones.stream().map(phone -> {
            Map<String, Object> channel = channel(languages);
            channel.put(
                    "servicePhone",
                    Map.of(
                            "@type",
                            "ContactPoint",
                            "telephone",
                            PhoneView.dial(phone.number, phone.extension).substring(4)));
            return channel;
        });
        Stream<Map<String, Object>> places = service.serviceAtLocations.stream()
                .filter(given -> !VisiblePlace.of(given.location, context).hidden())
                .map(given -> {
                    Map<String, Object> channel = channel(languages);
                    channel.put("serviceLocation", place(given, context));
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

    private static Map<String, Object> place(ServiceAtLocation given, RenderContext context) {
        VisiblePlace visible = VisiblePlace.of(given.location, context);
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", "Place");
        node.put("@id", "/api/locations/" + given.location.id);
        put(node, "name", context.texts(given.location).in("name", given.location.name));
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("@type", "PostalAddress");
        List<AddressView> complete = visible.addresses();
        if (complete != null && !complete.isEmpty()) {
            put(address, "streetAddress", complete.getFirst().address1());
            put(address, "postalCode", complete.getFirst().postalCode());
        }
        put(address, "addressLocality", visible.municipality());
        put(address, "addressRegion", visible.district());
        address.put("addressCountry", "PT");
        node.put("address", address);
        if (visible.latitude() != null) {
            node.put(
                    "geo",
                    Map.of(
                            "@type",
                            "GeoCoordinates",
                            "latitude",
                            visible.latitude(),
                            "longitude",
                            visible.longitude()));
        }
        return node;
    }

    private static void put(Map<String, Object> node, String name, Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            node.put(name, value);
        }
    }
}
