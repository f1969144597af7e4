package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** The districts, autonomous regions and municipalities, and how many services each has. */
@ApplicationScoped
public class CountedPlaces {

    /**
     * A place in short.
     *
     * @param services active services given there or meant for people there; those for the whole country are not counted. 0 where only
     *     names were asked for.
     * @param zone whose clock hangs there
     */
    public record CountedPlace(
            UUID id,
            String level,
            String code,
            String name,
            String parentCode,
            String parentName,
            Double latitude,
            Double longitude,
            ZoneId zone,
            long services) {}

    /**
     * All places as they were after a change.
     *
     * @param seq of the newest change that counts for them
     */
    public record Atlas(long seq, Map<String, CountedPlace> byCode) {

        public Optional<CountedPlace> find(String code) {
            return code == null ? Optional.empty() : Optional.ofNullable(byCode.get(code));
        }
    }

    /** The names, and the newest change of all for which that was looked at. */
    private record Named(long newest, Atlas atlas) {}

    private static final String COUNTED = """
            with local (service_id, code) as (
              select sal.service_id, l.municipality_code
              from directory.service_at_location sal
              join directory.location l on l.id = sal.location_id
              join directory.service s on s.id = sal.service_id
              where l.address_visibility <> 'hidden' and s.status = 'active'
              union
              select area.service_id, area.place_code from %s area
              join directory.service s on s.id = area.service_id
              where area.place_code is not null and s.status = 'active'
            ), within (code, part) as (
              select code, code from directory.place
              union all select parent_code, code from directory.place where level = 'municipality'
              union all select code, parent_code from directory.place where level = 'municipality'
            )
            select p.id, p.level, p.code, p.name, p.parent_code, p.parent_name, p.latitude, p.longitude, p.timezone_name,
                   count(distinct local.service_id) as services
            from directory.place p
            left join within on within.code = p.code
            left join local on local.code = within.part
            group by p.id order by p.position""".formatted(ServiceTables.AREAS);

    private static final String NAMED = """
            select id, level, code, name, parent_code, parent_name, latitude, longitude, timezone_name, 0 as services
            from directory.place order by position""";

    private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Lisbon");

    private final EntityManager entities;
    private final ChangeLog changeLog;
    private final ChangeNumber number;
    private final AtomicReference<Named> named = new AtomicReference<>(new Named(-1, new Atlas(-1, Map.of())));
    private final AtomicReference<Atlas> latest = new AtomicReference<>(new Atlas(-1, Map.of()));

    CountedPlaces(EntityManager entities, ChangeLog changeLog, ChangeNumber number) {
        this.entities = entities;
        this.number = number;
        this.changeLog = changeLog;
    }

    /** The places as of the newest change of one of them, without counting services; for who needs their names only. */
    public Atlas names() {
        long newest = number.newest();
        Named held = named.get();
        if (held.newest() == newest) {
            return held.atlas();
        }
        long seq = changeLog.newestOfTermsAndPlaces();
        Atlas atlas = held.atlas().seq() == seq ? held.atlas() : new Atlas(seq, places(NAMED));
        named.set(new Named(newest, atlas));
        return atlas;
    }

    /** The places as of the newest change; made once a change. */
    public Atlas atlas() {
        long seq = number.newest();
        Atlas held = latest.get();
        if (held.seq() == seq) {
            return held;
        }
        Atlas made = new Atlas(seq, places(COUNTED));
        latest.set(made);
        return made;
    }

    private Map<String, CountedPlace> places(String sql) {
        Map<String, CountedPlace> byCode = new LinkedHashMap<>();
        for (Tuple row : new Conditions().rows(entities, sql)) {
            CountedPlace place = new CountedPlace(
                    row.get("id", UUID.class),
                    row.get("level", String.class),
                    row.get("code", String.class),
                    row.get("name", String.class),
                    row.get("parent_code", String.class),
                    row.get("parent_name", String.class),
                    row.get("latitude", Double.class),
                    row.get("longitude", Double.class),
                    zone(row.get("timezone_name", String.class)),
                    ((Number) row.get("services")).longValue());
            byCode.put(place.code(), place);
        }
        return byCode;
    }

    /** A name that is no time zone withholds no place: most of the country has this one. */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return USUAL_ZONE;
        }
    }
}
