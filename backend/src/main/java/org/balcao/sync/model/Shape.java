package org.balcao.sync.model;

import java.util.Map;
import java.util.Optional;

/**
 * The columns of the directory's tables and their types, as the database has them.
 *
 * @param tables by table and column; what the database fills in by itself is left out
 */
public record Shape(Map<String, Map<String, Type>> tables) {
    /** What a column holds. */
    public enum Type {
        TEXT,
        TEXTS,
        INTEGER,
        NUMBER,
        DATE,
        TIME,
        YES_OR_NO,
        REFERENCE
    }

    public Shape {
        tables = Map.copyOf(tables);
    }

    public Map<String, Type> columns(String table) {
        return tables.get(table);
    }

    public Optional<Type> column(String table, String column) {
        return Optional.ofNullable(tables.getOrDefault(table, Map.of()).get(column));
    }
}
