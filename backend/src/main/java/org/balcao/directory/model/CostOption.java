package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** HSDS cost_option. */
@Entity
@Table(schema = "directory", name = "cost_option")
public class CostOption extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;

    public LocalDate validFrom;

    public LocalDate validTo;

    public String option;

    public String currency;

    public BigDecimal amount;

    public String amountDescription;
}
