package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which locations a reader asks for. A hidden one is never found by where it is or by its name. */
@ApplicationScoped
public class LocationQueries {

    /** What a reader asks of the locations; null or empty is not asked. */
    public record LocationQuery(
            String search,
            List<UUID> organizations,
            List<String> places,
            Near near,
            Boolean oneStopCentre,
            boolean nearestFirst) {}

    /** A location shows its services and its organization's name, so their changes are changes of what is shown. */
    private static final String SHOWN = """
            (select greatest(st.version, max(shown.version)) from directory.stamp shown where shown.id = l.organization_id or shown.id in (
               select service_id from directory.service_at_location where location_id = l.id)) as version,
            (select count(*) from directory.service_at_location where location_id = l.id) as parts,\s""";

    private static final String FROM = "directory.location l join directory.stamp st on st.id = l.id";

    private final EntityManager entities;

    LocationQueries(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<RecordVersion> find(UUID id) {
        LocationQuery everything = new LocationQuery(null, List.of(), List.of(), null, null, false);
        return listing(everything, new Conditions().and("id", "l.id = :id", "id", id)).all(entities).stream()
                .findFirst();
    }

    public ResultPage page(LocationQuery query, int page, int perPage) {
        return listing(query, conditions(query)).page(entities, page, perPage);
    }

    public Batch after(LocationQuery query, long position, int most) {
        return Batch.of(listing(query, conditions(query)).after(entities, position, most), position, most);
    }

    private static PagedSelect listing(LocationQuery query, Conditions conditions) {
        if (query.near() == null) {
            return new PagedSelect(
                    "", SHOWN + "cast(null as float8) as chord, false as approximate", FROM, conditions, "", "l");
        }
        return new PagedSelect(
                "with " + query.near().sql() + " ",
                SHOWN + "near.chord, near.approximate",
                FROM + " left join near_place near on near.location_id = l.id",
                conditions,
                query.nearestFirst() ? "near.chord nulls last, " : "",
                "l");
    }

    private static Conditions conditions(LocationQuery query) {
        Conditions conditions = new Conditions();
        if (query.search() != null && !query.search().isBlank()) {
            conditions.and("search", "l.address_visibility <> 'hidden'");
            Words.of(query.search())
                    .in(
                            conditions,
                            "concat_ws(' ', l.name, l.alternate_name, directory.all_texts(l.id, 'name'),"
                                    + " (select concat_ws(' ', p.name, p.parent_name) from directory.place p where p.code = l.municipality_code),"
                                    + " (select name from directory.organization where id = l.organization_id))");
        }
        if (!query.organizations().isEmpty()) {
            conditions.and(
                    "organization_id", "l.organization_id in (:organizations)", "organizations", query.organizations());
        }
        if (!query.places().isEmpty()) {
            conditions.and(
                    "place",
                    "l.address_visibility <> 'hidden' and l.municipality_code in"
                            + " (select code from directory.place where code in (:places) or parent_code in (:places))",
                    "places",
                    query.places());
        }
        if (query.near() != null) {
            query.near().addTo(conditions);
            if (query.near().radius() != null) {
                conditions.and("near", "near.chord is not null");
            }
        }
        if (query.oneStopCentre() != null) {
            String centre = "exists (select from directory.one_stop_centre c where c.location_id = l.id)";
            conditions.and(
                    "one_stop_centre",
                    query.oneStopCentre() ? "l.address_visibility <> 'hidden' and " + centre : "not " + centre);
        }
        return conditions;
    }
}
