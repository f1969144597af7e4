package org.balcao.search.store.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.store.Batch;
import org.balcao.directory.store.Conditions;
import org.balcao.directory.store.PagedSelect;
import org.balcao.directory.store.ProgramBranches;
import org.balcao.directory.store.RecordVersion;
import org.balcao.directory.store.ResultPage;
import org.balcao.directory.store.ServiceTables;
import org.balcao.search.FoldedBranches;
import org.balcao.search.ModifiedPage;
import org.balcao.search.ModifiedPage.Modified;
import org.balcao.search.ServiceFilter.Places;
import org.balcao.search.ServiceFilter.Terms;
import org.balcao.search.ServicePage;
import org.balcao.search.ServiceQuery;

/** Which services a reader asks for, out of PostgreSQL. */
@ApplicationScoped
public class ServiceQueries {

    private static final String FROM = "directory.service s join directory.stamp st on st.id = s.id";
    private static final String PLAIN = "st.version, 0 as parts, cast(null as float8) as chord, false as approximate";
    private static final String CONFIDENCE = "array_position(array['high', 'medium', 'low'], s.confidence)";
    /** Who asks for one need is helped sooner by a service for just that than by a local desk for everything. */
    private static final String DEVOTION =
            "(select count(*) from directory.attribute need where need.link_id = s.id and need.link_type = 'need')";

    private static final String MEASURED = "st.version, 0 as parts, near.chord, near.approximate";
    private static final String NEAREST = """
            , near_service as (
              select distinct on (sal.service_id) sal.service_id, n.chord, n.approximate
              from near_place n join directory.service_at_location sal on sal.location_id = n.location_id
              order by sal.service_id, n.chord, n.approximate
            )\s""";

    /** How far the nearest municipality is that a service without a place is for. */
    private static final String REACH = "(select min(directory.earth_cube(town.latitude, town.longitude)"
            + " operator(directory.<->) directory.earth_cube(:near_latitude, :near_longitude)) from "
            + ServiceTables.AREAS
            + " area join directory.place town on town.code = area.place_code and town.level = 'municipality'"
            + " and town.latitude is not null where area.service_id = s.id)";

    private final EntityManager entities;
    private final SqlFilters filters;
    private final OpenServices openServices;

    ServiceQueries(EntityManager entities, SqlFilters filters, OpenServices openServices) {
        this.entities = entities;
        this.filters = filters;
        this.openServices = openServices;
    }

    /** @param page from 1 */
    public ServicePage page(ServiceQuery query, int page, int perPage) {
        if (query.folds()) {
            Conditions conditions = withOpen(query);
            return ServicePage.of(
                    select(query, conditions).page(entities, page, perPage), foldedBranches(query, conditions));
        }
        return ServicePage.of(
                query.openAt() == null ? select(query).page(entities, page, perPage) : open(query, page, perPage));
    }

    private ResultPage open(ServiceQuery query, int page, int perPage) {
        List<RecordVersion> open =
                openServices.openAt(query.openAt(), select(query).all(entities));
        int first = (int) Math.min((long) (page - 1) * perPage, open.size());
        return new ResultPage(open.subList(first, Math.min(first + perPage, open.size())), open.size());
    }

    /** What stands behind services of the list. */
    FoldedBranches foldedBranches(ServiceQuery query, Conditions conditions) {
        if (!conditions.fold()) {
            return FoldedBranches.NONE;
        }
        String fitting = " from " + from(query) + conditions.fitting("");
        Map<UUID, Long> byEntry = new HashMap<>();
        Map<UUID, Long> byProgram = new HashMap<>();
        conditions
                .rows(
                        entities,
                        "with branches as (select s.program_id, count(*) as count" + fitting + " and "
                                + ProgramBranches.BRANCH
                                + " group by s.program_id), entries as (select s.id, s.program_id"
                                + fitting + " and " + ProgramBranches.ENTRY
                                + ") select id, program_id, count from entries join branches using (program_id)")
                .forEach(row -> {
                    long count = ((Number) row.get("count")).longValue();
                    byEntry.put(row.get("id", UUID.class), count);
                    byProgram.put(row.get("program_id", UUID.class), count);
                });
        return new FoldedBranches(
                byEntry, byProgram.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Which of the services asked for, whatever moment they were asked for, are open at this one. None stands behind another. */
    private List<UUID> open(Instant moment, ServiceQuery query) {
        return openServices.openAt(moment, select(query.unfolded()).all(entities)).stream()
                .map(RecordVersion::id)
                .toList();
    }

    /** How many of the services asked for, whatever moment they were asked for, would be listed as open at this one. */
    long openNow(Instant moment, ServiceQuery query) {
        ServiceQuery open = query.openingAt(moment);
        return query.folds()
                ? select(open, withOpen(open)).total(entities)
                : open(moment, query).size();
    }

    /** Of how many of the services asked for nobody knows when they are open. */
    long hoursUnknown(Instant moment, ServiceQuery query) {
        return openServices.unknownAt(moment, select(query).all(entities));
    }

    /** The next services in the order of entry. With a moment to be open at, fewer may come than were looked at. */
    public Batch after(ServiceQuery query, long position, int most) {
        List<RecordVersion> looked = select(query).after(entities, position, most);
        List<RecordVersion> kept = query.openAt() == null ? looked : openServices.openAt(query.openAt(), looked);
        return new Batch(kept, looked.isEmpty() ? position : looked.getLast().position(), looked.size() < most);
    }

    /** Id and moment of modification of the next services in the order of entry. */
    public List<Modified> modifiedAfter(ServiceQuery query, long position, int most) {
        Conditions conditions = withOpen(query).with("after_position", position);
        String sql = modified(query, conditions) + " and s.position > :after_position order by s.position";
        return conditions.rows(entities, sql, 0, most).stream()
                .map(ServiceQueries::modified)
                .toList();
    }

    /** Id and moment of modification of one page of services in the order of entry. */
    public ModifiedPage modifiedPage(ServiceQuery query, int page, int perPage) {
        Conditions conditions = withOpen(query);
        String sql = modified(query, conditions) + " order by s.position";
        return new ModifiedPage(
                conditions.rows(entities, sql, (long) (page - 1) * perPage, perPage).stream()
                        .map(ServiceQueries::modified)
                        .toList(),
                conditions.number(entities, with(query) + "select count(*) from " + from(query) + conditions.where()));
    }

    private static String modified(ServiceQuery query, Conditions conditions) {
        return with(query) + "select s.id, s.position, st.last_modified from " + from(query) + conditions.where();
    }

    private static Modified modified(Tuple row) {
        return new Modified(
                row.get("id", UUID.class),
                ((Number) row.get("position")).longValue(),
                row.get("last_modified", Instant.class));
    }

    /** The conditions of a query, with the hours worked out: PostgreSQL does not know them. */
    Conditions withOpen(ServiceQuery query) {
        Conditions conditions = filters.of(query);
        if (query.openAt() == null) {
            return conditions;
        }
        List<UUID> open = open(query.openAt(), query);
        return open.isEmpty()
                ? conditions.and("open_at", "false")
                : conditions.and("open_at", "s.id in (:open)", "open", open);
    }

    private PagedSelect select(ServiceQuery query) {
        return select(query, filters.of(query));
    }

    private static PagedSelect select(ServiceQuery query, Conditions conditions) {
        return new PagedSelect(
                with(query),
                query.near() == null ? PLAIN : MEASURED,
                from(query),
                conditions,
                order(query, conditions),
                "s");
    }

    static String with(ServiceQuery query) {
        return query.near() == null ? "" : "with " + query.near().sql() + NEAREST;
    }

    static String from(ServiceQuery query) {
        return FROM
                + (query.searches() ? SearchDocument.JOIN : "")
                + (query.near() == null ? "" : " left join near_service near on near.service_id = s.id");
    }

    /** In a place, the entry of a program comes after all others if a branch of it is in the list. */
    private static String entriesLast(ServiceQuery query, Conditions conditions) {
        return query.asks(Places.class)
                ? "(%s and s.program_id in (select s.program_id from %s%s and %s)), "
                        .formatted(ProgramBranches.ENTRY, from(query), conditions.fitting(""), ProgramBranches.BRANCH)
                : "";
    }

    private static String order(ServiceQuery query, Conditions conditions) {
        return switch (query.order()) {
            case RELEVANCE -> {
                String best = query.searches() ? conditions.best() : query.asks(Terms.class) ? DEVOTION + ", " : "";
                yield entriesLast(query, conditions) + (best.isEmpty() ? "" : best + CONFIDENCE + ", ");
            }
            case DISTANCE -> query.near() == null ? "" : "coalesce(near.chord, " + REACH + ") nulls last, ";
            case MODIFIED -> "st.last_modified desc, ";
            case OPENING, ENTRY -> "";
        };
    }
}
