package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** An organization's counter inside a one-stop centre. */
@Entity
@Table(schema = "directory", name = "desk")
public class Desk extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public OneStopCentre oneStopCentre;

    @ManyToOne(fetch = FetchType.LAZY)
    public Organization organization;

    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;

    public String name;

    /** public_institution or support_office. */
    public String kind;

    /** Since when, in the words of the sources. */
    public String since;

    public String description;
}
