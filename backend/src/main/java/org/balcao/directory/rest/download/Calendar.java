package org.balcao.directory.rest.download;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * When services are open in the fourteen days from today, as events of iCalendar (RFC 5545). Holidays and other exceptions are worked out
 * already; who follows the calendar asks again each day. A service whose hours are not known, or that is not offered now, has no event.
 */
public final class Calendar {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private final StringBuilder lines = new StringBuilder();

    private Calendar() {}

    public static byte[] of(List<JsonNode> services, Links links) {
        Calendar calendar = new Calendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Balcao//Services//EN");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("NAME:Balcão");
        calendar.line("X-WR-CALNAME:Balcão");
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:P1D");
        calendar.line("X-PUBLISHED-TTL:P1D");
        services.stream()
                .filter(each -> each.path("status").asText().equals("active"))
                .forEach(each -> calendar.add(each, links));
        calendar.line("END:VCALENDAR");
        return calendar.lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void add(JsonNode service, Links links) {
        String id = service.path("id").asText();
        for (JsonNode span : service.path("opening_hours").path("spans")) {
            String opens = moment(span.path("opens_at"));
            line("BEGIN:VEVENT");
            line("UID:" + id + "-" + opens + "@balcao");
            line("DTSTAMP:"
                    + MOMENT.format(Instant.parse(service.path("last_modified").asText())));
            line("DTSTART:" + opens);
            line("DTEND:" + moment(span.path("closes_at")));
            text("SUMMARY", service.path("name").asText());
            text("LOCATION", location(service));
            text("DESCRIPTION", service.path("contact_phone").path("number").asText());
            line("URL:" + links.page(id));
            line("TRANSP:TRANSPARENT");
            line("END:VEVENT");
        }
    }

    /** The only place of the service; where it has several, nothing says which of them an hour is of. */
    private static String location(JsonNode service) {
        JsonNode places = service.path("places");
        if (places.size() != 1) {
            return "";
        }
        String name = places.get(0).path("name").asText();
        String municipality = places.get(0).path("municipality").asText();
        return name.isEmpty() || municipality.isEmpty() ? name + municipality : name + ", " + municipality;
    }

    private static String moment(JsonNode text) {
        return MOMENT.format(OffsetDateTime.parse(text.asText()));
    }

    private void text(String name, String value) {
        if (!value.isBlank()) {
            line(name + ":"
                    + PlainText.clean(value)
                            .replace("\\", "\\\\")
                            .replace(";", "\\;")
                            .replace(",", "\\,")
                            .replace("\n", "\\n"));
        }
    }

    /** A line of at most 75 bytes; what is longer goes on in the next one after a space. */
    private void line(String text) {
        int bytes = 0;
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            int size = sign < 0x80 ? 1 : sign < 0x800 ? 2 : sign < 0x10000 ? 3 : 4;
            if (bytes + size > LONGEST_LINE) {
                lines.append("\r\n ");
                bytes = 1;
            }
            lines.appendCodePoint(sign);
            bytes += size;
            at += Character.charCount(sign);
        }
        lines.append("\r\n");
    }
}
