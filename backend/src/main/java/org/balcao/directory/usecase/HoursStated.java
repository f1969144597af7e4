package org.balcao.directory.usecase;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.balcao.directory.feed.SourceRecord.ScheduleRecord;

/**
 * The hours that a source's words really state, as parts of an HSDS schedule.
 * Hours of which the days are not known, that hold in some weeks only, or that are of a former institution stay words.
 *
 * @param freq WEEKLY or MONTHLY; absent when these are words only
 * @param notes the hours as words, when no rule can be made of them
 */
record HoursStated(
        String freq, String byday, LocalTime opensAt, LocalTime closesAt, boolean byAppointment, String notes) {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private static final Pattern BREAK = Pattern.compile("break (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final Pattern NTH_WEEK = Pattern.compile("\\bweeks? of the month|\\bsemanas? do mês");
    private static final Pattern NTH_DAY = Pattern.compile(
            "((?:[1-5](?:st|nd|rd|th)(?:,| and)? )+)(mon|tues|wednes|thurs|fri|satur|sun)days? of the month");
    private static final Map<String, String> DAYS =
            Map.of("mon", "MO", "tues", "TU", "wednes", "WE", "thurs", "TH", "fri", "FR", "satur", "SA", "sun", "SU");

    static List<HoursStated> in(ScheduleRecord schedule) {
        var words = schedule.description() == null ? "" : schedule.description().toLowerCase(Locale.ROOT);
        boolean byAppointment = byAppointment(words);
        if (schedule.opensAt() == null) {
            return List.of(new HoursStated(null, schedule.byday(), null, null, byAppointment, null));
        }
        if (schedule.byday() == null
                || words.contains("former")
                || NTH_WEEK.matcher(words).find()) {
            return List.of(new HoursStated(
                    null, schedule.byday(), null, null, byAppointment, schedule.opensAt() + "–" + schedule.closesAt()));
        }
        var opens = LocalTime.parse(schedule.opensAt());
        var closes = closing(schedule.closesAt(), opens);
        var days = NTH_DAY.matcher(words);
        if (days.find()) {
            var day = DAYS.get(days.group(2));
            var byday = Pattern.compile("[1-5]")
                    .matcher(days.group(1))
                    .results()
                    .map(number -> number.group() + day)
                    .collect(Collectors.joining(","));
            return List.of(new HoursStated("MONTHLY", byday, opens, closes, byAppointment, null));
        }
        var pause = BREAK.matcher(words);
        if (pause.find()) {
            return List.of(
                    new HoursStated(
                            "WEEKLY", schedule.byday(), opens, LocalTime.parse(pause.group(1)), byAppointment, null),
                    new HoursStated(
                            "WEEKLY", schedule.byday(), LocalTime.parse(pause.group(2)), closes, byAppointment, null));
        }
        return List.of(new HoursStated("WEEKLY", schedule.byday(), opens, closes, byAppointment, null));
    }

    /** Around the clock is 00:00 to 23:59, as HSDS writes it; any other end at midnight is 00:00 of the next day. */
    private static LocalTime closing(String text, LocalTime opens) {
        if (!text.equals("24:00")) {
            return LocalTime.parse(text);
        }
        return opens.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : LocalTime.MIDNIGHT;
    }

    private static boolean byAppointment(String words) {
        boolean english = words.contains("appointment")
                && !words.contains("no appointment")
                && !words.contains("without appointment");
        boolean portuguese = words.contains("marcação") && !words.contains("sem marcação");
        return english || portuguese;
    }
}
