package org.balcao.directory.rest;

import java.util.function.BiFunction;
import org.balcao.directory.model.DirectoryRecord;
import org.balcao.directory.model.Location;
import org.balcao.directory.model.Organization;
import org.balcao.directory.model.Service;
import org.balcao.directory.model.ServiceAtLocation;
import org.balcao.directory.model.Taxonomy;
import org.balcao.directory.model.TaxonomyTerm;
import org.balcao.directory.rest.view.GeoFeatures;
import org.balcao.directory.rest.view.LocationView;
import org.balcao.directory.rest.view.OrganizationInFull;
import org.balcao.directory.rest.view.OrganizationListItem;
import org.balcao.directory.rest.view.SchemaOrg;
import org.balcao.directory.rest.view.ServiceAtLocationView;
import org.balcao.directory.rest.view.ServiceInFull;
import org.balcao.directory.rest.view.ServiceListItem;
import org.balcao.directory.rest.view.Showing;
import org.balcao.directory.rest.view.TaxonomyTermView;
import org.balcao.directory.rest.view.TaxonomyView;

/**
 * A way of showing records of one kind.
 *
 * @param daily whether it says opening hours, so that it is another one tomorrow
 */
record Form<E extends DirectoryRecord>(String name, Class<E> kind, boolean daily, BiFunction<E, Showing, Object> view) {

    static final Form<Service> SERVICE_LISTED = new Form<>("service-listed", Service.class, true, ServiceListItem::of);
    static final Form<Service> SERVICE_FULL = new Form<>("service-full", Service.class, true, ServiceInFull::of);
    static final Form<Service> SERVICE_GEOJSON = new Form<>("service-geojson", Service.class, false, GeoFeatures::of);
    static final Form<Service> SERVICE_JSONLD = new Form<>("service-jsonld", Service.class, false, SchemaOrg::of);
    static final Form<Organization> ORGANIZATION_LISTED =
            new Form<>("organization-listed", Organization.class, false, OrganizationListItem::of);
    static final Form<Organization> ORGANIZATION_FULL =
            new Form<>("organization-full", Organization.class, true, OrganizationInFull::of);
    static final Form<Organization> ORGANIZATION_WITH_FULL_SERVICES =
            new Form<>("organization-full-services", Organization.class, true, OrganizationInFull::withFullServices);
    static final Form<ServiceAtLocation> SERVICE_AT_LOCATION_LISTED =
            new Form<>("service-at-location-listed", ServiceAtLocation.class, true, ServiceAtLocationView::listed);
    static final Form<ServiceAtLocation> SERVICE_AT_LOCATION_FULL =
            new Form<>("service-at-location-full", ServiceAtLocation.class, true, ServiceAtLocationView::full);
    static final Form<Taxonomy> TAXONOMY =
            new Form<>("taxonomy", Taxonomy.class, false, (taxonomy, showing) -> TaxonomyView.of(taxonomy));
    static final Form<TaxonomyTerm> TAXONOMY_TERM =
            new Form<>("taxonomy-term", TaxonomyTerm.class, false, TaxonomyTermView::of);
    static final Form<Location> LOCATION_LISTED =
            new Form<>("location-listed", Location.class, true, LocationView::listed);
    static final Form<Location> LOCATION_FULL = new Form<>("location-full", Location.class, true, LocationView::full);
}
