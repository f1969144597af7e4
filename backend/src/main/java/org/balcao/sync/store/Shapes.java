package org.balcao.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.balcao.sync.model.Shape;
import org.balcao.sync.model.Shape.Type;

/** The columns of the directory, asked of the database once. */
@ApplicationScoped
public class Shapes {
    /** Told by where a thing stands, or by the database itself. */
    private static final Set<String> OURS = Set.of("id", "position", "ordinal", "source_hash", "freshness");

    private final SyncDatabase database;
    private volatile Shape shape;
    private volatile Map<String, List<String>> writable;

    Shapes(SyncDatabase database) {
        this.database = database;
    }

    public Shape shape() {
        if (shape == null) {
            shape = database.call(handle -> {
                Map<String, Map<String, Type>> tables = new HashMap<>();
                handle.createQuery("""
                                select table_name, column_name, data_type from information_schema.columns
                                 where table_schema = 'directory' and is_generated = 'NEVER' order by table_name, ordinal_position""")
                        .map((row, context) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                        .forEach(each -> {
                            Type type = type(each[2]);
                            if (type != null && !OURS.contains(each[1])) {
                                tables.computeIfAbsent(each[0], name -> new LinkedHashMap<>())
                                        .put(each[1], type);
                            }
                        });
                return new Shape(tables);
            });
        }
        return shape;
    }

    /** The columns that a row is written with; the others the database fills in. */
    public List<String> writable(String table) {
        if (writable == null) {
            writable = database.call(handle -> handle.createQuery("""
                            select table_name, column_name from information_schema.columns
                             where table_schema = 'directory' and is_generated = 'NEVER' and is_identity = 'NO' and column_name <> 'freshness'
                             order by table_name, ordinal_position""")
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
        }
        return writable.get(table);
    }

    private static Type type(String sql) {
        return switch (sql) {
            case "text" -> Type.TEXT;
            case "ARRAY" -> Type.TEXTS;
            case "integer" -> Type.INTEGER;
            case "numeric", "double precision" -> Type.NUMBER;
            case "date" -> Type.DATE;
            case "time without time zone" -> Type.TIME;
            case "boolean" -> Type.YES_OR_NO;
            case "uuid" -> Type.REFERENCE;
            default -> null;
        };
    }
}
