package org.balcao.directory.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.balcao.hours.Basis;
import org.balcao.hours.OpeningHours;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a door is open in the fourteen days from today, in its own time zone. */
@Schema(
        name = "OpeningHours",
        description =
                "When it is open in the fourteen days from today, in its own time zone. Whether it is open now is "
                        + "for the reader's clock to say, so a saved copy still tells the truth.")
public record OpeningHoursView(
        @Schema(enumeration = {"schedule", "by_appointment", "always", "unknown"})
        String basis,

        String timezoneName,
        LocalDate from,
        LocalDate until,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<SpanView> spans,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<ClosureView> closures) {

    private static final int DAYS = 14;

    /** From when to when, each with its offset from UTC. */
    @Schema(name = "OpeningSpan")
    public record SpanView(OffsetDateTime opensAt, OffsetDateTime closesAt) {}

    /** A day that is not as usual. */
    @Schema(name = "Closure")
    public record ClosureView(
            LocalDate date,

            @Schema(enumeration = {"public_holiday", "public_holiday_hours_may_differ", "exception"})
            String reason,

            String name) {}

    static OpeningHoursView of(OpeningHours hours, Boolean byAppointmentOnly, RenderContext context) {
        LocalDate from = LocalDate.ofInstant(context.now(), hours.zone());
        LocalDate until = from.plusDays(DAYS - 1);
        Basis basis = hours.basis(from);
        return new OpeningHoursView(
                (basis == Basis.UNKNOWN && Boolean.TRUE.equals(byAppointmentOnly) ? Basis.BY_APPOINTMENT : basis)
                        .wireName(),
                hours.zone().getId(),
                from,
                until,
                hours.spans(from, until).stream()
                        .map(span -> new SpanView(
                                span.opensAt().toOffsetDateTime(),
                                span.closesAt().toOffsetDateTime()))
                        .toList(),
                hours.closures(from, until).stream()
                        .map(closure -> new ClosureView(closure.date(), closure.reason(), closure.name()))
                        .toList());
    }
}
