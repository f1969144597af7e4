package org.balcao.hours;

import java.time.Instant;
import java.time.ZonedDateTime;

/** A stretch of time in which a door is open; the closing moment is no longer in it. */
public record Span(ZonedDateTime opensAt, ZonedDateTime closesAt) implements Comparable<Span> {
    boolean contains(Instant moment) {
        return !moment.isBefore(opensAt.toInstant()) && moment.isBefore(closesAt.toInstant());
    }

    boolean overlaps(Span later) {
        return later.opensAt.toInstant().isBefore(closesAt.toInstant());
    }

    boolean touches(Span later) {
        return later.opensAt.toInstant().equals(closesAt.toInstant());
    }

    boolean beginsTheDay() {
        return opensAt.toInstant()
                .equals(opensAt.toLocalDate().atStartOfDay(opensAt.getZone()).toInstant());
    }

    Span joinedWith(Span later) {
        return new Span(opensAt, later.closesAt.toInstant().isAfter(closesAt.toInstant()) ? later.closesAt : closesAt);
    }

    @Override
    public int compareTo(Span other) {
        int byOpening = opensAt.toInstant().compareTo(other.opensAt.toInstant());
        return byOpening != 0 ? byOpening : closesAt.toInstant().compareTo(other.closesAt.toInstant());
    }
}
