package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** What made a one-stop centre work: mediators, a crèche, a help line. */
@Entity
@Table(schema = "directory", name = "one_stop_feature")
public class OneStopFeature extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public OneStopCentre oneStopCentre;

    public String name;

    public String description;
}
