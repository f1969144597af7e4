package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** HSDS service_area: whom a service is for by where they live. */
@Entity
@Table(schema = "directory", name = "service_area")
public class ServiceArea extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;

    @ManyToOne(fetch = FetchType.LAZY)
    public ServiceAtLocation serviceAtLocation;

    public String name;

    public String description;

    public String extent;

    public String extentType;

    public String uri;

    /** Ours: the district or municipality meant, see {@link Place#code}. */
    public String placeCode;

    /** Ours: the whole country. */
    public boolean nationwide;
}
