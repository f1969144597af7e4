package org.balcao.directory.store;

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

/**
 * How many services each further choice would leave. A choice that is already made is left out of the count of its alternatives, so
 * a reader sees what changing it would find.
 */
@ApplicationScoped
public class ServiceFacets {

    /** A choice by its code or word, and how many services it would leave. */
    public record Counted(String code, String name, long count) {}

    /** The counts of every choice, terms in the order of entry; terms and places without a service are not among them. */
    public record Counts(
            long total,
            Map<UUID, Long> terms,
            List<Counted> districts,
            List<Counted> languages,
            List<Counted> deliveryModes,
            long free,
            long openNow,
            long hoursUnknown,
            long nationwide) {

        private Counts openNow(long open, long unknown) {
            return new Counts(total, terms, districts, languages, deliveryModes, free, open, unknown, nationwide);
        }
    }

    private record Key(long seq, ServiceQuery query) {}

    private static final int MOST_HELD = 500;

    private static final String TAXONOMIES =
            "select distinct taxonomy_id as id from directory.taxonomy_term where taxonomy_id is not null";

    private static final String TERMS = """
            , wider (id, term_id) as (
              select id, id from directory.taxonomy_term where taxonomy_id = :counted_taxonomy
              union select w.id, t.parent_id from wider w join directory.taxonomy_term t on t.id = w.term_id where t.parent_id is not null
            )
            select t.id, count(distinct m.id) as count
            from matched m join directory.attribute a on a.link_id = m.id join wider w on w.id = a.taxonomy_term_id
            join directory.taxonomy_term t on t.id = w.term_id
            group by t.id, t.position order by t.position""";

    private static final String DISTRICTS = """
            , found (service_id, code) as (
              select sal.service_id, coalesce(nullif(p.parent_code, 'PT'), p.code)
              from directory.service_at_location sal join directory.location l on l.id = sal.location_id
              join directory.place p on p.code = l.municipality_code
              where l.address_visibility <> 'hidden'
              union
              select area.service_id, d.code from %1$s area
              join directory.place p on p.code = area.place_code
              join directory.place d on d.code = p.code or d.code = p.parent_code
              union
              select area.service_id, d.code from %1$s area cross join directory.place d where area.nationwide
            )
            select d.code, d.name, count(distinct m.id) as count
            from directory.place d join found on found.code = d.code join matched m on m.id = found.service_id
            where d.level <> 'municipality'
            group by d.position, d.code, d.name order by d.position""".formatted(ServiceConditions.AREAS);

    private static final String LANGUAGES = """
            select spoken.code, spoken.code as name, count(distinct m.id) as count
            from matched m join %s spoken on spoken.service_id = m.id
            where spoken.code is not null
            group by spoken.code order by count desc, spoken.code""".formatted(ServiceConditions.SPOKEN);

    private static final String DELIVERY_MODES = """
            select mode as code, mode as name, count(*) as count
            from matched m join directory.service s on s.id = m.id cross join unnest(s.delivery_modes) mode
            group by mode order by array_position(array['in_person', 'phone', 'online'], mode)""";

    private static final String FREE =
            "select count(*) from matched m join directory.service s on s.id = m.id where s.free";
    private static final String NATIONWIDE = "select count(distinct m.id) from matched m join "
            + ServiceConditions.AREAS + " area on area.service_id = m.id where area.nationwide";

    private final EntityManager entities;
    private final ServiceQueries queries;
    private final ChangeLog changeLog;
    private final ServiceSearch search;
    private final Cache<Key, Counts> counted =
            Caffeine.newBuilder().maximumSize(MOST_HELD).build();

    ServiceFacets(EntityManager entities, ServiceQueries queries, ChangeLog changeLog, ServiceSearch search) {
        this.search = search;
        this.entities = entities;
        this.changeLog = changeLog;
        this.queries = queries;
    }

    /** The counts of a query, asked at a moment. All but who is open now are counted once for each change of the directory. */
    public Counts count(ServiceQuery query, Instant now) {
        return query.asksForHours()
                ? countedByPostgres(query, now)
                : search.count(query, now).orElseGet(() -> countedByPostgres(query, now));
    }

    private Counts countedByPostgres(ServiceQuery query, Instant now) {
        long openNow = queries.open(now, query).size();
        long unknown = queries.hoursUnknown(now, query);
        return query.openAt() == null
                ? counted.get(new Key(changeLog.newest(), query), key -> count(query))
                        .openNow(openNow, unknown)
                : count(query).openNow(openNow, unknown);
    }

    private Counts count(ServiceQuery query) {
        Conditions conditions = queries.withOpen(query);
        return new Counts(
                conditions.number(entities, matched(query, conditions, "") + "select count(*) from matched"),
                terms(query, conditions),
                counted(query, conditions, ServiceConditions.PLACE, DISTRICTS),
                counted(query, conditions, ServiceConditions.LANGUAGE, LANGUAGES),
                counted(query, conditions, ServiceConditions.DELIVERY_MODE, DELIVERY_MODES),
                conditions.number(entities, matched(query, conditions, ServiceConditions.FREE) + FREE),
                0,
                0,
                conditions.number(entities, matched(query, conditions, "") + NATIONWIDE));
    }

    private Map<UUID, Long> terms(ServiceQuery query, Conditions conditions) {
        Map<UUID, Long> counts = new LinkedHashMap<>();
        for (Tuple taxonomy : new Conditions().rows(entities, TAXONOMIES)) {
            UUID id = taxonomy.get("id", UUID.class);
            conditions.with("counted_taxonomy", id);
            String sql = matched(query, conditions, ServiceConditions.termQuestion(id)) + TERMS;
            conditions
                    .rows(entities, sql)
                    .forEach(row -> counts.put(row.get("id", UUID.class), ((Number) row.get("count")).longValue()));
        }
        return counts;
    }

    private List<Counted> counted(ServiceQuery query, Conditions conditions, String question, String sql) {
        return conditions.rows(entities, matched(query, conditions, question) + sql).stream()
                .map(row -> new Counted(
                        row.get("code", String.class),
                        row.get("name", String.class),
                        ((Number) row.get("count")).longValue()))
                .toList();
    }

    /** The services that meet every condition but those of one question, as a table {@code matched (id)}. */
    private static String matched(ServiceQuery query, Conditions conditions, String without) {
        String near = ServiceQueries.with(query);
        return (near.isEmpty()
                        ? "with recursive "
                        : near.stripTrailing().replaceFirst("^with ", "with recursive ") + ", ")
                + "matched as materialized (select s.id from " + ServiceQueries.from(query) + conditions.where(without)
                + ") ";
    }
}
