package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** HSDS accessibility: of a location for people with disabilities. */
@Entity
@Table(schema = "directory", name = "accessibility")
public class Accessibility extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public Location location;

    public String description;

    public String details;

    public String url;
}
