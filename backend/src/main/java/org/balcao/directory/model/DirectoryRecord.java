package org.balcao.directory.model;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.hibernate.annotations.Formula;

/** A record that is listed by itself and has lines in the change log. */
@MappedSuperclass
public abstract class DirectoryRecord extends Translatable {
    /** The order of entry, given once by the database and never used again; lists are in this order. */
    @Column(insertable = false, updatable = false)
    public long position;

    /** When it, or anything under it, last changed; kept by the database to the millisecond. */
    @Formula("(select stamp.last_modified from directory.stamp stamp where stamp.id = id)")
    public Instant lastModified;

    /** The sequence number of its newest change. */
    @Formula("coalesce((select stamp.version from directory.stamp stamp where stamp.id = id), 0)")
    public long newestChange;
}
