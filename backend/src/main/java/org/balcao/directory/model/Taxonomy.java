package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** HSDS taxonomy: a set of terms, such as needs or audiences. */
@Entity
@Table(schema = "directory", name = "taxonomy")
public class Taxonomy extends DirectoryRecord {
    public String name;

    public String description;

    public String uri;

    public String version;

    @OneToMany(mappedBy = "taxonomyDetail")
    @OrderBy("position")
    public List<TaxonomyTerm> terms = new ArrayList<>();
}
