package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;

/** A dated change of usual hours: a holiday, a summer closure, other hours on one day. */
@Entity
@Table(schema = "directory", name = "schedule_exception")
public class ScheduleException extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public Schedule schedule;

    public LocalDate dateFrom;

    public LocalDate dateTo;

    public boolean closed;

    public LocalTime opensAt;

    public LocalTime closesAt;

    public String reason;
}
