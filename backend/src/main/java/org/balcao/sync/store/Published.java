package org.balcao.sync.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.balcao.sync.model.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What everybody may have of the directory, table by table and record by record, as of one moment. */
@ApplicationScoped
public class Published {
    private static final int AT_ONCE = 500;

    /** The tables, and what HSDS calls their files; those after {@code url} are of our profile. */
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        String[][] files = {
            {"organization", "organizations"},
            {"program", "programs"},
            {"service", "services"},
            {"location", "locations"},
            {"service_at_location", "service_at_location"},
            {"taxonomy", "taxonomies"},
            {"taxonomy_term", "taxonomy_terms"},
            {"address", "addresses"},
            {"contact", "contacts"},
            {"phone", "phones"},
            {"schedule", "schedules"},
            {"service_area", "service_areas"},
            {"language", "languages"},
            {"cost_option", "cost_options"},
            {"required_document", "required_documents"},
            {"accessibility", "accessibility"},
            {"organization_identifier", "organization_identifiers"},
            {"funding", "funding"},
            {"attribute", "attributes"},
            {"metadata", "metadata"},
            {"url", "url"},
            {"schedule_exception", "schedule_exceptions"},
            {"translation", "translations"},
            {"citation", "citations"},
            {"one_stop_centre", "one_stop_centres"},
            {"one_stop_feature", "one_stop_features"},
            {"desk", "desks"},
            {"place", "places"}
        };
        for (String[] file : files) {
            FILES.put(file[0], file[1]);
        }
    }

    /** A column, with its SQL type. */
    public record Column(String name, String type) {}

    /** A column that names a row of another table. */
    public record Reference(String column, String table, String target) {}

    /** A record of a type was created, updated or removed. */
    public record Change(long seq, String type, UUID id, String action, Instant at) {}

    private final Images images;

    Published(Images images) {
        this.images = images;
    }

    /** Tables by name, with the name of the file of each. */
    public Map<String, String> files() {
        return FILES;
    }

    /** Everything read in this transaction is of one moment. */
    public long begin(Handle handle) {
        handle.execute("set transaction isolation level repeatable read, read only");
        return handle.createQuery("select coalesce(max(seq), 0) from directory.change")
                .mapTo(Long.class)
                .one();
    }

    public List<Column> columns(Handle handle, String table) {
        return handle.createQuery("""
                        select column_name, data_type from information_schema.columns
                         where table_schema = 'published' and table_name = :table and column_name <> 'ordinal' order by ordinal_position""")
                .bind("table", table)
                .map((row, context) -> new Column(row.getString(1), row.getString(2)))
                .list();
    }

    public List<Reference> references(Handle handle, String table) {
        return handle.createQuery("""
                        select k.column_name, u.table_name, u.column_name as target
                          from information_schema.table_constraints c
                          join information_schema.key_column_usage k using (constraint_schema, constraint_name)
                          join information_schema.constraint_column_usage u using (constraint_schema, constraint_name)
                         where c.table_schema = 'directory' and c.table_name = :table and c.constraint_type = 'FOREIGN KEY'
                         order by k.column_name""")
                .bind("table", table)
                .map((row, context) -> new Reference(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** All rows of a table, each before the next is read; parts in the order that they have in their record. */
    public void rows(Handle handle, String table, List<Column> columns, Consumer<ObjectNode> to) {
        boolean ordered = handle.createQuery(
                        "select exists (select from information_schema.columns where table_schema = 'published' and table_name = :table and column_name = 'ordinal')")
                .bind("table", table)
                .mapTo(Boolean.class)
                .one();
        handle.createQuery("select to_jsonb(t) from published." + table + " t order by " + (ordered ? "ordinal, " : "")
                        + "id")
                .setFetchSize(AT_ONCE)
                .map((row, context) -> (ObjectNode) Json.read(row.getString(1)))
                .forEach(to);
    }

    /** All records with what belongs to them, what is pointed at before what points at it. */
    public int records(Handle handle, Consumer<ObjectNode> to) {
        int count = 0;
        for (Kind kind : Kind.values()) {
            List<UUID> ids = handle.createQuery("select id from published." + kind.word() + " order by id")
                    .mapTo(UUID.class)
                    .list();
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                List<UUID> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
                Map<UUID, ObjectNode> now = images.published(handle, kind, some);
                for (UUID id : some) {
                    to.accept(line(kind, id, now.get(id)));
                    count++;
                }
            }
        }
        return count;
    }

    /** Records of the log as they are now, in the words of the dump; what is not there any more is left out. */
    public Map<UUID, ObjectNode> recordsOf(Handle handle, List<Change> changes) {
        Map<Kind, List<UUID>> ids = new EnumMap<>(Kind.class);
        for (Change change : changes) {
            Kind.ofWord(change.type())
                    .ifPresent(kind ->
                            ids.computeIfAbsent(kind, each -> new ArrayList<>()).add(change.id()));
        }
        Map<UUID, ObjectNode> records = new HashMap<>();
        ids.forEach((kind, each) ->
                images.published(handle, kind, each).forEach((id, image) -> records.put(id, line(kind, id, image))));
        return records;
    }

    private static ObjectNode line(Kind kind, UUID id, ObjectNode image) {
        ObjectNode line = Json.MAPPER.createObjectNode();
        line.put("kind", kind.word()).put("id", id.toString());
        image.properties().forEach(each -> line.set(each.getKey(), each.getValue()));
        return line;
    }

    /** What changed after a place in the log, oldest first. */
    public List<Change> changes(Handle handle, long after, int most) {
        return handle.createQuery("""
                        select seq, kind as type, record_id as id, action, at
                          from directory.change where seq > :after order by seq limit :most""")
                .bind("after", after)
                .bind("most", most)
                .map(ConstructorMapper.of(Change.class))
                .list();
    }
}
