package org.balcao.referral.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a note what a referral must never hold: numbers of papers, dates of birth, accounts, addresses of the web. */
public final class NoteCheck {
    /** A phrase that may not stay. */
    public record Found(String kind, String phrase) {}

    private static final Map<String, Pattern> NEVER = new LinkedHashMap<>();

    static {
        NEVER.put("iban", Pattern.compile("(?i)\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}"));
        NEVER.put("web_address", Pattern.compile("(?i)(?:https?://|www\\.)\\S{1,200}"));
        NEVER.put(
                "date_of_birth",
                Pattern.compile(
                        "\\b(?:\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)\\d{2}|(?:19|20)\\d{2}[./-]\\d{1,2}[./-]\\d{1,2})\\b"));
        NEVER.put("document_number", Pattern.compile("(?i)\\b[A-Z]{1,3} ?\\d{6,9}\\b"));
        NEVER.put("long_number", Pattern.compile("\\d(?:[ .-]?\\d){5,}"));
    }

    private NoteCheck() {}

    /** The first phrase that may not stay; nothing if all may. */
    public static Optional<Found> in(String note) {
        for (Map.Entry<String, Pattern> each : NEVER.entrySet()) {
            Matcher matcher = each.getValue().matcher(note);
            if (matcher.find()) {
                return Optional.of(new Found(each.getKey(), matcher.group()));
            }
        }
        return Optional.empty();
    }
}
