package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A district, an autonomous region or a municipality of Portugal. */
@Entity
@Table(schema = "directory", name = "place")
public class Place extends DirectoryRecord {
    /** district, autonomous_region or municipality. */
    public String level;

    /** The official code: two digits for a district, four (DICO) for a municipality. */
    public String code;

    public String name;

    public String parentCode;

    public String parentName;

    public String region;

    public String island;

    public Double latitude;

    public Double longitude;

    /** Where the coordinates come from. */
    public String coordSource;

    public String geonamesCode;

    public String timezoneName;
}
