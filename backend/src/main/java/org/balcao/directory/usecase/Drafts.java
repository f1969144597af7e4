package org.balcao.directory.usecase;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.balcao.directory.feed.SourceRecord.CitationRecord;
import org.balcao.directory.feed.SourceRecord.LocationRecord;
import org.balcao.directory.feed.SourceRecord.OneStopCentreRecord;
import org.balcao.directory.feed.SourceRecord.OrganizationRecord;
import org.balcao.directory.feed.SourceRecord.PlaceRecord;
import org.balcao.directory.feed.SourceRecord.ProgramRecord;
import org.balcao.directory.feed.SourceRecord.ServiceAtLocationRecord;
import org.balcao.directory.feed.SourceRecord.ServiceRecord;
import org.balcao.directory.feed.SourceRecord.TaxonomyRecord;
import org.balcao.directory.feed.SourceRecord.TermRecord;
import org.balcao.directory.model.Address;
import org.balcao.directory.model.Desk;
import org.balcao.directory.model.Location;
import org.balcao.directory.model.OneStopCentre;
import org.balcao.directory.model.OneStopFeature;
import org.balcao.directory.model.Organization;
import org.balcao.directory.model.Place;
import org.balcao.directory.model.PositionPrecision;
import org.balcao.directory.model.Program;
import org.balcao.directory.model.PublicPage;
import org.balcao.directory.model.RequiredDocument;
import org.balcao.directory.model.Service;
import org.balcao.directory.model.ServiceArea;
import org.balcao.directory.model.ServiceAtLocation;
import org.balcao.directory.model.Taxonomy;
import org.balcao.directory.model.TaxonomyTerm;
import org.balcao.directory.model.Translatable;

/** What our records would be if a source's records were taken as they are. Everything they point at is known already. */
final class Drafts {
    static final String NEEDS = "balcao-needs";
    static final String AUDIENCES = "balcao-audiences";

    private static final String AZORES = "40";

    private final KnownRecords known;
    private final PlaceNames places;
    private final Wording wording;

    Drafts(KnownRecords known, PlaceNames places, Wording wording) {
        this.known = known;
        this.places = places;
        this.wording = wording;
    }

    Place place(UUID id, PlaceRecord stated) {
        var place = new Place();
        place.id = id;
        place.level = stated.level();
        place.code = stated.code();
        place.name = stated.name();
        place.parentCode = stated.parentCode();
        place.parentName = stated.parentName();
        place.region = stated.region();
        place.island = stated.island();
        place.latitude = stated.latitude();
        place.longitude = stated.longitude();
        place.coordSource = stated.coordSource();
        place.geonamesCode = stated.geonamesCode();
        boolean azores = AZORES.equals(stated.code()) || AZORES.equals(stated.parentCode());
        place.timezoneName = azores ? "Atlantic/Azores" : "Europe/Lisbon";
        return place;
    }

    Taxonomy taxonomy(UUID id, TaxonomyRecord stated) {
        var taxonomy = new Taxonomy();
        taxonomy.id = id;
        taxonomy.name = stated.id();
        taxonomy.version = stated.version();
        taxonomy.description = wording.of(taxonomy, "taxonomy", "description", stated.description());
        return taxonomy;
    }

    TaxonomyTerm term(UUID id, TermRecord stated) {
        var term = new TaxonomyTerm();
        term.id = id;
        term.taxonomyDetail = known.reference(Taxonomy.class, "taxonomy", stated.taxonomy());
        term.code = stated.code();
        if (stated.parentCode() != null) {
            term.parent =
                    known.reference(TaxonomyTerm.class, "taxonomy_term", stated.taxonomy() + "/" + stated.parentCode());
        }
        term.name = wording.of(term, "taxonomy_term", "name", stated.name());
        // HSDS demands a description; the sources have none, so it says no more than the name
        term.description = wording.of(term, "taxonomy_term", "description", stated.name());
        term.language = stated.name().containsKey("pt") ? "pt" : null;
        return term;
    }

    Organization organization(UUID id, OrganizationRecord stated) {
        var organization = new Organization();
        organization.id = id;
        var parts = new Parts(id, "organization", wording);
        organization.name = wording.name(organization, "organization", "name", names(stated.name(), stated.nameEn()));
        organization.alternateName = stated.alternateName();
        organization.description = wording.of(organization, "organization", "description", stated.description());
        organization.organizationType = stated.organizationType();
        organization.status = stated.status();
        organization.email = stated.email();
        organization.website = stated.website();
        organization.mainLocation = stated.mainLocation();
        organization.confidence = confidence(stated.confidence(), stated.sources());
        organization.notes = wording.english(organization, "organization", "notes", stated.notes());
        parts.phones(stated.phones(), organization.phones, phone -> phone.organization = organization);
        organization.sources.addAll(parts.citations(stated.sources()));
        return organization;
    }

    Program program(UUID id, ProgramRecord stated) {
        var program = new Program();
        program.id = id;
        program.organization = known.reference(Organization.class, "organization", stated.organization());
        program.name = wording.name(program, "program", "name", names(stated.name(), stated.nameEn()));
        program.alternateName = stated.alternateName();
        program.description = wording.of(program, "program", "description", stated.description());
        return program;
    }

    Location location(UUID id, LocationRecord stated) {
        var location = new Location();
        location.id = id;
        var parts = new Parts(id, "location", wording);
        location.organization = known.reference(Organization.class, "organization", stated.organization());
        location.name = stated.name();
        location.locationType = stated.locationType();
        location.latitude = stated.latitude();
        location.longitude = stated.longitude();
        location.positionPrecision =
                PositionPrecision.of(stated.positionPrecision()).orElse(null);
        location.email = stated.email();
        location.transportation = wording.english(location, "location", "transportation", stated.transportation());
        location.addressVisibility = Objects.requireNonNullElse(stated.addressVisibility(), "full");
        location.confidence = confidence(stated.confidence(), stated.sources());
        location.notes = wording.english(location, "location", "notes", stated.notes());
        if (stated.address() != null) {
            address(location, stated, parts);
        }
        location.timezoneName =
                places.timezoneOf(location.municipalityCode == null ? List.of() : List.of(location.municipalityCode));
        parts.phones(stated.phones(), location.phones, phone -> phone.location = location);
        parts.schedules(
                stated.schedules(), location.timezoneName, location.schedules, each -> each.location = location);
        location.sources.addAll(parts.citations(stated.sources()));
        return location;
    }

    private void address(Location location, LocationRecord stated, Parts parts) {
        var given = stated.address();
        location.municipalityCode = given.municipalityCode();
        var address = parts.part(new Address(), "address", stated.locationType(), location.addresses);
        address.location = location;
        address.address1 = given.address1();
        address.city = given.city();
        address.stateProvince = given.stateProvince();
        address.postalCode = given.postalCode();
        address.country = given.country();
        address.addressType = stated.locationType();
    }

    Service service(UUID id, ServiceRecord stated) {
        var service = new Service();
        service.id = id;
        var parts = new Parts(id, "service", wording);
        service.organization = known.reference(Organization.class, "organization", stated.organization());
        if (stated.program() != null) {
            service.program = known.reference(Program.class, "program", stated.program());
        }
        service.name = wording.name(service, "service", "name", names(stated.name(), stated.nameEn()));
        service.alternateName = stated.alternateName();
        service.description = wording.of(service, "service", "description", stated.description());
        service.url = stated.url();
        service.email = stated.email();
        service.status = stated.status();
        service.confidence = confidence(stated.confidence(), stated.sources());
        texts(service, stated);
        access(service, AccessStated.in(stated));
        var municipalities = known.municipalitiesOf(stated.locations());
        areas(service, stated, municipalities, parts);
        var covered = service.serviceAreas.stream()
                .map(area -> area.placeCode)
                .filter(Objects::nonNull)
                .toList();
        var zone = places.timezoneOf(municipalities.isEmpty() ? covered : municipalities);
        parts.phones(stated.phones(), service.phones, phone -> phone.service = service);
        parts.schedules(stated.schedules(), zone, service.schedules, each -> each.service = service);
        parts.languages(stated.languages(), service.languages, each -> each.service = service);
        for (var each : stated.requiredDocuments()) {
            var document = parts.part(new RequiredDocument(), "required_document", each, service.requiredDocuments);
            document.service = service;
            document.document = wording.english(document, "required_document", "document", each);
        }
        stated.taxonomy().stream()
                .distinct()
                .forEach(code -> parts.attribute(known.term(NEEDS, code), "need", service.attributes));
        stated.audience().stream()
                .distinct()
                .forEach(code -> parts.attribute(known.term(AUDIENCES, code), "intended audience", service.attributes));
        service.sources.addAll(parts.citations(stated.sources()));
        return service;
    }

    private void texts(Service service, ServiceRecord stated) {
        service.interpretationServices = english(service, "interpretation_services", stated.interpretationServices());
        service.applicationProcess = english(service, "application_process", stated.applicationProcess());
        service.eligibilityDescription = english(service, "eligibility_description", stated.eligibilityDescription());
        service.feesDescription = english(service, "fees_description", stated.feesDescription());
        service.notes = english(service, "notes", stated.notes());
    }

    private String english(Translatable service, String field, String text) {
        return wording.english(service, "service", field, text);
    }

    private void access(Service service, AccessStated access) {
        service.deliveryModes = access.deliveryModes();
        service.accessModes = access.accessModes();
        service.byAppointmentOnly = access.byAppointmentOnly();
        service.whoMayRefer = wording.lines(service, "service", "who_may_refer", access.whoMayRefer());
        service.free = access.free();
        service.interpreterAvailable = access.interpreterAvailable();
        service.minimumAge = access.minimumAge();
    }

    private void areas(Service service, ServiceRecord stated, List<String> near, Parts parts) {
        for (var name : stated.coverage()) {
            if (name.toLowerCase(Locale.ROOT).equals("national")) {
                area(service, "Portugal", null, parts).nationwide = true;
                continue;
            }
            var meant = places.named(name, near);
            if (meant.isEmpty()) {
                area(service, wording.inPortuguese(name), null, parts);
            }
            for (var place : meant) {
                var area = area(service, place.name, place.code, parts);
                area.description = name.equals(place.name) ? null : wording.inPortuguese(name);
            }
        }
    }

    private static ServiceArea area(Service service, String name, String placeCode, Parts parts) {
        var area = parts.part(
                new ServiceArea(), "service_area", placeCode == null ? name : placeCode, service.serviceAreas);
        area.service = service;
        area.name = name;
        area.placeCode = placeCode;
        return area;
    }

    ServiceAtLocation serviceAtLocation(UUID id, ServiceAtLocationRecord stated) {
        var both = new ServiceAtLocation();
        both.id = id;
        both.service = known.reference(Service.class, "service", stated.service());
        both.location = known.reference(Location.class, "location", stated.location());
        return both;
    }

    OneStopCentre centre(UUID id, OneStopCentreRecord stated) {
        var centre = new OneStopCentre();
        centre.id = id;
        var parts = new Parts(id, "one_stop_centre", wording);
        centre.location = known.reference(Location.class, "location", stated.location());
        centre.status = stated.status();
        centre.name = stated.name();
        centre.period = wording.of(centre, "one_stop_centre", "period", stated.period());
        centre.description = wording.of(centre, "one_stop_centre", "description", stated.description());
        centre.runBy = stated.runBy();
        centre.languages = stated.languages();
        centre.languagesNote = wording.of(centre, "one_stop_centre", "languages_note", stated.languagesNote());
        for (var each : stated.features()) {
            var feature = parts.part(
                    new OneStopFeature(), "one_stop_feature", each.name().toString(), centre.features);
            feature.oneStopCentre = centre;
            feature.name = wording.of(feature, "one_stop_feature", "name", each.name());
        }
        for (var each : stated.desks()) {
            var desk = parts.part(
                    new Desk(),
                    "desk",
                    each.kind() + "|" + each.service() + "|" + each.name().get("pt"),
                    centre.desks);
            desk.oneStopCentre = centre;
            desk.name = wording.of(desk, "desk", "name", each.name());
            desk.kind = each.kind();
            desk.since = wording.of(desk, "desk", "since", each.since());
            desk.organization = each.organization() == null
                    ? null
                    : known.reference(Organization.class, "organization", each.organization());
            desk.service = each.service() == null ? null : known.reference(Service.class, "service", each.service());
        }
        centre.sources.addAll(parts.citations(stated.sources()));
        return centre;
    }

    /** Nothing is sure that can be checked at no page. */
    private static String confidence(String stated, List<CitationRecord> sources) {
        return stated.equals("high") && sources.stream().noneMatch(each -> PublicPage.isSound(each.url()))
                ? "medium"
                : stated;
    }

    private static Map<String, String> names(String portuguese, String english) {
        return english == null || english.equals(portuguese)
                ? Map.of("pt", portuguese)
                : Map.of("pt", portuguese, "en", english);
    }
}
