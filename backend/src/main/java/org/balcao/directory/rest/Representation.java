package org.balcao.directory.rest;

import java.util.Set;
import java.util.function.BiFunction;
import org.balcao.directory.model.DirectoryRecord;
import org.balcao.directory.model.Location;
import org.balcao.directory.model.Organization;
import org.balcao.directory.model.Service;
import org.balcao.directory.model.ServiceAtLocation;
import org.balcao.directory.model.Taxonomy;
import org.balcao.directory.model.TaxonomyTerm;
import org.balcao.directory.rest.asked.Languages;
import org.balcao.directory.rest.view.GeoFeatures;
import org.balcao.directory.rest.view.LocationView;
import org.balcao.directory.rest.view.OrganizationInFull;
import org.balcao.directory.rest.view.OrganizationListItem;
import org.balcao.directory.rest.view.PageHeadView;
import org.balcao.directory.rest.view.RenderContext;
import org.balcao.directory.rest.view.SchemaOrg;
import org.balcao.directory.rest.view.ServiceAtLocationView;
import org.balcao.directory.rest.view.ServiceInFull;
import org.balcao.directory.rest.view.ServiceInPack;
import org.balcao.directory.rest.view.ServiceListItem;
import org.balcao.directory.rest.view.ServiceRow;
import org.balcao.directory.rest.view.TaxonomyTermView;
import org.balcao.directory.rest.view.TaxonomyView;

/**
 * A way of showing records of one kind.
 *
 * @param daily whether it says opening hours, so that it is another one tomorrow
 */
record Representation<E extends DirectoryRecord>(
        String name, Class<E> kind, boolean daily, BiFunction<E, RenderContext, Object> view) {

    /** Forms that list the translations of their texts. */
    private static final Set<String> TRANSLATED = Set.of(
            "service-full",
            "organization-full",
            "organization-full-services",
            "service-at-location-full",
            "location-full");

    static final Representation<Service> SERVICE_LISTED =
            new Representation<>("service-listed", Service.class, true, ServiceListItem::of);
    static final Representation<Service> SERVICE_OFFLINE =
            new Representation<>("service-offline", Service.class, true, ServiceInPack::of);
    static final Representation<Service> SERVICE_FULL =
            new Representation<>("service-full", Service.class, true, ServiceInFull::of);
    static final Representation<Service> SERVICE_GEOJSON =
            new Representation<>("service-geojson", Service.class, false, GeoFeatures::of);
    static final Representation<Service> SERVICE_JSONLD =
            new Representation<>("service-jsonld", Service.class, false, SchemaOrg::of);
    static final Representation<Service> SERVICE_ROW =
            new Representation<>("service-row", Service.class, false, ServiceRow::of);
    static final Representation<Service> SERVICE_PAGE =
            new Representation<>("service-page", Service.class, false, PageHeadView::of);
    static final Representation<Organization> ORGANIZATION_PAGE =
            new Representation<>("organization-page", Organization.class, false, PageHeadView::of);
    static final Representation<Location> LOCATION_PAGE =
            new Representation<>("location-page", Location.class, false, PageHeadView::of);
    static final Representation<Organization> ORGANIZATION_LISTED =
            new Representation<>("organization-listed", Organization.class, false, OrganizationListItem::of);
    static final Representation<Organization> ORGANIZATION_FULL =
            new Representation<>("organization-full", Organization.class, true, OrganizationInFull::of);
    static final Representation<Organization> ORGANIZATION_WITH_FULL_SERVICES = new Representation<>(
            "organization-full-services", Organization.class, true, OrganizationInFull::withFullServices);
    static final Representation<ServiceAtLocation> SERVICE_AT_LOCATION_LISTED = new Representation<>(
            "service-at-location-listed", ServiceAtLocation.class, true, ServiceAtLocationView::listed);
    static final Representation<ServiceAtLocation> SERVICE_AT_LOCATION_FULL = new Representation<>(
            "service-at-location-full", ServiceAtLocation.class, true, ServiceAtLocationView::full);
    static final Representation<Taxonomy> TAXONOMY =
            new Representation<>("taxonomy", Taxonomy.class, false, (taxonomy, context) -> TaxonomyView.of(taxonomy));
    static final Representation<TaxonomyTerm> TAXONOMY_TERM =
            new Representation<>("taxonomy-term", TaxonomyTerm.class, false, TaxonomyTermView::of);
    static final Representation<Location> LOCATION_LISTED =
            new Representation<>("location-listed", Location.class, true, LocationView::listed);
    static final Representation<Location> LOCATION_FULL =
            new Representation<>("location-full", Location.class, true, LocationView::full);

    /** Of the languages a reader wants, what this form depends on. */
    Languages dependsOn(Languages wanted) {
        return TRANSLATED.contains(name) ? wanted : wanted.withoutTranslations();
    }
}
