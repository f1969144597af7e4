package org.balcao.directory.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** HSDS phone. */
@Entity
@Table(schema = "directory", name = "phone")
public class Phone extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public Organization organization;

    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;

    @ManyToOne(fetch = FetchType.LAZY)
    public ServiceAtLocation serviceAtLocation;

    @ManyToOne(fetch = FetchType.LAZY)
    public Location location;

    @ManyToOne(fetch = FetchType.LAZY)
    public Contact contact;

    public String number;

    public Integer extension;

    /** RFC 6350: voice, text, cell, fax, textphone, video. */
    public String type;

    public String description;

    @OneToMany(mappedBy = "phone", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Language> languages = new ArrayList<>();
}
