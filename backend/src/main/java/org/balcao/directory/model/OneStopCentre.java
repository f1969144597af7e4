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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A location where several organizations' desks are under one roof, such as Portugal's National Immigrant Support Centres. */
@Entity
@Table(schema = "directory", name = "one_stop_centre")
public class OneStopCentre extends Translatable {
    @ManyToOne(fetch = FetchType.LAZY)
    public Location location;

    /** open or closed. */
    public String status;

    public String name;

    /** When it worked, in the words of the sources. */
    public String period;

    public String description;

    public String runBy;

    /** ISO 639 codes. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> languages = new ArrayList<>();

    public String languagesNote;

    @OneToMany(mappedBy = "oneStopCentre", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<OneStopFeature> features = new ArrayList<>();

    @OneToMany(mappedBy = "oneStopCentre", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Desk> desks = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "entity_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Citation> sources = new ArrayList<>();
}
