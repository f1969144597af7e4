package org.balcao.directory.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** HSDS service_at_location: a service given at a location. */
@Entity
@Table(schema = "directory", name = "service_at_location")
public class ServiceAtLocation extends DirectoryRecord {
    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;

    @ManyToOne(fetch = FetchType.LAZY)
    public Location location;

    public String description;

    @OneToMany(mappedBy = "serviceAtLocation", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<ServiceArea> serviceAreas = new ArrayList<>();

    @OneToMany(mappedBy = "serviceAtLocation", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Contact> contacts = new ArrayList<>();

    @OneToMany(mappedBy = "serviceAtLocation", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Phone> phones = new ArrayList<>();

    @OneToMany(mappedBy = "serviceAtLocation", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Schedule> schedules = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "link_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Attribute> attributes = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "resource_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Metadata> metadata = new ArrayList<>();
}
