package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** HSDS metadata: one changed field of an object. Names a role, never a person. */
@Entity
@Table(schema = "directory", name = "metadata")
public class Metadata {
    @Id
    public UUID id;

    public UUID resourceId;

    public String resourceType;

    public int ordinal;

    public LocalDate lastActionDate;

    public String lastActionType;

    public String fieldName;

    public String previousValue;

    public String replacementValue;

    public String updatedBy;
}
