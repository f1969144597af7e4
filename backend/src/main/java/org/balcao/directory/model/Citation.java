package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A page where the facts of a record were read. */
@Entity
@Table(schema = "directory", name = "citation")
public class Citation {
    @Id
    public UUID id;

    public UUID entityId;

    public String entityType;

    public int ordinal;

    public String url;

    public String title;

    /** As exact as the source is: a year, a month or a day. */
    public String sourceDate;

    public String note;

    /** The name of the document, where it is not a page. */
    public String file;
}
