package org.balcao.upkeep.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.balcao.upkeep.model.Duplicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Which records may be the same thing in the world. Only records are compared that share something rare (a number, an address, a site, the whole name), so that
 * the work grows with the directory and not with its square; what more than {@link #TOO_MANY} share says nothing of any of them.
 */
@ApplicationScoped
public class Duplicates {
    private static final int TOO_MANY = 20;
    private static final int ENOUGH = 60;

    private static final String KEYS = """
            , shared as (
                select k.id, k.key, k.reason from key k
                join (select key, reason from key group by key, reason having count(distinct id) between 2 and :too_many) rare
                  on rare.key = k.key and rare.reason = k.reason
            ), pair as (
                select a.id as one, b.id as other, array_agg(distinct a.reason order by a.reason) as same
                  from shared a join shared b on b.key = a.key and b.reason = a.reason and a.id < b.id group by a.id, b.id
            )""";

    /** What speaks for two organizations being one. */
    private static final String ORGANIZATIONS = """
            with key (id, key, reason) as (
                select id, regexp_replace(tax_id, '[^0-9A-Za-z]', '', 'g'), 'same_tax_id' from directory.organization where tax_id is not null
                union select organization_id, identifier_type || ' ' || identifier, 'same_identifier' from directory.organization_identifier
                union select id, directory.bare(name), 'same_name' from directory.organization
                union select id, directory.bare(alternate_name), 'same_name' from directory.organization where alternate_name is not null
                union select id, directory.site(website), 'same_website' from directory.organization where website is not null
                union select id, lower(email), 'same_email' from directory.organization where email is not null
                union select organization_id, regexp_replace(number, '[^0-9]', '', 'g'), 'same_phone'
                        from directory.phone where organization_id is not null
            )""" + KEYS + """
            select p.one, p.other, p.same || case when directory.similarity(directory.bare(a.name), directory.bare(b.name)) >= 0.6
                       and not 'same_name' = any (p.same) then array['similar_name'] else '{}' end as reasons
              from pair p join directory.organization a on a.id = p.one join directory.organization b on b.id = p.other""";

    /** Of two services; of one organization they are told apart by where they are given. */
    private static final String SERVICES = """
            with key (id, key, reason) as (
                select id, directory.bare(name), 'same_name' from directory.service
                union select s.id, rtrim(lower(s.url), '/'), 'same_website' from directory.service s
                        join directory.organization o on o.id = s.organization_id
                       where s.url is not null and rtrim(lower(s.url), '/') is distinct from rtrim(lower(o.website), '/')
                union select service_id, regexp_replace(number, '[^0-9]', '', 'g'), 'same_phone' from directory.phone where service_id is not null
            )""" + KEYS + """
            select p.one, p.other, p.same
                   || case when a.organization_id = b.organization_id then array['same_organization'] else '{}' end
                   || case when not 'same_name' = any (p.same) and directory.similarity(directory.bare(a.name), directory.bare(b.name)) >= 0.6
                           then array['similar_name'] else '{}' end
                   || case when directory.similarity(directory.plain(a.description), directory.plain(b.description)) >= 0.7
                           then array['similar_description'] else '{}' end
                   || case when here.shared then array['same_place'] when here.both then array['other_place'] else '{}' end as reasons
              from pair p join directory.service a on a.id = p.one join directory.service b on b.id = p.other
              cross join lateral (
                    select coalesce(bool_or(x.location_id = y.location_id
                               or directory.cube_distance(l.pos, m.pos) < :near), false) as shared, count(*) > 0 as both
                      from directory.service_at_location x join directory.service_at_location y on x.service_id = a.id and y.service_id = b.id
                      join directory.location l on l.id = x.location_id join directory.location m on m.id = y.location_id) here""";

    /** Of two places. The middle of a municipality is no place, so being near counts only beside something else. */
    private static final String LOCATIONS = """
            with key (id, key, reason) as (
                select location_id, postal_code || ' ' || directory.bare(address_1), 'same_address' from directory.address
                 where postal_code is not null and address_1 is not null
                union select id, municipality_code || ' ' || directory.bare(name), 'same_name' from directory.location
                       where name is not null and municipality_code is not null
                union select location_id, regexp_replace(number, '[^0-9]', '', 'g'), 'same_phone' from directory.phone where location_id is not null
            )""" + KEYS + """
            select p.one, p.other, p.same
                   || case when a.organization_id = b.organization_id then array['same_organization'] else '{}' end
                   || case when not 'same_name' = any (p.same) and directory.similarity(directory.bare(a.name), directory.bare(b.name)) >= 0.6
                           then array['similar_name'] else '{}' end
                   || case when directory.cube_distance(a.pos, b.pos) < :near then array['near'] else '{}' end as reasons
              from pair p join directory.location a on a.id = p.one join directory.location b on b.id = p.other""";

    private static final Map<String, String> SQL =
            Map.of("organization", ORGANIZATIONS, "service", SERVICES, "location", LOCATIONS);

    /**
     * How much each reason counts: our choice, so that two that are hard to share by chance are enough. Services of one house share a telephone and a door,
     * so these say little of them. What tells apart takes away.
     */
    private static final Map<String, Map<String, Integer>> WEIGHTS = Map.of(
            "organization",
            Map.of(
                    "same_tax_id", 70,
                    "same_identifier", 70,
                    "same_name", 45,
                    "similar_name", 30,
                    "same_website", 30,
                    "same_email", 30,
                    "same_phone", 25),
            "service",
            Map.of(
                    "same_name", 45,
                    "similar_name", 30,
                    "same_website", 30,
                    "same_phone", 15,
                    "same_organization", 10,
                    "same_place", 20,
                    "similar_description", 20,
                    "other_place", -60),
            "location",
            Map.of(
                    "same_address", 45,
                    "same_name", 45,
                    "similar_name", 30,
                    "same_phone", 25,
                    "same_organization", 15,
                    "near", 20));

    /** Fifty metres, as a chord of the unit sphere. */
    private static final double NEAR = 50 / 6_371_000.0;

    private static final RowMapper<Duplicate> DUPLICATE = (row, context) -> new Duplicate(
            row.getObject("id", UUID.class),
            row.getString("kind"),
            row.getObject("one", UUID.class),
            row.getObject("other", UUID.class),
            texts(row.getArray("reasons")),
            row.getInt("score"),
            row.getString("state"));

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** Notes what speaks for which pairs now, and forgets pairs that nothing speaks for any more; what a person said stays said. */
    public void find(Handle handle, String kind, Instant now) {
        List<String> words = List.copyOf(WEIGHTS.get(kind).keySet());
        handle.createUpdate("with found as (select f.one, f.other, f.reasons, least(f.score, 100) as score from ("
                        + "select p.one, p.other, p.reasons, (select sum(w.weight) from unnest(:words, cast(:weights as integer[]))"
                        + " as w (word, weight) where w.word = any (p.reasons)) as score from (" + SQL.get(kind)
                        + ") p) f where f.score >= :enough), noted as ("
                        + "insert into sync.duplicate as d (id, kind, one, other, reasons, score, state, found_at)"
                        + " select gen_random_uuid(), :kind, one, other, reasons, score, 'open', :now from found"
                        + " on conflict (one, other) do update set reasons = excluded.reasons, score = excluded.score where d.state = 'open')"
                        + " delete from sync.duplicate d where d.kind = :kind and d.state = 'open'"
                        + " and not exists (select from found where found.one = d.one and found.other = d.other)")
                .bind("kind", kind)
                .bind("now", now)
                .bind("enough", ENOUGH)
                .bind("too_many", TOO_MANY)
                .bind("near", NEAR)
                .bindArray("words", String.class, words)
                .bindArray(
                        "weights",
                        String.class,
                        words.stream()
                                .map(word -> WEIGHTS.get(kind).get(word).toString())
                                .toList())
                .execute();
    }

    /** The surest first. */
    public List<Duplicate> open(Handle handle, int most) {
        return handle.createQuery(
                        "select * from sync.duplicate where state = 'open' order by score desc, id limit :most")
                .bind("most", most)
                .map(DUPLICATE)
                .list();
    }

    public Optional<Duplicate> find(Handle handle, UUID id) {
        return handle.createQuery("select * from sync.duplicate where id = :id for update")
                .bind("id", id)
                .map(DUPLICATE)
                .findOne();
    }

    /** Keeps what a person said of two records, whether they were proposed or not. */
    public void decided(Handle handle, String kind, UUID a, UUID b, String state, String by, Instant now) {
        handle.createUpdate("""
                        insert into sync.duplicate (id, kind, one, other, reasons, score, state, found_at, decided_by, decided_at)
                        values (gen_random_uuid(), :kind, least(cast(:a as uuid), cast(:b as uuid)), greatest(cast(:a as uuid), cast(:b as uuid)),
                                '{}', 0, :state, :now, :by, :now)
                        on conflict (one, other) do update set state = excluded.state, decided_by = excluded.decided_by,
                            decided_at = excluded.decided_at""")
                .bind("kind", kind)
                .bind("a", a)
                .bind("b", b)
                .bind("state", state)
                .bind("by", by)
                .bind("now", now)
                .execute();
    }
}
