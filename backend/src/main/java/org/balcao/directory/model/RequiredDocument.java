package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** HSDS required_document: what to bring. */
@Entity
@Table(schema = "directory", name = "required_document")
public class RequiredDocument extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;

    public String document;

    public String uri;
}
