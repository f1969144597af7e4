package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** HSDS unit: what a capacity is counted in. */
@Entity
@Table(schema = "directory", name = "unit")
public class Unit {
    @Id
    public UUID id;

    public String name;

    public String scheme;

    public String identifier;

    public String uri;
}
