package org.balcao.directory.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.balcao.directory.model.DirectoryRecord;
import org.balcao.directory.rest.RenderedRecords.Rendered;
import org.balcao.directory.rest.asked.Languages;
import org.balcao.directory.rest.view.PageHeadView;
import org.balcao.directory.store.ChangeLog;
import org.balcao.directory.store.CountedPlaces;
import org.balcao.directory.store.DirectoryCounts;
import org.balcao.directory.store.LocationQueries;
import org.balcao.directory.store.OrganizationQueries;
import org.balcao.directory.store.RecordVersion;
import org.balcao.directory.store.Redirects;
import org.balcao.directory.store.ServiceVersions;
import org.balcao.shared.PublicUrl;
import org.balcao.shared.RecordPages;
import org.balcao.shared.ShownCard;

/** The heads of the pages of records, out of what is rendered for the API: the same visibility, the same languages, the same versions. */
@ApplicationScoped
class PagesOfRecords implements RecordPages {

    private static final JsonMapper JSON = new JsonMapper();

    private final RenderedRecords rendered;
    private final DirectoryCounts counts;
    private final ServiceVersions services;
    private final OrganizationQueries organizations;
    private final LocationQueries locations;
    private final CountedPlaces places;
    private final Redirects redirects;
    private final ChangeLog changes;
    private final PublicUrl publicUrl;

    PagesOfRecords(
            RenderedRecords rendered,
            DirectoryCounts counts,
            ServiceVersions services,
            OrganizationQueries organizations,
            LocationQueries locations,
            CountedPlaces places,
            Redirects redirects,
            ChangeLog changes,
            PublicUrl publicUrl) {
        this.rendered = rendered;
        this.counts = counts;
        this.services = services;
        this.organizations = organizations;
        this.locations = locations;
        this.places = places;
        this.redirects = redirects;
        this.changes = changes;
        this.publicUrl = publicUrl;
    }

    @Override
    @ActivateRequestContext
    public Found find(Kind kind, String id, String language) {
        return switch (kind) {
            case SERVICE -> record(kind, Representation.SERVICE_PAGE, id, services::find, language);
            case ORGANIZATION -> record(kind, Representation.ORGANIZATION_PAGE, id, organizations::find, language);
            case LOCATION -> record(kind, Representation.LOCATION_PAGE, id, locations::find, language);
            case PLACE ->
                places.names()
                        .find(id)
                        .<Found>map(place -> shown(
                                kind,
                                place.code(),
                                HsdsJson.bytes(PageHeadView.of(place, places.names())),
                                language,
                                Optional.empty()))
                        .orElseGet(Missing::new);
        };
    }

    private <E extends DirectoryRecord> Found record(
            Kind kind,
            Representation<E> form,
            String id,
            Function<UUID, Optional<RecordVersion>> find,
            String language) {
        Optional<UUID> uuid = Ids.read(id);
        if (uuid.isEmpty()) {
            return new Missing();
        }
        Languages languages = Languages.wanted(List.of(language), null, counts.textLanguages());
        Optional<Rendered> one = find.apply(uuid.get())
                .flatMap(stamp ->
                        rendered.of(form, List.of(stamp), languages).stream().findFirst());
        if (one.isPresent()) {
            Optional<ShownCard> card = kind == Kind.SERVICE ? service(uuid.get(), languages) : Optional.empty();
            return shown(kind, uuid.get().toString(), one.get().json(), language, card);
        }
        return redirects
                .of(uuid.get())
                .<Found>map(now -> new Moved(now.toString()))
                .orElseGet(() -> changes.wasRemoved(uuid.get()) ? new Gone() : new Missing());
    }

    /** A service with its organization and telephone, as its page will ask for it a moment later. */
    private Optional<ShownCard> service(UUID id, Languages languages) {
        return services.find(id)
                .flatMap(stamp -> rendered.of(Representation.SERVICE_FULL, List.of(stamp), languages).stream()
                        .findFirst())
                .flatMap(service -> ShownCards.of(service.json()));
    }

    /** @param card what there is beyond the name and the description */
    private Shown shown(Kind kind, String id, byte[] json, String language, Optional<ShownCard> card) {
        try {
            JsonNode head = JSON.readTree(json);
            String name = head.path("name").textValue();
            String description = head.path("description").textValue();
            String data = head.get("data") instanceof ObjectNode node ? whole(node, kind, id, language) : null;
            return new Shown(
                    id,
                    name,
                    description,
                    head.path("discreet").booleanValue(),
                    head.path("offered").booleanValue(),
                    data,
                    name == null ? null : card.orElseGet(() -> new ShownCard(id, name, null, null, description, null)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The node as a document of its own, with the page that it is the subject of. */
    private String whole(ObjectNode node, Kind kind, String id, String language) {
        ObjectNode whole = JSON.createObjectNode().put("@context", "https://schema.org");
        whole.setAll(node);
        whole.put("mainEntityOfPage", publicUrl.said().orElse("") + "/" + language + "/" + kind.word() + "/" + id);
        return whole.toString();
    }
}
