package org.balcao.hours;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The public holidays of a country, its regions and its municipalities, as rules that give the days of any year. */
public final class HolidayCalendar {

    /** How a holiday finds its day: the same day every year, or so many days from Easter Sunday. */
    public sealed interface Day {
        /** The same day every year. */
        record Fixed(MonthDay day) implements Day {}

        /** Days after Easter Sunday, negative before it. */
        record FromEaster(int days) implements Day {}

        default LocalDate in(int year) {
            return switch (this) {
                case Fixed(var day) -> day.atYear(year);
                case FromEaster(var days) -> easterSunday(year).plusDays(days);
            };
        }
    }

    /**
     * A holiday of every year.
     *
     * @param since the first year of a holiday younger than this calendar, or null
     */
    public record Rule(
            Day day, String name, String kind, String placeCode, Integer since, List<Holiday.Source> sources) {}

    /** A calendar without any holiday. */
    public static final HolidayCalendar NONE = new HolidayCalendar(List.of());

    private final List<Rule> rules;
    private final Map<Integer, List<Holiday>> years = new ConcurrentHashMap<>();

    public HolidayCalendar(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** All holidays of a year, in order of their days. */
    public List<Holiday> of(int year) {
        return years.computeIfAbsent(
                year,
                asked -> rules.stream()
                        .filter(rule -> rule.since() == null || rule.since() <= asked)
                        .map(rule -> new Holiday(
                                rule.day().in(asked), rule.name(), rule.kind(), rule.placeCode(), rule.sources()))
                        .sorted(Comparator.comparing(Holiday::date).thenComparing(Holiday::name))
                        .toList());
    }

    /** The holidays of a day that hold in a municipality: the country's, its region's and its own. */
    public List<Holiday> on(LocalDate day, String municipalityCode) {
        var found = new ArrayList<Holiday>();
        for (Holiday holiday : of(day.getYear())) {
            if (holiday.date().equals(day) && holdsIn(holiday.placeCode(), municipalityCode)) {
                found.add(holiday);
            }
        }
        return found;
    }

    /** The regions with holidays of their own that a municipality lies in. */
    List<String> regionsOf(String municipalityCode) {
        return rules.stream()
                .filter(rule -> !rule.kind().equals("municipal") && rule.placeCode() != null)
                .map(Rule::placeCode)
                .filter(code -> holdsIn(code, municipalityCode))
                .distinct()
                .sorted()
                .toList();
    }

    /** Region codes are those of the place list: 30 Madeira (municipalities 31 and 32), 40 Azores (41 to 49). */
    private static boolean holdsIn(String placeCode, String municipalityCode) {
        if (placeCode == null) {
            return true;
        }
        if (municipalityCode == null) {
            return false;
        }
        return Objects.equals(placeCode, municipalityCode)
                || (placeCode.endsWith("0")
                        && placeCode.length() == 2
                        && municipalityCode.startsWith(placeCode.substring(0, 1)));
    }

    /**
     * Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher.
     *
     * @see <a href="https://en.wikipedia.org/wiki/Date_of_Easter#Anonymous_Gregorian_algorithm">Anonymous Gregorian algorithm</a>
     */
    public static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 19 * l) / 433;
        int month = (h + l - 7 * m + 90) / 25;
        int day = (h + l - 7 * m + 33 * month + 19) % 32;
        return LocalDate.of(year, month, day);
    }
}
