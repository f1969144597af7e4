package org.balcao.directory.rest.asked;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the directory was like when an offline pack was made.
 *
 * @param seq the number of its newest change
 * @param day on which the hours in the pack were worked out
 * @param about a hash of which pack it is and of what it shows besides its services
 */
public record AsOf(long seq, LocalDate day, String about) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18})-([0-9]{8})-([0-9a-f]{12})");

    static AsOf read(String text) throws Unreadable {
        Matcher written = WRITTEN.matcher(text);
        if (written.matches()) {
            try {
                return new AsOf(
                        Long.parseLong(written.group(1)),
                        LocalDate.parse(written.group(2), DateTimeFormatter.BASIC_ISO_DATE),
                        written.group(3));
            } catch (DateTimeException noDay) {
                // said below
            }
        }
        throw new Unreadable("the as_of of an earlier pack is needed");
    }

    /** As it stands in a pack. */
    public String text() {
        return seq + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + about;
    }
}
