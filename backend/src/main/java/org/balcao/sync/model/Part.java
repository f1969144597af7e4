package org.balcao.sync.model;

import java.util.List;

/**
 * A list of things inside a record, such as its telephones.
 *
 * @param property what HSDS calls the list
 * @param table where each of them is kept
 * @param owner the column that says whose it is
 * @param parts what is inside each of them
 */
public record Part(String property, String table, String owner, List<Part> parts) {
    public Part {
        parts = List.copyOf(parts);
    }

    static Part of(String property, String table, String owner, Part... parts) {
        return new Part(property, table, owner, List.of(parts));
    }

    static Part phones(String owner) {
        return of("phones", "phone", owner, of("languages", "language", "phone_id"));
    }

    static Part contacts(String owner) {
        return of("contacts", "contact", owner, phones("contact_id"));
    }

    static Part schedules(String owner) {
        return of("schedules", "schedule", owner, of("exceptions", "schedule_exception", "schedule_id"));
    }

    /** What every object may have: {@code table}, the column of the object's id, the column of its kind. */
    public enum OfAny {
        ATTRIBUTES("attributes", "attribute", "link_id", "link_entity"),
        METADATA("metadata", "metadata", "resource_id", "resource_type"),
        TRANSLATIONS("translations", "translation", "entity_id", "entity_type"),
        SOURCES("sources", "citation", "entity_id", "entity_type");

        private final String property;
        private final String table;
        private final String id;
        private final String kind;

        OfAny(String property, String table, String id, String kind) {
            this.property = property;
            this.table = table;
            this.id = id;
            this.kind = kind;
        }

        public String property() {
            return property;
        }

        public String table() {
            return table;
        }

        public String id() {
            return id;
        }

        public String kind() {
            return kind;
        }
    }
}
