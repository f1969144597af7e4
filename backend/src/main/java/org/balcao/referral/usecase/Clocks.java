package org.balcao.referral.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.balcao.hours.HolidayCalendar;
import org.balcao.referral.model.Deadlines;

/** The deadlines of Portugal. */
@ApplicationScoped
class Clocks {

    @Produces
    @ApplicationScoped
    Deadlines deadlines(HolidayCalendar holidays) {
        return new Deadlines(day -> !holidays.on(day, null).isEmpty());
    }
}
