package org.balcao.search.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** When somebody means who says "tonight" or "Saturday": a moment at which a door should be open. */
public final class Days {
    private static final LocalTime MORNING = LocalTime.of(10, 30);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    private Days() {}

    /** @param said what {@code asks} says in the word files: open_now, tonight, tomorrow, weekend, saturday …; empty for anything else */
    public static Optional<Instant> moment(String said, Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        return switch (said) {
            case "open_now" -> Optional.of(now);
            case "tonight" -> Optional.of((here.toLocalTime().isBefore(NIGHT) ? here.with(NIGHT) : here).toInstant());
            case "tomorrow" -> Optional.of(here.plusDays(1).with(MORNING).toInstant());
            case "weekend" -> Optional.of(next(here, DayOfWeek.SATURDAY));
            default -> day(said).map(day -> next(here, day));
        };
    }

    private static Optional<DayOfWeek> day(String said) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(said)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static Instant next(ZonedDateTime here, DayOfWeek day) {
        return here.with(TemporalAdjusters.nextOrSame(day)).with(MORNING).toInstant();
    }
}
