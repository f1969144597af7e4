package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** HSDS taxonomy_term: one need, or one audience. */
@Entity
@Table(schema = "directory", name = "taxonomy_term")
public class TaxonomyTerm extends DirectoryRecord {
    /** The taxonomy it belongs to. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "taxonomy_id")
    public Taxonomy taxonomyDetail;

    /** The name of a taxonomy that is not ours. */
    public String taxonomy;

    public String code;

    public String name;

    public String description;

    @ManyToOne(fetch = FetchType.LAZY)
    public TaxonomyTerm parent;

    public String language;

    public String termUri;
}
