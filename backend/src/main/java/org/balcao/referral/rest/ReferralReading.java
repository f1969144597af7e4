package org.balcao.referral.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.balcao.eligibility.engine.AnswerReader;
import org.balcao.eligibility.engine.Answers;
import org.balcao.eligibility.engine.Pack;
import org.balcao.eligibility.usecase.ServedRules;
import org.balcao.referral.model.Agreement;
import org.balcao.referral.model.Codes;
import org.balcao.referral.model.Deadlines;
import org.balcao.referral.model.Person;
import org.balcao.referral.model.Priority;
import org.balcao.referral.note.NoteCheck;
import org.balcao.referral.rest.ReferralBodies.AgreementBody;
import org.balcao.referral.rest.ReferralBodies.PersonBody;
import org.balcao.referral.rest.ReferralBodies.ReferralBody;
import org.balcao.referral.store.KnownCodes;
import org.balcao.referral.usecase.NewReferral;
import org.balcao.shared.PhoneText;

/** Reads what is sent, and refuses what must not be stored. */
@ApplicationScoped
class ReferralReading {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_LANGUAGES = 6;
    private static final int MOST_CODES = 8;
    private static final int MOST_FACTS = 12;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NOTE = 280;
    private static final int LONGEST_MAIL = 254;
    private static final int AGREEMENT_MONTHS = 6;
    private static final int LONGEST_PROGRAMME_YEARS = 5;
    private static final Pattern PORTUGUESE = Pattern.compile("[29]\\d{8}");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern MAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,180}\\.[^\\s@.]{2,24}");

    /** Facts of the rules that a referral never holds. */
    private static final Set<String> NEVER = Set.of("birth_date", "nationality_group");

    private final ServedRules rules;
    private final KnownCodes known;
    private final AgreementTexts texts;
    private final Clock clock;

    ReferralReading(ServedRules rules, KnownCodes known, AgreementTexts texts, Clock clock) {
        this.rules = rules;
        this.known = known;
        this.texts = texts;
        this.clock = clock;
    }

    /** The words of seventy languages take a second to read: not while somebody waits for the first request. */
    void readWordsAhead(@Observes StartupEvent start) {
        Thread.ofVirtual().start(NoteCheck::readWords);
    }

    NewReferral read(ReferralBody body, boolean byPerson) {
        BodyCheck check = new BodyCheck();
        check.present("/service_id", body.serviceId());
        check.present("/priority", body.priority());
        check.oneOf("/priority", body.priority(), Set.of("emergency", "urgent", "normal"));
        if (byPerson && body.priority() != null && !body.priority().equals("normal")) {
            check.wrong("/priority", "cannot be other than normal here: whoever is in danger has to telephone");
        }
        if (body.need() != null && !known.isNeed(body.need())) {
            check.wrong("/need", "must be a code of the taxonomy balcao-needs, such as housing");
        }
        List<String> languages = languages(check, body.languages());
        if (body.municipality() != null && !known.isMunicipality(body.municipality())) {
            check.wrong("/municipality", "must be the number of a municipality, such as 1106");
        }
        check.present("/age_band", body.ageBand());
        check.oneOf("/age_band", body.ageBand(), Codes.AGE_BANDS);
        check.oneOf("/household", body.household(), Codes.HOUSEHOLDS);
        Person person = person(check, check.present("/person", body.person()), body.ageBand(), byPerson);
        boolean vital = !byPerson && body.vitalInterestId() != null;
        if (body.vitalInterestId() != null && (byPerson || body.agreement() != null)) {
            check.wrong("/vital_interest_id", "is only for a desk, and instead of an agreement");
        }
        Agreement agreement = vital ? null : agreement(check, check.present("/agreement", body.agreement()), byPerson);
        NewReferral read = new NewReferral(
                body.serviceId(),
                body.previousId(),
                body.priority() == null
                                || !Set.of("emergency", "urgent", "normal").contains(body.priority())
                        ? null
                        : Priority.valueOf(body.priority().toUpperCase(Locale.ROOT)),
                body.need(),
                languages,
                Boolean.TRUE.equals(body.interpreter()),
                body.municipality(),
                body.ageBand(),
                body.household(),
                check.allOf("/accessibility", body.accessibility(), Codes.ACCESSIBILITY, MOST_CODES),
                facts(check, body.facts()),
                check.allOf("/documents", body.documents(), Codes.DOCUMENTS, MOST_CODES),
                deadline(check, body.personDeadline()),
                person,
                Boolean.TRUE.equals(body.anotherPerson()),
                agreement,
                vital ? body.vitalInterestId() : null);
        check.done();
        return read;
    }

    /** The last day of a programme: today or later, and no programme goes on for longer than this. */
    private LocalDate deadline(BodyCheck check, String given) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Deadlines.HERE);
        return check.dayBetween("/person_deadline", given, today, today.plusYears(LONGEST_PROGRAMME_YEARS));
    }

    private List<String> languages(BodyCheck check, List<String> given) {
        List<String> languages = given == null ? List.of() : given;
        if (languages.isEmpty() || languages.size() > MOST_LANGUAGES) {
            check.wrong("/languages", "must be a list of 1 to " + MOST_LANGUAGES + " languages");
        }
        for (int i = 0; i < languages.size(); i++) {
            if (languages.get(i) == null || !known.isLanguage(languages.get(i))) {
                check.wrong("/languages/" + i, "must be the code of a language, such as pt");
            }
        }
        return languages.stream().filter(each -> each != null).distinct().toList();
    }

    private Person person(BodyCheck check, PersonBody body, String ageBand, boolean byPerson) {
        if (body == null) {
            return null;
        }
        String called = check.present("/person/called", check.note("/person/called", body.called(), LONGEST_NAME));
        String channel = check.present("/person/channel", body.channel());
        check.oneOf("/person/channel", channel, Codes.CHANNELS);
        String contact = contact(check, channel, body.contact());
        if (byPerson && "desk".equals(channel)) {
            check.wrong("/person/channel", "cannot be desk: no desk sends this");
        }
        if ("13-17".equals(ageBand) && channel != null && !channel.equals("desk")) {
            check.wrong("/person/channel", "of somebody under 18 is desk: through an adult whose task it is");
        }
        check.oneOf("/person/hours", body.hours(), Codes.HOURS);
        String note = check.note("/person/note", body.note(), LONGEST_NOTE);
        return new Person(
                called,
                channel,
                contact,
                Boolean.TRUE.equals(body.noMessage()),
                Boolean.TRUE.equals(body.doNotSayWho()),
                body.hours() == null ? "any" : body.hours(),
                note);
    }

    private static String contact(BodyCheck check, String channel, String given) {
        boolean needed = "phone".equals(channel) || "email".equals(channel);
        if (!needed) {
            if (given != null) {
                check.wrong("/person/contact", "is only for the channels phone and email");
            }
            return null;
        }
        if (given == null) {
            check.wrong("/person/contact", "is missing");
            return null;
        }
        String contact = "phone".equals(channel) ? telephone(given) : given.strip();
        boolean good = "phone".equals(channel) ? PHONE.matcher(contact).matches() : isMail(contact);
        if (!good) {
            check.wrong(
                    "/person/contact",
                    "phone".equals(channel)
                            ? "must be a telephone number, such as +351912345678"
                            : "must be an e-mail address, such as desk@example.org");
        }
        return contact;
    }

    /** One number as E.164 writes it; nine digits that begin as a number of Portugal does are one. */
    static String telephone(String given) {
        PhoneText text = PhoneText.of(given);
        String digits = text.digits().replaceFirst("^00", "+");
        if (text.number() == null || text.extension() != null || !text.others().isEmpty() || text.words() != null) {
            return given;
        }
        return PORTUGUESE.matcher(digits).matches() ? "+351" + digits : digits;
    }

    private Agreement agreement(BodyCheck check, AgreementBody body, boolean byPerson) {
        if (body == null) {
            return null;
        }
        if (!texts.exists(body.textId(), body.textVersion(), body.language())) {
            check.wrong("/agreement/text_id", "must be the id, version and language of a text that is offered here");
        }
        check.present("/agreement/mode", body.mode());
        check.oneOf("/agreement/mode", body.mode(), byPerson ? Set.of("ticked") : Set.of("signed", "spoken"));
        check.oneOf("/agreement/read_aloud_by", body.readAloudBy(), Set.of("mediator", "interpreter"));
        List<String> purposes = check.allOf("/agreement/purposes", body.purposes(), Codes.PURPOSES, MOST_CODES);
        if (!purposes.contains("receiver")) {
            check.wrong("/agreement/purposes", "does not cover this receiver");
        }
        LocalDate until = LocalDate.ofInstant(clock.instant(), Deadlines.HERE).plusMonths(AGREEMENT_MONTHS);
        return new Agreement(
                body.textId(),
                body.textVersion(),
                body.language(),
                body.mode(),
                body.readAloudBy(),
                purposes,
                clock.instant(),
                until,
                null);
    }

    private String facts(BodyCheck check, Map<String, Object> given) {
        if (given == null || given.isEmpty()) {
            return "{}";
        }
        if (given.size() > MOST_FACTS) {
            check.wrong("/facts", "are more than " + MOST_FACTS);
            return "{}";
        }
        Pack pack = rules.now().pack();
        JsonNode facts = JSON.valueToTree(given);
        given.keySet().stream()
                .filter(NEVER::contains)
                .forEach(never -> check.wrong("/facts/" + never, "is never held"));
        AnswerReader.read(pack, facts, new Answers(pack.facts()))
                .forEach(wrong -> check.wrong("/facts", wrong.problem()));
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean isMail(String text) {
        return text.length() <= LONGEST_MAIL && MAIL.matcher(text).matches();
    }
}
