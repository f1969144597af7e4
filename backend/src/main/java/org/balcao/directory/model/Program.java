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

/** HSDS program: services of one organization that belong together. */
@Entity
@Table(schema = "directory", name = "program")
public class Program extends DirectoryRecord {
    @ManyToOne(fetch = FetchType.LAZY)
    public Organization organization;

    public String name;

    public String alternateName;

    public String description;

    @OneToMany(mappedBy = "program")
    @OrderBy("position")
    public List<Service> services = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "link_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Attribute> attributes = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "resource_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Metadata> metadata = new ArrayList<>();
}
