package org.balcao.sync.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.balcao.sync.model.Item;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Stated;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The records of runs, and what each source said last of each of its records. */
@ApplicationScoped
public class Items {
    private static final RowMapper<Item> ITEM = (row, context) -> new Item(
            row.getInt("seq"),
            Kind.of(row.getString("kind")),
            row.getString("external_id"),
            row.getBoolean("thin"),
            row.getInt("line"),
            (ObjectNode) Json.read(row.getString("body")),
            row.getString("fingerprint"),
            Json.problems(row.getString("problems")),
            row.getString("action"),
            row.getObject("record_id", UUID.class),
            Json.read(row.getString("changes")),
            Json.read(row.getString("conflicts")),
            row.getString("outcome"));
    private static final String ALL = """
            select seq, kind, external_id, thin, line, body, fingerprint, problems, action, record_id, changes, conflicts, outcome
              from sync.item\s""";

    /** A record that a source delivered before. */
    public record Known(UUID recordId, String fingerprint, ObjectNode stated) {}

    /** Writes records as they were read. One that comes twice is skipped, and that is told; a mention gives way to the record itself. */
    public void insert(Handle handle, UUID run, int from, List<Stated> records) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into sync.item (run_id, seq, kind, kind_order, external_id, thin, line, body, fingerprint, problems)
                values (:run, :seq, :kind, :order, :externalId, :thin, :line, cast(:body as jsonb), :fingerprint, cast(:problems as jsonb))
                on conflict (run_id, kind, external_id) where action is distinct from 'skip'
                do update set thin = excluded.thin, line = excluded.line, body = excluded.body, fingerprint = excluded.fingerprint,
                    problems = excluded.problems where item.thin and not excluded.thin""");
        int seq = from;
        for (Stated record : records) {
            bind(batch, run, seq++, record).add();
        }
        int[] written = batch.execute();
        PreparedBatch doubles = handle.prepareBatch("""
                insert into sync.item (run_id, seq, kind, kind_order, external_id, thin, line, body, fingerprint, problems, action)
                values (:run, :seq, :kind, :order, :externalId, :thin, :line, cast(:body as jsonb), :fingerprint, cast(:problems as jsonb), 'skip')""");
        boolean any = false;
        for (int i = 0; i < written.length; i++) {
            Stated record = records.get(i);
            if (written[i] == 0 && !record.thin()) {
                any = true;
                bind(
                                doubles,
                                run,
                                from + i,
                                new Stated(
                                        record.kind(),
                                        record.externalId(),
                                        false,
                                        record.line(),
                                        record.body(),
                                        List.of(Problem.error(
                                                "/id", "twice", "stands twice in this delivery; the first counts"))))
                        .add();
            }
        }
        if (any) {
            doubles.execute();
        }
    }

    private static PreparedBatch bind(PreparedBatch batch, UUID run, int seq, Stated record) {
        return batch.bind("run", run)
                .bind("seq", seq)
                .bind("kind", record.kind().word())
                .bind("order", record.kind().ordinal())
                .bind("externalId", record.externalId())
                .bind("thin", record.thin())
                .bind("line", record.line())
                .bind("body", record.body() == null ? null : Json.text(record.body()))
                .bind("fingerprint", record.body() == null ? null : Json.fingerprint(record.body()))
                .bind("problems", Json.text(record.problems()));
    }

    /** The next records that nothing was decided of, all of one kind and level: what they point at was decided before. */
    public List<Item> unplanned(Handle handle, UUID run, int most) {
        return handle.createQuery("""
                        with next as (select kind_order, level from sync.item where run_id = :run and action is null
                                       order by kind_order, level limit 1)
                        """ + ALL + """
                        where run_id = :run and action is null and kind_order = (select kind_order from next) and level = (select level from next)
                        order by seq limit :most""")
                .bind("run", run)
                .bind("most", most)
                .map(ITEM)
                .list();
    }

    /** The next records with whom nothing was done, what is pointed at first; what is withdrawn comes last, and from the end. */
    public List<Item> unapplied(Handle handle, UUID run, int most) {
        List<Item> written =
                unapplied(handle, run, most, "action is distinct from 'withdraw' order by kind_order, level, seq");
        return written.isEmpty()
                ? unapplied(handle, run, most, "action = 'withdraw' order by kind_order desc, level desc, seq desc")
                : written;
    }

    private static List<Item> unapplied(Handle handle, UUID run, int most, String which) {
        return handle.createQuery(ALL + "where run_id = :run and outcome is null and " + which + " limit :most")
                .bind("run", run)
                .bind("most", most)
                .map(ITEM)
                .list();
    }

    /**
     * What each record of a kind hangs below, as the feed says it.
     *
     * @param column where it says so
     * @return by external id, in the order of the delivery
     */
    public Map<String, String> parents(Handle handle, UUID run, Kind kind, String column) {
        Map<String, String> parents = new LinkedHashMap<>();
        handle.createQuery("""
                        select external_id, body ->> cast(:column as text) from sync.item
                         where run_id = :run and kind = :kind and action is null and body ->> cast(:column as text) is not null order by seq""")
                .bind("run", run)
                .bind("kind", kind.word())
                .bind("column", column)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(each -> parents.put(each.getKey(), each.getValue()));
        return parents;
    }

    /** How far below others of the same delivery records hang. */
    public void levels(Handle handle, UUID run, Kind kind, Map<String, Integer> levels) {
        PreparedBatch batch = handle.prepareBatch("""
                update sync.item set level = :level where run_id = :run and kind = :kind and external_id = :externalId and action is null""");
        levels.forEach((externalId, level) -> batch.bind("run", run)
                .bind("kind", kind.word())
                .bind("externalId", externalId)
                .bind("level", level)
                .add());
        if (!levels.isEmpty()) {
            batch.execute();
        }
    }

    /** Records that are at the top now, and why. */
    public void withoutParent(Handle handle, UUID run, Kind kind, String column, Map<String, Problem> reasons) {
        PreparedBatch batch = handle.prepareBatch("""
                update sync.item set body = body - cast(:column as text), problems = problems || cast(:problems as jsonb)
                 where run_id = :run and kind = :kind and external_id = :externalId and action is null""");
        reasons.forEach((externalId, reason) -> batch.bind("run", run)
                .bind("kind", kind.word())
                .bind("externalId", externalId)
                .bind("column", column)
                .bind("problems", Json.text(List.of(reason)))
                .add());
        if (!reasons.isEmpty()) {
            batch.execute();
        }
    }

    /** A page of the report. */
    public List<Item> page(Handle handle, UUID run, String only, int after, int most) {
        return handle.createQuery(ALL + """
                        where run_id = :run and seq > :after and (cast(:only as text) is null or coalesce(outcome, action) = :only)
                        order by seq limit :most""")
                .bind("run", run)
                .bind("after", after)
                .bind("only", only)
                .bind("most", most)
                .map(ITEM)
                .list();
    }

    public void plan(Handle handle, UUID run, Collection<Item> items) {
        PreparedBatch batch = handle.prepareBatch("""
                update sync.item set action = :action, body = cast(:body as jsonb), record_id = cast(:recordId as uuid), changes = cast(:changes as jsonb),
                       conflicts = cast(:conflicts as jsonb), problems = cast(:problems as jsonb)
                 where run_id = :run and seq = :seq""");
        for (Item item : items) {
            batch.bind("run", run)
                    .bind("seq", item.seq())
                    .bind("action", item.action())
                    .bind("recordId", item.recordId())
                    .bind("body", item.body() == null ? null : Json.text(item.body()))
                    .bind("changes", item.changes() == null ? null : Json.text(item.changes()))
                    .bind("conflicts", item.conflicts() == null ? null : Json.text(item.conflicts()))
                    .bind("problems", Json.text(item.problems()))
                    .add();
        }
        if (!items.isEmpty()) {
            batch.execute();
        }
    }

    /** Mere references are no records of a delivery. */
    public void drop(Handle handle, UUID run, List<Integer> seqs) {
        if (seqs.isEmpty()) {
            return;
        }
        handle.createUpdate("delete from sync.item where run_id = :run and seq = any(:seqs)")
                .bind("run", run)
                .bindArray("seqs", Integer.class, seqs)
                .execute();
    }

    public void outcome(Handle handle, UUID run, Map<Integer, String> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch("update sync.item set outcome = :outcome where run_id = :run and seq = :seq");
        outcomes.forEach((seq, outcome) ->
                batch.bind("run", run).bind("seq", seq).bind("outcome", outcome).add());
        batch.execute();
    }

    public Map<String, Known> known(Handle handle, String source, Kind kind, Collection<String> externalIds) {
        Map<String, Known> known = new HashMap<>();
        handle.createQuery("""
                        select external_id, record_id, fingerprint, stated from sync.record
                         where source = :source and kind = :kind and external_id = any(:ids)""")
                .bind("source", source)
                .bind("kind", kind.word())
                .bindArray("ids", String.class, List.copyOf(externalIds))
                .map((row, context) -> Map.entry(
                        row.getString(1), new Known(row.getObject(2, UUID.class), row.getString(3), (ObjectNode)
                                Json.read(row.getString(4)))))
                .forEach(each -> known.put(each.getKey(), each.getValue()));
        return known;
    }

    /** Records of this run that are, or will be, in the directory. */
    public Map<String, UUID> planned(Handle handle, UUID run, Kind kind, Collection<String> externalIds) {
        Map<String, UUID> planned = new HashMap<>();
        handle.createQuery("""
                        select external_id, record_id from sync.item
                         where run_id = :run and kind = :kind and external_id = any(:ids) and action in ('create', 'update', 'keep')""")
                .bind("run", run)
                .bind("kind", kind.word())
                .bindArray("ids", String.class, List.copyOf(externalIds))
                .map((row, context) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .forEach(each -> planned.put(each.getKey(), each.getValue()));
        return planned;
    }

    /** Which service at which location records of this run are, or will be, with what the feed calls them. */
    public Map<List<UUID>, String> plannedPlaces(Handle handle, UUID run, Collection<UUID> services) {
        Map<List<UUID>, String> places = new HashMap<>();
        handle.createQuery("""
                        select cast(body ->> 'service_id' as uuid), cast(body ->> 'location_id' as uuid), external_id from sync.item
                         where run_id = :run and kind = 'service_at_location' and body ->> 'service_id' = any(:services)
                           and action in ('create', 'update', 'keep')""")
                .bind("run", run)
                .bindArray(
                        "services",
                        String.class,
                        services.stream().map(UUID::toString).toList())
                .map((row, context) -> Map.entry(
                        List.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)), row.getString(3)))
                .forEach(each -> places.put(each.getKey(), each.getValue()));
        return places;
    }

    /** What was taken: which record it is, what was said, and that it is well. */
    public void took(Handle handle, String source, UUID run, Instant now, Collection<Item> items) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into sync.record (source, kind, external_id, record_id, fingerprint, stated, run_id, checked_at)
                values (:source, :kind, :externalId, :recordId, :fingerprint, cast(:stated as jsonb), :run, :now)
                on conflict (source, kind, external_id) do update set record_id = excluded.record_id, fingerprint = excluded.fingerprint,
                    stated = excluded.stated, run_id = excluded.run_id, checked_at = excluded.checked_at, quarantined_by = null""");
        for (Item item : items) {
            batch.bind("source", source)
                    .bind("kind", item.kind().word())
                    .bind("externalId", item.externalId())
                    .bind("recordId", item.recordId())
                    .bind("fingerprint", item.fingerprint())
                    .bind("stated", Json.text(item.body()))
                    .bind("run", run)
                    .bind("now", now)
                    .add();
        }
        if (!items.isEmpty()) {
            batch.execute();
        }
    }

    /** The version before stays published, and is marked. */
    public void keptBack(Handle handle, String source, UUID run, Collection<Item> items) {
        PreparedBatch batch = handle.prepareBatch("""
                update sync.record set quarantined_by = :run where source = :source and kind = :kind and external_id = :externalId""");
        for (Item item : items) {
            batch.bind("run", run)
                    .bind("source", source)
                    .bind("kind", item.kind().word())
                    .bind("externalId", item.externalId())
                    .add();
        }
        if (!items.isEmpty()) {
            batch.execute();
        }
    }

    public void forget(Handle handle, String source, Collection<Item> items) {
        PreparedBatch batch = handle.prepareBatch(
                "delete from sync.record where source = :source and kind = :kind and external_id = :externalId");
        for (Item item : items) {
            batch.bind("source", source)
                    .bind("kind", item.kind().word())
                    .bind("externalId", item.externalId())
                    .add();
        }
        if (!items.isEmpty()) {
            batch.execute();
        }
    }

    /** Which of these records some source still calls something. */
    public Set<UUID> named(Handle handle, Collection<UUID> records) {
        return new HashSet<>(
                handle.createQuery("select distinct record_id from sync.record where record_id = any(:records)")
                        .bindArray("records", UUID.class, List.copyOf(records))
                        .mapTo(UUID.class)
                        .list());
    }

    /** What a source calls a record of ours from now on, before it said anything of it. */
    public void name(Handle handle, String source, Kind kind, String externalId, UUID record, Instant now) {
        handle.createUpdate("""
                        insert into sync.record (source, kind, external_id, record_id, fingerprint, stated, checked_at)
                        values (:source, :kind, :externalId, :record, '', '{}', :now)""")
                .bind("source", source)
                .bind("kind", kind.word())
                .bind("externalId", externalId)
                .bind("record", record)
                .bind("now", now)
                .execute();
    }

    /** What a source calls something calls nothing any more. */
    public void unname(Handle handle, String source, Kind kind, String externalId) {
        handle.createUpdate(
                        "delete from sync.record where source = :source and kind = :kind and external_id = :externalId")
                .bind("source", source)
                .bind("kind", kind.word())
                .bind("externalId", externalId)
                .execute();
    }

    /** Two say different things; the same again is no new conflict. */
    public void conflicts(Handle handle, String source, UUID run, Instant now, Collection<Item> items) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into sync.conflict (id, record_id, kind, field, current, offered, held_by, offered_by, run_id, at)
                values (gen_random_uuid(), :recordId, :kind, :field, cast(:current as jsonb), cast(:offered as jsonb), :heldBy, :source, :run, :now)
                on conflict (record_id, field, offered_by) where settled_at is null
                do update set current = excluded.current, offered = excluded.offered, run_id = excluded.run_id""");
        boolean any = false;
        for (Item item : items) {
            if (item.conflicts() == null) {
                continue;
            }
            for (JsonNode each : item.conflicts()) {
                any = true;
                batch.bind("recordId", item.recordId())
                        .bind("kind", item.kind().word())
                        .bind("field", each.path("field").asText())
                        .bind("current", Json.text(each.get("current")))
                        .bind("offered", Json.text(each.get("offered")))
                        .bind("heldBy", each.path("held_by").asText())
                        .bind("source", source)
                        .bind("run", run)
                        .bind("now", now)
                        .add();
            }
        }
        if (any) {
            batch.execute();
        }
    }

    /** How many records are to be withdrawn; they are worked out once. */
    public int countWithdrawn(Handle handle, UUID run) {
        return handle.createQuery("select count(*) from sync.item where run_id = :run and action = 'withdraw'")
                .bind("run", run)
                .mapTo(Integer.class)
                .one();
    }

    /** Which of these ids a run gives to records of another kind. */
    public Set<UUID> plannedAsAnother(Handle handle, UUID run, Kind kind, Collection<UUID> ids) {
        return new HashSet<>(handle.createQuery(
                        "select record_id from sync.item where run_id = :run and kind <> :kind and record_id = any(:ids)")
                .bind("run", run)
                .bind("kind", kind.word())
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .mapTo(UUID.class)
                .list());
    }

    /** What a run calls organizations with the name, or another name, of one that is here; two at the most. */
    public List<String> organizationsCalledLike(Handle handle, UUID run, UUID organization) {
        return handle.createQuery("""
                        select distinct i.external_id from sync.item i join directory.organization o on o.id = :organization
                         where i.run_id = :run and i.kind = 'organization' and i.body is not null
                           and directory.bare(i.body ->> 'name') in (directory.bare(o.name), directory.bare(o.alternate_name)) limit 2""")
                .bind("run", run)
                .bind("organization", organization)
                .mapTo(String.class)
                .list();
    }

    /**
     * What a source delivered before and does not deliver now, as records to withdraw. One that was merged here has another name in the same source,
     * and stays if that one is delivered. It is counted and sorted, never joined: what a new source has was not looked at by the planner yet.
     */
    public int withdrawMissing(Handle handle, UUID run, String source) {
        return handle.createUpdate("""
                        with said as (
                            select kind, external_id, record_id, false as delivered from sync.record where source = :source
                            union all
                            select kind, external_id, null, true from sync.item where run_id = :run
                        ), names as (
                            select kind, external_id, (array_agg(record_id) filter (where record_id is not null))[1] as record_id,
                                   bool_or(delivered) as delivered
                              from said group by kind, external_id
                        ), records as (
                            select kind, external_id, record_id, bool_or(delivered) over (partition by record_id) as delivered
                              from names where record_id is not null
                        )
                        insert into sync.item (run_id, seq, kind, kind_order, external_id, action, record_id)
                        select :run, (select coalesce(max(seq), 0) from sync.item where run_id = :run) + row_number() over (order by kind, external_id),
                               kind, array_position(:kinds, kind) - 1, external_id, 'withdraw', record_id
                          from records where not delivered""")
                .bind("run", run)
                .bind("source", source)
                .bindArray(
                        "kinds",
                        String.class,
                        java.util.Arrays.stream(Kind.values()).map(Kind::word).toList())
                .execute();
    }

    /** How many records of a delivery could not even be told by their id. */
    public int countUnread(Handle handle, UUID run) {
        return handle.createQuery(
                        "select count(*) from sync.item where run_id = :run and body is null and external_id ~ '^(line|record|row) [0-9]+$'")
                .bind("run", run)
                .mapTo(Integer.class)
                .one();
    }

    public int countRecords(Handle handle, String source) {
        return handle.createQuery("select count(*) from sync.record where source = :source")
                .bind("source", source)
                .mapTo(Integer.class)
                .one();
    }
}
