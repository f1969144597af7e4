package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One line of the change log. */
@Entity
@Immutable
@Table(schema = "directory", name = "change")
public class Change {
    /** Becomes visible in this order, also when a slow transaction commits late. */
    @Id
    public long seq;

    /** The HSDS name of the record's kind. */
    public String kind;

    public UUID recordId;

    /** created, updated or removed. */
    public String action;

    public Instant at;
}
