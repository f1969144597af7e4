package org.balcao.directory.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * HSDS schedule: one span of usual hours as an RRULE in parts.
 * A closing time at or before the opening time is on the next day; around the clock is 00:00 to 23:59.
 * Hours known only as prose have no opening time and stand in the description.
 */
@Entity
@Table(schema = "directory", name = "schedule")
public class Schedule extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public Service service;

    @ManyToOne(fetch = FetchType.LAZY)
    public Location location;

    @ManyToOne(fetch = FetchType.LAZY)
    public ServiceAtLocation serviceAtLocation;

    public LocalDate validFrom;

    public LocalDate validTo;

    public LocalDate dtstart;

    public BigDecimal timezone;

    public LocalDate until;

    public Integer count;

    public String wkst;

    public String freq;

    public Integer interval;

    public String byday;

    public String byweekno;

    public String bymonthday;

    public String byyearday;

    public String description;

    public LocalTime opensAt;

    public LocalTime closesAt;

    public String scheduleLink;

    public String attendingType;

    public String notes;

    /** Ours: the named zone these wall times are in. */
    public String timezoneName;

    /** Ours: in these hours one is received by appointment only. This is not "closed". */
    public boolean byAppointment;

    /** Ours: dated exceptions. */
    @OneToMany(mappedBy = "schedule", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<ScheduleException> exceptions = new ArrayList<>();
}
