package org.balcao.search.store.sql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.store.ChangeLog;
import org.balcao.directory.store.Conditions;
import org.balcao.directory.store.ProgramBranches;
import org.balcao.directory.store.ServiceTables;
import org.balcao.search.FacetCounts;
import org.balcao.search.FacetCounts.Counted;
import org.balcao.search.FacetCounts.CountedDistrict;
import org.balcao.search.ServiceFacet;
import org.balcao.search.ServiceFilter.Terms;
import org.balcao.search.ServiceQuery;
import org.balcao.shared.KeyedHash;

/**
 * How many services each further choice would leave. A choice that is already made is left out of the count of its alternatives, so
 * a reader sees what changing it would find.
 */
@ApplicationScoped
public class SqlFacets {

    /** @param query without its words, of which there is a hash */
    private record Key(long seq, KeyedHash search, ServiceQuery query) {
        static Key of(long seq, ServiceQuery query) {
            return new Key(seq, KeyedHash.of(query.search()), query.withoutWords());
        }
    }

    private static final int MOST_HELD = 500;

    /**
     * Of {@code valued (value, id, entry_of, branch_of)}: a service {@code v} is in the list that choosing the value would leave. A branch is
     * not, if the entry of its program has the value too.
     */
    private static final String LISTED = "(v.branch_of is null or not exists (select from valued entry"
            + " where entry.value = v.value and entry.entry_of = v.branch_of))";

    private static final String TAXONOMIES =
            "select distinct taxonomy_id as id from directory.taxonomy_term where taxonomy_id is not null";

    private static final String TERMS = """
            , wider (id, term_id) as (
              select id, id from directory.taxonomy_term where taxonomy_id = :counted_taxonomy
              union select w.id, t.parent_id from wider w join directory.taxonomy_term t on t.id = w.term_id where t.parent_id is not null
            )
            , valued as (
              select distinct t.id as value, m.*
              from matched m join directory.attribute a on a.link_id = m.id join wider w on w.id = a.taxonomy_term_id
              join directory.taxonomy_term t on t.id = w.term_id
            )
            select t.id, count(*) as count from valued v join directory.taxonomy_term t on t.id = v.value
            where\s""" + LISTED + """
             group by t.id, t.position order by t.position""";

    private static final String DISTRICTS = """
            , found (service_id, code, local, door) as (
              select sal.service_id, coalesce(nullif(p.parent_code, 'PT'), p.code), true, true
              from directory.service_at_location sal join directory.location l on l.id = sal.location_id
              join directory.place p on p.code = l.municipality_code
              where l.address_visibility <> 'hidden'
              union
              select area.service_id, d.code, true, false from %1$s area
              join directory.place p on p.code = area.place_code
              join directory.place d on d.code = p.code or d.code = p.parent_code
              union
              select area.service_id, d.code, false, false from %1$s area cross join directory.place d where area.nationwide
            )
            select d.code, d.name, count(distinct m.id) as count, count(distinct m.id) filter (where found.local) as local,
                   count(distinct m.id) filter (where found.door) as doors
            from directory.place d join found on found.code = d.code join matched m on m.id = found.service_id
            where d.level <> 'municipality'
            group by d.position, d.code, d.name order by d.position""".formatted(ServiceTables.AREAS);

    private static final String LANGUAGES = """
            , valued as (
              select distinct spoken.code as value, m.*
              from matched m join %s spoken on spoken.service_id = m.id where spoken.code is not null
            )
            select value as code, value as name, count(*) as count from valued v where %s
            group by value order by count desc, value""".formatted(ServiceTables.SPOKEN, LISTED);

    private static final String DELIVERY_MODES = """
            , valued as (
              select distinct mode as value, m.*
              from matched m join directory.service s on s.id = m.id cross join unnest(s.delivery_modes) mode
            )
            select value as code, value as name, count(*) as count from valued v where %s
            group by value order by array_position(array['in_person', 'phone', 'online'], value)""".formatted(LISTED);

    private static final String FREE = """
            , valued as (select 1 as value, m.* from matched m join directory.service s on s.id = m.id where s.free)
            select count(*) from valued v where\s""" + LISTED;
    private static final String NATIONWIDE = "select count(distinct m.id) from matched m join " + ServiceTables.AREAS
            + " area on area.service_id = m.id where area.nationwide";

    private final EntityManager entities;
    private final ServiceQueries queries;
    private final ChangeLog changeLog;
    private final Cache<Key, FacetCounts> counted =
            Caffeine.newBuilder().maximumSize(MOST_HELD).build();

    SqlFacets(EntityManager entities, ServiceQueries queries, ChangeLog changeLog) {
        this.entities = entities;
        this.changeLog = changeLog;
        this.queries = queries;
    }

    /**
     * The counts of a query, asked at a moment. All but who is open now are counted once for each change of the directory,
     * except around where somebody is, which is not kept.
     */
    public FacetCounts facets(ServiceQuery query, Instant now) {
        long openNow = queries.openNow(now, query);
        long unknown = queries.hoursUnknown(now, query);
        return query.openAt() == null && query.near() == null
                ? counted.get(Key.of(changeLog.newest(), query), key -> count(query))
                        .withOpenNow(openNow, unknown)
                : count(query).withOpenNow(openNow, unknown);
    }

    private FacetCounts count(ServiceQuery query) {
        Conditions conditions = queries.withOpen(query);
        return new FacetCounts(
                conditions.number(
                        entities,
                        ServiceQueries.with(query) + "select count(*) from " + ServiceQueries.from(query)
                                + conditions.where()),
                queries.foldedBranches(query, conditions).total(),
                terms(query, conditions),
                districts(query, conditions),
                counted(query, conditions, ServiceFacet.LANGUAGES, LANGUAGES),
                counted(query, conditions, ServiceFacet.DELIVERY_MODES, DELIVERY_MODES),
                conditions.number(entities, matched(query, conditions, ServiceFacet.FREE.without()) + FREE),
                0,
                0,
                conditions.number(
                        entities, matched(query, conditions, ServiceFacet.NATIONWIDE.without()) + NATIONWIDE));
    }

    private Map<UUID, Long> terms(ServiceQuery query, Conditions conditions) {
        Map<UUID, Long> counts = new LinkedHashMap<>();
        for (Tuple taxonomy : new Conditions().rows(entities, TAXONOMIES)) {
            UUID id = taxonomy.get("id", UUID.class);
            conditions.with("counted_taxonomy", id);
            String sql = matched(query, conditions, Terms.of(id)) + TERMS;
            conditions.rows(entities, sql).forEach(row -> counts.put(row.get("id", UUID.class), number(row, "count")));
        }
        return counts;
    }

    private List<CountedDistrict> districts(ServiceQuery query, Conditions conditions) {
        String sql = matched(query, conditions, ServiceFacet.DISTRICTS.without()) + DISTRICTS;
        return conditions.rows(entities, sql).stream()
                .map(row -> new CountedDistrict(
                        row.get("code", String.class),
                        row.get("name", String.class),
                        number(row, "count"),
                        number(row, "local"),
                        number(row, "doors")))
                .toList();
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private List<Counted> counted(ServiceQuery query, Conditions conditions, ServiceFacet facet, String sql) {
        return conditions.rows(entities, matched(query, conditions, facet.without()) + sql).stream()
                .map(row ->
                        new Counted(row.get("code", String.class), row.get("name", String.class), number(row, "count")))
                .toList();
    }

    /**
     * The services that meet every condition but those of one question, as a table {@code matched (id, entry_of, branch_of)}: with the program
     * that each is the entry or a branch of, where branches stand behind entries.
     */
    private static String matched(ServiceQuery query, Conditions conditions, String without) {
        String near = ServiceQueries.with(query);
        return (near.isEmpty()
                        ? "with recursive "
                        : near.stripTrailing().replaceFirst("^with ", "with recursive ") + ", ")
                + "matched as materialized (select s.id, "
                + (conditions.fold()
                        ? "case when " + ProgramBranches.ENTRY + " then s.program_id end as entry_of, case when "
                                + ProgramBranches.BRANCH + " then s.program_id end as branch_of"
                        : "cast(null as uuid) as entry_of, cast(null as uuid) as branch_of")
                + " from " + ServiceQueries.from(query) + conditions.fitting(without) + ") ";
    }
}
