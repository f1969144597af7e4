package org.balcao.directory.rest.view;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.balcao.directory.model.Location;
import org.balcao.directory.model.Organization;
import org.balcao.directory.model.Service;
import org.balcao.directory.store.CountedPlaces.Atlas;
import org.balcao.directory.store.CountedPlaces.CountedPlace;

/**
 * What the head of a record's page says.
 *
 * @param name null where the record may not be named
 * @param discreet whether the name is kept out of the document's title
 * @param offered whether it is there to be used now
 * @param data a node of schema.org; null where the record may not be named
 */
public record PageHeadView(
        String name, String description, boolean discreet, boolean offered, Map<String, Object> data) {

    /** Needs that may put whoever reads of them in danger at home, with all that is within them; the page has the same list. */
    private static final Set<String> SENSITIVE = Set.of("violence", "lgbti", "health.sexual");

    private static final String ACTIVE = "active";

    public static PageHeadView of(Service service, RenderContext context) {
        RenderContext.Texts texts = context.texts(service);
        return new PageHeadView(
                texts.in("name", service.name),
                texts.in("description", service.description),
                isSensitive(service),
                ACTIVE.equals(service.status),
                SchemaOrg.of(service, context));
    }

    public static PageHeadView of(Organization organization, RenderContext context) {
        RenderContext.Texts texts = context.texts(organization);
        return new PageHeadView(
                texts.in("name", organization.name),
                texts.in("description", organization.description),
                false,
                ACTIVE.equals(organization.status),
                SchemaOrgDoors.of(organization, context));
    }

    /** Of a hidden location nothing is said. */
    public static PageHeadView of(Location location, RenderContext context) {
        VisiblePlace visible = VisiblePlace.of(location, context);
        if (visible.hidden()) {
            return new PageHeadView(null, null, true, false, null);
        }
        RenderContext.Texts texts = context.texts(location);
        return new PageHeadView(
                texts.in("name", location.name),
                visible.full() ? texts.in("description", location.description) : null,
                false,
                true,
                SchemaOrgDoors.of(location, context));
    }

    public static PageHeadView of(CountedPlace place, Atlas atlas) {
        Optional<CountedPlace> around = atlas.find(place.parentCode());
        return new PageHeadView(place.name(), null, false, true, SchemaOrgDoors.of(place, around));
    }

    private static boolean isSensitive(Service service) {
        return service.attributes.stream()
                .map(attribute -> attribute.taxonomyTerm)
                .filter(term -> term != null
                        && term.code != null
                        && term.taxonomyDetail != null
                        && TermView.NEEDS.equals(term.taxonomyDetail.name))
                .anyMatch(term -> isSensitive(term.code));
    }

    /** Whether the need of a code is one of those that may put whoever reads of it in danger. */
    public static boolean isSensitive(String need) {
        return SENSITIVE.stream().anyMatch(each -> need.equals(each) || need.startsWith(each + "."));
    }
}
