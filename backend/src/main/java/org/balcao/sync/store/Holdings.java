package org.balcao.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.WriteRule.Held;
import org.jdbi.v3.core.Handle;

/** Whose records are: who made them first, who holds them now, and whether the national team holds fields of them. */
@ApplicationScoped
public class Holdings {
    /** The origin of a record that was gone before origins were noted. */
    public static final String UNKNOWN = "unknown";

    private static final String PARTS =
            tables(Stream.concat(PartTables.OWNERS.keySet().stream(), Stream.of("service_capacity", "unit", "place"))
                    .map(each -> each + ".id"));
    private static final String ALL = PARTS + " union all "
            + tables(Stream.concat(
                    Arrays.stream(Kind.values()).map(each -> each.word() + ".id"),
                    Stream.of("record_origin.record_id", "redirect.old_id")));

    /** Says for which source this transaction writes: the database notes it with each new record, and refuses ids that are another's. */
    public void writesFor(Handle handle, String source) {
        handle.createQuery("select set_config('balcao.source', :source, true)")
                .bind("source", source)
                .mapTo(String.class)
                .one();
    }

    /** Of the ids that somebody has or had; who made one that was merged into another does not matter any more. */
    public Map<UUID, Held> of(Handle handle, Kind kind, Collection<UUID> ids) {
        Map<UUID, Held> held = new HashMap<>();
        if (ids.isEmpty()) {
            return held;
        }
        String organization = switch (kind) {
            case ORGANIZATION -> "r.id";
            case SERVICE, PROGRAM, LOCATION -> "r.organization_id";
            case SERVICE_AT_LOCATION -> "(select s.organization_id from directory.service s where s.id = r.service_id)";
            default -> "null::uuid";
        };
        handle.createQuery("select i.id, coalesce(o.kind, '" + kind.word()
                        + "') as kind, case when m.old_id is null then o.source end as source, " + organization
                        + " as organization, r.id is not null as there, exists (select from sync.provenance p where p.record_id = i.id and p.rank = "
                        + Provenance.NATIONAL_LOCK
                        + " and (p.until is null or p.until >= current_date)) as locked"
                        + " from unnest(:ids) as i (id) left join directory.record_origin o on o.record_id = i.id"
                        + " left join directory.redirect m on m.old_id = i.id"
                        + " left join directory." + kind.word()
                        + " r on r.id = i.id where o.record_id is not null or r.id is not null or m.old_id is not null")
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .map((row, context) -> new Held(
                        row.getObject("id", UUID.class),
                        Kind.ofWord(row.getString("kind")).orElse(null),
                        row.getString("source"),
                        row.getObject("organization", UUID.class),
                        row.getBoolean("there"),
                        row.getBoolean("locked")))
                .forEach(each -> held.put(each.id(), each));
        return held;
    }

    /** Of these ids, those of parts of records and of what is no record. Attributes and texts hang on an id alone, so no record takes one of them. */
    public Set<UUID> ofParts(Handle handle, Collection<UUID> ids) {
        return among(handle, ids, PARTS);
    }

    /** Of these ids, those that anything in the directory has, and those that a record ever had. */
    public Set<UUID> taken(Handle handle, Collection<UUID> ids) {
        return among(handle, ids, ALL);
    }

    private static Set<UUID> among(Handle handle, Collection<UUID> ids, String tables) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(handle.createQuery("with given as materialized (select unnest(:ids) as id) " + tables)
                        .bindArray("ids", UUID.class, List.copyOf(ids))
                        .mapTo(UUID.class)
                        .list());
    }

    private static String tables(Stream<String> columns) {
        return columns.map(each -> each.split("\\."))
                .map(each -> "select t." + each[1] + " from given g join directory." + each[0] + " t on t." + each[1]
                        + " = g.id")
                .collect(Collectors.joining(" union all "));
    }

    public Optional<Held> of(Handle handle, Kind kind, UUID id) {
        return Optional.ofNullable(of(handle, kind, List.of(id)).get(id));
    }

    /** Whether people are sent to this service, or may be. */
    public boolean takesReferrals(Handle handle, UUID service) {
        return handle.createQuery("select referral.is_in_use(:service)")
                .bind("service", service)
                .mapTo(Boolean.class)
                .one();
    }
}
