package org.balcao.search.store.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.balcao.directory.store.Batch;
import org.balcao.directory.store.Conditions;
import org.balcao.directory.store.Near;
import org.balcao.directory.store.PagedSelect;
import org.balcao.directory.store.RecordVersion;
import org.balcao.directory.store.ResultPage;
import org.balcao.directory.store.ServiceTables;
import org.balcao.search.ServiceAtLocationSearch;

/** At which places which services are given, as a reader asks. */
@ApplicationScoped
class ServiceAtLocationQueries implements ServiceAtLocationSearch {

    private static final Pattern POSTCODE = Pattern.compile("\\s*([0-9]{4})(?:[- ]?([0-9]{3}))?\\s*");
    private static final String COLUMNS =
            "greatest(sx.version, st.version, sl.version) as version, 0 as parts, cast(null as float8) as chord, false as approximate";
    private static final String FROM = """
            directory.service_at_location x
            join directory.service s on s.id = x.service_id
            join directory.stamp st on st.id = s.id
            join directory.stamp sx on sx.id = x.id
            join directory.stamp sl on sl.id = x.location_id""";

    /** The places with a postal code whose address may be shown. */
    private static final String CODED = """
            select l.id, l.municipality_code, coalesce(l.latitude, m.latitude) as latitude, coalesce(l.longitude, m.longitude) as longitude
            from directory.location l join directory.address a on a.location_id = l.id
            left join directory.place m on m.code = l.municipality_code
            where l.address_visibility = 'full' and a.postal_code like :postcode""";

    private final EntityManager entities;
    private final SqlFilters filters;

    ServiceAtLocationQueries(EntityManager entities, SqlFilters filters) {
        this.entities = entities;
        this.filters = filters;
    }

    @Override
    public Optional<RecordVersion> find(UUID id) {
        return new PagedSelect("", COLUMNS, FROM, new Conditions().and("id", "x.id = :id", "id", id), "", "x")
                .all(entities).stream().findFirst();
    }

    @Override
    public ResultPage page(Query query, int page, int perPage) {
        return select(query).page(entities, page, perPage);
    }

    @Override
    public Batch after(Query query, long position, int most) {
        return Batch.of(select(query).after(entities, position, most), position, most);
    }

    private PagedSelect select(Query query) {
        Conditions conditions = filters.atOnePlace(query.service());
        String from = query.service().searches() ? FROM + SearchDocument.JOIN : FROM;
        if (query.postcode() == null || query.postcode().isBlank()) {
            return new PagedSelect("", COLUMNS, from, conditions, "", "x");
        }
        Matcher postcode = POSTCODE.matcher(query.postcode());
        if (!postcode.matches()) {
            conditions.and("postcode", "false");
            return new PagedSelect("", COLUMNS, from, conditions, "", "x");
        }
        String code = postcode.group(2) == null ? postcode.group(1) + "%" : postcode.group(1) + "-" + postcode.group(2);
        return query.proximity() == null
                ? covered(conditions, from, code)
                : around(conditions, from, code, query.proximity());
    }

    /** At a place with that code, or for people who live in a municipality where it is used. */
    private static PagedSelect covered(Conditions conditions, String from, String code) {
        String area = " area where area.nationwide or area.place_code in (select municipality_code from coded"
                + " union select p.parent_code from directory.place p join coded on coded.municipality_code = p.code)";
        conditions.and(
                "postcode",
                "exists (select from coded) and (x.location_id in (select id from coded) or s.id in (select area.service_id from "
                        + ServiceTables.AREAS + area + "))",
                "postcode",
                code);
        return new PagedSelect("with coded as (" + CODED + ") ", COLUMNS, from, conditions, "", "x");
    }

    /** At most so far from the middle of the places with that code. */
    private PagedSelect around(Conditions conditions, String from, String code, int metres) {
        Tuple middle = new Conditions()
                .with("postcode", code)
                .rows(
                        entities,
                        "select avg(latitude) as latitude, avg(longitude) as longitude from (" + CODED + ") coded")
                .getFirst();
        if (middle.get("latitude") == null) {
            conditions.and("postcode", "false");
            return new PagedSelect("", COLUMNS, from, conditions, "", "x");
        }
        Near near = new Near(
                middle.get("latitude", Double.class), middle.get("longitude", Double.class), Math.max(metres, 1));
        near.addTo(conditions);
        conditions.and(
                "postcode",
                "x.location_id in (select location_id from near_place union select id from coded)",
                "postcode",
                code);
        return new PagedSelect(
                "with " + near.sql() + ", coded as (" + CODED + ") ", COLUMNS, from, conditions, "", "x");
    }
}
