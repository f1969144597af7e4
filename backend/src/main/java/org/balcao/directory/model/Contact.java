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

/** HSDS contact: a person or office to turn to, named by their role. */
@Entity
@Table(schema = "directory", name = "contact")
public class Contact extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public Organization organization;

    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;

    @ManyToOne(fetch = FetchType.LAZY)
    public ServiceAtLocation serviceAtLocation;

    @ManyToOne(fetch = FetchType.LAZY)
    public Location location;

    public String name;

    public String title;

    public String department;

    public String email;

    @OneToMany(mappedBy = "contact", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Phone> phones = new ArrayList<>();
}
