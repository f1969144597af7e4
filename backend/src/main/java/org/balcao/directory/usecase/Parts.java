package org.balcao.directory.usecase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.balcao.directory.feed.SourceRecord.CitationRecord;
import org.balcao.directory.feed.SourceRecord.PhoneRecord;
import org.balcao.directory.feed.SourceRecord.ScheduleRecord;
import org.balcao.directory.model.Attribute;
import org.balcao.directory.model.Citation;
import org.balcao.directory.model.Language;
import org.balcao.directory.model.Part;
import org.balcao.directory.model.Phone;
import org.balcao.directory.model.Schedule;
import org.balcao.directory.model.TaxonomyTerm;
import org.balcao.shared.StableId;

/** The parts of one record, each with an id made from what tells it from its siblings, so that the same parts are the same again. */
final class Parts {
    private static final Locale PORTUGUESE = Locale.of("pt", "PT");

    /** Languages of Portuguese-speaking countries that the locale data of the platform has no Portuguese name for. */
    private static final Map<String, String> LANGUAGE_NAMES =
            Map.of("pov", "crioulo da Guiné-Bissau", "kea", "crioulo cabo-verdiano", "mnk", "mandinga");

    private final UUID owner;
    private final String ownerKind;
    private final Wording wording;
    private final Set<UUID> given = new HashSet<>();

    Parts(UUID owner, String ownerKind, Wording wording) {
        this.owner = owner;
        this.ownerKind = ownerKind;
        this.wording = wording;
    }

    /** An id for a part; twins get a number. */
    UUID id(String kind, String naturalKey) {
        var id = StableId.within(owner, kind, naturalKey);
        for (int twin = 2; !given.add(id); twin++) {
            id = StableId.within(owner, kind, naturalKey + "#" + twin);
        }
        return id;
    }

    <T extends Part> T part(T part, String kind, String naturalKey, List<T> siblings) {
        part.id = id(kind, naturalKey);
        part.ordinal = siblings.size();
        siblings.add(part);
        return part;
    }

    void phones(List<PhoneRecord> stated, List<Phone> phones, Consumer<Phone> owned) {
        for (var each : stated) {
            var phone = part(new Phone(), "phone", each.number() + "|" + each.description(), phones);
            phone.number = each.number();
            phone.type = "sms".equals(each.type()) ? "text" : each.type();
            phone.description = wording.english(phone, "phone", "description", each.description());
            owned.accept(phone);
        }
    }

    void schedules(List<ScheduleRecord> stated, String zone, List<Schedule> schedules, Consumer<Schedule> owned) {
        for (var each : stated) {
            for (var hours : HoursStated.in(each)) {
                var key = each.byday() + "|" + hours.opensAt() + "|" + hours.closesAt() + "|" + each.description();
                var schedule = part(new Schedule(), "schedule", key, schedules);
                schedule.freq = hours.freq();
                schedule.byday = hours.byday();
                schedule.opensAt = hours.opensAt();
                schedule.closesAt = hours.closesAt();
                schedule.byAppointment = hours.byAppointment();
                schedule.notes = hours.notes();
                schedule.timezoneName = zone;
                schedule.description = wording.english(schedule, "schedule", "description", each.description());
                owned.accept(schedule);
            }
        }
    }

    void languages(List<String> codes, List<Language> languages, Consumer<Language> owned) {
        for (var code : codes.stream().distinct().toList()) {
            var language = part(new Language(), "language", code, languages);
            language.code = code;
            var name = Locale.forLanguageTag(code).getDisplayLanguage(PORTUGUESE);
            language.name = LANGUAGE_NAMES.getOrDefault(code, name.equals(code) ? null : name);
            owned.accept(language);
        }
    }

    List<Citation> citations(List<CitationRecord> stated) {
        var citations = new ArrayList<Citation>();
        for (var each : stated) {
            var citation = new Citation();
            citation.id = id("citation", each.url() + "|" + each.file() + "|" + each.sourceDate());
            citation.entityId = owner;
            citation.entityType = ownerKind;
            citation.ordinal = citations.size();
            citation.url = each.url();
            citation.file = each.file();
            citation.title = each.title();
            citation.sourceDate = each.sourceDate();
            citation.note = each.note();
            citations.add(citation);
        }
        return citations;
    }

    void attribute(TaxonomyTerm term, String linkType, List<Attribute> attributes) {
        var attribute = new Attribute();
        attribute.id = id("attribute", linkType + "|" + term.id);
        attribute.linkId = owner;
        attribute.linkEntity = ownerKind;
        attribute.taxonomyTerm = term;
        attribute.linkType = linkType;
        attribute.ordinal = attributes.size();
        attributes.add(attribute);
    }
}
