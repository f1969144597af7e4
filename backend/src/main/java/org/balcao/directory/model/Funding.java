package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** HSDS funding: who pays. */
@Entity
@Table(schema = "directory", name = "funding")
public class Funding extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public Organization organization;

    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;

    public String source;
}
