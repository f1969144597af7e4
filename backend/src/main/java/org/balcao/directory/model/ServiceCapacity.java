package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** HSDS service_capacity: how many can be taken, counted in a unit. */
@Entity
@Table(schema = "directory", name = "service_capacity")
public class ServiceCapacity extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;

    @ManyToOne(fetch = FetchType.LAZY)
    public Unit unit;

    public BigDecimal available;

    public BigDecimal maximum;

    public String description;

    public Instant updated;
}
