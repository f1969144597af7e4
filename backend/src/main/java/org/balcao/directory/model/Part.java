package org.balcao.directory.model;

import jakarta.persistence.MappedSuperclass;

/** An object that belongs to a record and is never listed by itself. */
@MappedSuperclass
public abstract class Part extends Translatable {
    /** Its place among its siblings. */
    public int ordinal;
}
