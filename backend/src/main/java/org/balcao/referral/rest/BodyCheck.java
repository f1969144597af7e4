package org.balcao.referral.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.balcao.referral.note.NoteCheck;
import org.balcao.shared.Dates;
import org.balcao.shared.problem.FieldError;
import org.balcao.shared.problem.ProblemType;

/** Checks a body field by field and tells all that is wrong at once. What somebody wrote is never repeated. */
final class BodyCheck {
    /** What is longer is refused for its length, and looked at no further. */
    private static final int LONGEST_CHECKED = 1_000;

    private final List<FieldError> errors = new ArrayList<>();

    void wrong(String field, String problem) {
        errors.add(new FieldError(field, problem));
    }

    <T> T present(String field, T value) {
        if (value == null) {
            wrong(field, "is missing");
        }
        return value;
    }

    String oneOf(String field, String value, Set<String> codes) {
        if (value != null && !codes.contains(value)) {
            wrong(
                    field,
                    "must be one of "
                            + String.join(", ", codes.stream().sorted().toList()));
        }
        return value;
    }

    List<String> allOf(String field, List<String> values, Set<String> codes, int most) {
        List<String> given = values == null ? List.of() : values;
        if (given.size() > most || given.stream().anyMatch(each -> each == null)) {
            wrong(field, "must be a list of at most " + most + " entries");
            return List.of();
        }
        for (int i = 0; i < given.size(); i++) {
            oneOf(field + "/" + i, given.get(i), codes);
        }
        return given.stream().distinct().toList();
    }

    String text(String field, String value, int most) {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        if (text.codePointCount(0, text.length()) > most) {
            wrong(field, "is longer than " + most + " characters");
        } else if (text.chars().anyMatch(each -> Character.isISOControl(each) && each != '\n')) {
            wrong(field, "has a control character");
        }
        return text.isEmpty() ? null : text;
    }

    /** Words that may hold no number, date or address ({@link NoteCheck}). */
    String note(String field, String value, int most) {
        String text = text(field, value, most);
        if (text != null && text.length() <= LONGEST_CHECKED) {
            NoteCheck.in(text).ifPresent(found -> wrong(field, found.right()));
        }
        return text;
    }

    LocalDate day(String field, String value) {
        if (value == null) {
            return null;
        }
        Optional<LocalDate> day = Dates.day(value);
        if (day.isEmpty()) {
            wrong(field, Dates.WANTED_DAY);
        }
        return day.orElse(null);
    }

    /** A day of a span; both its ends belong to it. */
    LocalDate dayBetween(String field, String value, LocalDate first, LocalDate last) {
        LocalDate day = day(field, value);
        if (day != null && (day.isBefore(first) || day.isAfter(last))) {
            wrong(field, "must be a date from " + first + " to " + last);
        }
        return day;
    }

    void done() {
        if (!errors.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.at(errors);
        }
    }
}
