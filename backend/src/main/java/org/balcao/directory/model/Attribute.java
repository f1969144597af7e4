package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** HSDS attribute: links an object to a taxonomy term, or to a bare value. */
@Entity
@Table(schema = "directory", name = "attribute")
public class Attribute {
    @Id
    public UUID id;

    public UUID linkId;

    public String linkEntity;

    @ManyToOne(fetch = FetchType.LAZY)
    public TaxonomyTerm taxonomyTerm;

    public int ordinal;

    public String linkType;

    public String value;

    public String label;
}
