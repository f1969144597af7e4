package org.balcao.directory.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.MonthDay;
import java.util.List;
import org.balcao.hours.Holiday;
import org.balcao.hours.HolidayCalendar;

/** The country's public holidays as we have them from their sources: {@code data/portugal/holidays.yaml}. */
public final class HolidayFile {
    private static final String PATH = "/data/portugal/holidays.yaml";

    private HolidayFile() {}

    private record File(List<Entry> holidays) {}

    private record Entry(
            String name,
            String day,
            Integer easter,
            String kind,
            @JsonProperty("place_code") String placeCode,
            Integer since,
            List<Cited> sources) {
        HolidayCalendar.Rule toRule() {
            if ((day == null) == (easter == null) || sources == null || sources.isEmpty()) {
                throw new IllegalStateException(name + " needs a day or a distance from Easter, and a source");
            }
            var found = day == null
                    ? new HolidayCalendar.Day.FromEaster(easter)
                    : new HolidayCalendar.Day.Fixed(MonthDay.parse("--" + day));
            return new HolidayCalendar.Rule(
                    found,
                    name,
                    kind,
                    placeCode,
                    since,
                    sources.stream().map(Cited::toSource).toList());
        }
    }

    private record Cited(
            String url, @JsonProperty("source_date") String sourceDate, String note) {
        Holiday.Source toSource() {
            return new Holiday.Source(url, sourceDate, note);
        }
    }

    /** Reads the holidays that come with the product. */
    @Produces
    @Singleton
    public static HolidayCalendar read() {
        try (var file = HolidayFile.class.getResourceAsStream(PATH)) {
            var entries = JsonMapper.builder(new YAMLFactory())
                    .build()
                    .readValue(file, File.class)
                    .holidays();
            return new HolidayCalendar(entries.stream().map(Entry::toRule).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
