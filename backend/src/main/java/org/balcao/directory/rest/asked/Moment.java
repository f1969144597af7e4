package org.balcao.directory.rest.asked;

import java.time.Clock;
import java.time.Instant;

/** When a reader wants a door to be open: the moment of asking, or one that was named. */
public sealed interface Moment {

    /** The moment somebody asks, which is another one each time. */
    record Now() implements Moment {}

    /** A moment somebody named. */
    record At(Instant instant) implements Moment {}

    default Instant on(Clock clock) {
        return switch (this) {
            case Now() -> clock.instant();
            case At(Instant instant) -> instant;
        };
    }

    static Moment read(String text) throws Unreadable {
        return text.equals("now") ? new Now() : new At(ParameterParsers.moment(text));
    }
}
