package org.balcao.directory.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.balcao.directory.feed.SourceRecord.CitationRecord;
import org.balcao.directory.feed.SourceRecord.LocationRecord;
import org.balcao.directory.feed.SourceRecord.OneStopCentreRecord;
import org.balcao.directory.feed.SourceRecord.OrganizationRecord;
import org.balcao.directory.feed.SourceRecord.PhoneRecord;
import org.balcao.directory.feed.SourceRecord.PlaceRecord;
import org.balcao.directory.feed.SourceRecord.ProgramRecord;
import org.balcao.directory.feed.SourceRecord.ScheduleRecord;
import org.balcao.directory.feed.SourceRecord.ServiceAtLocationRecord;
import org.balcao.directory.feed.SourceRecord.ServiceRecord;
import org.balcao.directory.feed.SourceRecord.TaxonomyRecord;
import org.balcao.directory.feed.SourceRecord.TermRecord;
import org.balcao.directory.model.PositionPrecision;
import org.balcao.shared.MailAddress;
import org.balcao.shared.WebAddress;

/** What must hold for a record before it may be applied; each thing that does not hold is a sentence. */
final class RecordCheck {
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_LIST = 500;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{1,30}");
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00");
    private static final Pattern BYDAY = Pattern.compile("(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Set<String> CONFIDENCES = Set.of("high", "medium", "low");

    private final List<String> problems = new ArrayList<>();

    private RecordCheck() {}

    static boolean isId(String text) {
        return text != null && ID.matcher(text).matches();
    }

    /** A text that cannot be stored or is far too long, anywhere in the record, or a list without end. */
    static Optional<String> unfitText(JsonNode node) {
        if (node.isTextual()) {
            return unfit(node.textValue());
        }
        if (node.size() > LONGEST_LIST) {
            return Optional.of("more than " + LONGEST_LIST + " entries");
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .flatMap(each -> unfit(each.getKey())
                            .or(() -> unfitText(each.getValue()))
                            .map(reason -> within(each.getKey(), reason))
                            .stream())
                    .findFirst();
        }
        for (int index = 0; index < node.size(); index++) {
            var reason = unfitText(node.get(index));
            if (reason.isPresent()) {
                return Optional.of(within(String.valueOf(index), reason.get()));
            }
        }
        return Optional.empty();
    }

    private static String within(String name, String reason) {
        var shown = isId(name) ? name : "a field";
        return reason.startsWith("/") ? "/" + shown + reason : "/" + shown + ": " + reason;
    }

    private static Optional<String> unfit(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.of("longer than " + LONGEST_TEXT + " characters");
        }
        boolean control = text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7f);
        boolean broken = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return control || broken ? Optional.of("holds a character that is not text") : Optional.empty();
    }

    static List<String> problems(SourceRecord record) {
        var check = new RecordCheck();
        check.id("id", record.id());
        switch (record) {
            case PlaceRecord place -> check.place(place);
            case TaxonomyRecord taxonomy -> check.texts("description", taxonomy.description(), true);
            case TermRecord term -> {
                check.id("taxonomy", term.taxonomy());
                check.texts("name", term.name(), true);
            }
            case OrganizationRecord organization -> check.organization(organization);
            case ProgramRecord program -> check.program(program);
            case LocationRecord location -> check.location(location);
            case ServiceRecord service -> check.service(service);
            case ServiceAtLocationRecord both -> {
                check.id("service", both.service());
                check.id("location", both.location());
            }
            case OneStopCentreRecord centre -> check.centre(centre);
        }
        return check.problems;
    }

    private void place(PlaceRecord place) {
        name("name", place.name());
        oneOf("level", place.level(), Set.of("district", "autonomous_region", "municipality"));
        coordinates(place.latitude(), place.longitude());
    }

    private void organization(OrganizationRecord organization) {
        name("name", organization.name());
        texts("description", organization.description(), true);
        oneOf("status", organization.status(), Set.of("active", "inactive", "defunct"));
        common(organization.confidence(), organization.email(), organization.phones(), organization.sources());
        address("website", organization.website());
    }

    private void program(ProgramRecord program) {
        name("name", program.name());
        id("organization", program.organization());
        texts("description", program.description(), true);
    }

    private void location(LocationRecord location) {
        name("name", location.name());
        id("organization", location.organization());
        oneOf("location_type", location.locationType(), Set.of("physical", "postal", "virtual"));
        if (location.addressVisibility() != null) {
            oneOf("address_visibility", location.addressVisibility(), Set.of("full", "partial", "hidden"));
        }
        coordinates(location.latitude(), location.longitude());
        if (location.positionPrecision() != null) {
            oneOf("position_precision", location.positionPrecision(), PositionPrecision.words());
            if (location.latitude() == null) {
                problems.add("position_precision: there is no position");
            }
        }
        common(location.confidence(), location.email(), location.phones(), location.sources());
        schedules(location.schedules());
    }

    private void service(ServiceRecord service) {
        name("name", service.name());
        id("organization", service.organization());
        if (service.program() != null) {
            id("program", service.program());
        }
        oneOf("status", service.status(), Set.of("active", "inactive", "defunct", "temporarily closed"));
        texts("description", service.description(), false);
        common(service.confidence(), service.email(), service.phones(), service.sources());
        address("url", service.url());
        schedules(service.schedules());
        service.languages().forEach(code -> matches("languages", code, LANGUAGE, "a language code"));
        service.coverage().forEach(each -> name("coverage", each));
        service.locations().forEach(each -> id("locations", each));
    }

    private void centre(OneStopCentreRecord centre) {
        id("location", centre.location());
        oneOf("status", centre.status(), Set.of("open", "closed"));
        texts("description", centre.description(), true);
        citations(centre.sources());
        centre.languages().forEach(code -> matches("languages", code, LANGUAGE, "a language code"));
        centre.features().forEach(feature -> texts("features/name", feature.name(), true));
        centre.desks().forEach(desk -> {
            texts("desks/name", desk.name(), true);
            oneOf("desks/kind", desk.kind(), Set.of("public_institution", "support_office"));
        });
    }

    private void common(String confidence, String email, List<PhoneRecord> phones, List<CitationRecord> sources) {
        oneOf("confidence", confidence, CONFIDENCES);
        if (email != null && !MailAddress.isOne(email)) {
            problems.add("email: an e-mail address is expected");
        }
        phones.forEach(phone -> matches("phones/number", phone.number(), PHONE, "a phone number"));
        citations(sources);
    }

    private void citations(List<CitationRecord> sources) {
        if (sources.isEmpty()) {
            problems.add("sources: at least one is needed");
        }
        sources.forEach(source -> {
            if (source.url() == null && source.file() == null && source.title() == null) {
                problems.add("sources: an address, a title or a file is needed");
            }
            address("sources/url", source.url());
        });
    }

    private void schedules(List<ScheduleRecord> schedules) {
        for (var schedule : schedules) {
            if (schedule.byday() != null) {
                matches("schedules/byday", schedule.byday(), BYDAY, "days like MO,TU");
            }
            if ((schedule.opensAt() == null) != (schedule.closesAt() == null)) {
                problems.add("schedules: opens_at and closes_at go together");
            } else if (schedule.opensAt() != null) {
                matches("schedules/opens_at", schedule.opensAt(), TIME, "a time like 09:30");
                matches("schedules/closes_at", schedule.closesAt(), TIME, "a time like 17:00");
            } else if (schedule.description() == null) {
                problems.add("schedules: neither hours nor a description");
            }
        }
    }

    private void coordinates(Double latitude, Double longitude) {
        if ((latitude == null) != (longitude == null)) {
            problems.add("latitude and longitude go together");
        } else if (latitude != null && !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            problems.add("latitude, longitude: not on Earth");
        }
    }

    private void texts(String field, Map<String, String> texts, boolean needed) {
        if (texts == null || texts.isEmpty()) {
            if (needed) {
                problems.add(field + ": missing");
            }
            return;
        }
        texts.forEach((language, text) -> {
            matches(field, language, LANGUAGE, "a language code");
            if (text == null || text.isBlank()) {
                problems.add(field + ": empty");
            }
        });
    }

    private void name(String field, String text) {
        if (text == null || text.isBlank()) {
            problems.add(field + ": missing");
        } else if (text.length() > LONGEST_NAME) {
            problems.add(field + ": longer than " + LONGEST_NAME + " characters");
        }
    }

    private void id(String field, String text) {
        if (!isId(text)) {
            problems.add(field + ": an id of letters, digits and . _ : / - is expected");
        }
    }

    private void oneOf(String field, String value, Set<String> allowed) {
        if (value == null || !allowed.contains(value)) {
            problems.add(field + ": one of "
                    + String.join(", ", allowed.stream().sorted().toList()) + " is expected");
        }
    }

    private void matches(String field, String value, Pattern pattern, String what) {
        if (value == null || !pattern.matcher(value).matches()) {
            problems.add(field + ": " + what + " is expected");
        }
    }

    private void address(String field, String text) {
        if (text != null && WebAddress.forReaders(text).isEmpty()) {
            problems.add(field + ": a web address is expected");
        }
    }
}
