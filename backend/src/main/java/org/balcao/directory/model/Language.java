package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** HSDS language: spoken without an interpreter. */
@Entity
@Table(schema = "directory", name = "language")
public class Language extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;

    @ManyToOne(fetch = FetchType.LAZY)
    public Location location;

    @ManyToOne(fetch = FetchType.LAZY)
    public Phone phone;

    public String name;

    /** ISO 639-1 or 639-3. */
    public String code;

    public String note;
}
