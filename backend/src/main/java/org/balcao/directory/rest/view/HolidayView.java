package org.balcao.directory.rest.view;

import java.time.LocalDate;
import java.util.List;
import org.balcao.hours.Holiday;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A public holiday on one day, and where it stands that it is one. */
@Schema(name = "Holiday")
public record HolidayView(
        LocalDate date,
        String name,

        @Schema(enumeration = {"national", "regional", "municipal"})
        String kind,

        String placeCode,
        List<SourceView> sources) {

    public static HolidayView of(Holiday holiday) {
        return new HolidayView(
                holiday.date(),
                holiday.name(),
                holiday.kind(),
                holiday.placeCode(),
                holiday.sources().stream()
                        .map(source -> new SourceView(source.url(), null, source.sourceDate(), source.note()))
                        .toList());
    }
}
