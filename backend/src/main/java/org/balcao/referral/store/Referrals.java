package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.balcao.referral.model.Agreement;
import org.balcao.referral.model.Event;
import org.balcao.referral.model.Referral;
import org.balcao.referral.model.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Referrals, their agreements and events, in a transaction of {@link ReferralDatabase}. */
@ApplicationScoped
public class Referrals {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final RowMapper<Referral> REFERRAL = ConstructorMapper.of(Referral.class);
    private static final RowMapper<Agreement> AGREEMENT = ConstructorMapper.of(Agreement.class);

    private static final String ALL = """
            select id, chain_id, position, parent_id, previous_id, origin, sender_org, root_org, receiver_org, service_id, listing, state,
                   resumes_to, version, priority, need, languages, interpreter, municipality, age_band, household, accessibility, facts,
                   documents, person_deadline, code, remark, suggested_service_id, sensitive, legal_basis, sent_at, first_viewed_at, studied_at,
                   answered_at, first_contact_on, ended_at, answer_by, decide_by, contact_by, expires_at, review_on
              from referral.referral\s""";

    /** Which of two boxes: what an organization received, and what it sent. */
    public enum Box {
        RECEIVED("receiver_org"),
        SENT("sender_org");

        private final String column;

        Box(String column) {
            this.column = column;
        }
    }

    /** How many of an organization's referrals wait for something. */
    public record Counts(int open, int waiting, int dueToday, int overdue) {}

    /** Where the page before ended. */
    public record Cursor(Instant at, UUID id) {}

    /**
     * @param handleOfPerson tells doubles, or null
     * @return false if there is an open one to the same service with this handle, which the party may not even see
     */
    public boolean insert(Handle handle, Referral referral, byte[] handleOfPerson) {
        return handle.createUpdate("""
                        insert into referral.referral (id, chain_id, position, parent_id, previous_id, origin, sender_org, root_org, receiver_org,
                            service_id, listing, state, version, priority, need, languages, interpreter, municipality, age_band, household,
                            accessibility, facts, documents, person_deadline, sensitive, legal_basis, person_handle, sent_at, answer_by,
                            expires_at, last_event_at)
                        values (:id, :chainId, :position, :parentId, :previousId, :origin, :senderOrg, :rootOrg, :receiverOrg,
                            :serviceId, cast(:listing as jsonb), 'sent', 1, :priorityWord, :need, :languageArray, :interpreter, :municipality,
                            :ageBand, :household, :accessibilityArray, cast(:facts as jsonb), :documentArray, :personDeadline, :sensitive,
                            :legalBasis, :handle, :sentAt, :answerBy, :expiresAt, :sentAt)
                        on conflict (person_handle, service_id) where ended_at is null and person_handle is not null do nothing""")
                        .bindMethods(referral)
                        .bind("priorityWord", referral.priority().word())
                        .bindArray("languageArray", String.class, referral.languages())
                        .bindArray("accessibilityArray", String.class, referral.accessibility())
                        .bindArray("documentArray", String.class, referral.documents())
                        .bind("handle", handleOfPerson)
                        .execute()
                == 1;
    }

    /** @return false if the service was in the chain already, in a leg that the party may not even see */
    public boolean insertLeg(Handle handle, Referral leg) {
        try {
            return insert(handle, leg, null);
        } catch (UnableToExecuteStatementException refused) {
            if (refused.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }

    public Optional<Referral> find(Handle handle, UUID id) {
        return handle.createQuery(ALL + "where id = :id")
                .bind("id", id)
                .map(REFERRAL)
                .findOne();
    }

    /** The same, and nobody changes it before the end of this transaction. */
    public Optional<Referral> findToChange(Handle handle, UUID id) {
        return handle.createQuery(ALL + "where id = :id for update")
                .bind("id", id)
                .map(REFERRAL)
                .findOne();
    }

    /** All legs of a chain that the party may see, in order. */
    public List<Referral> legs(Handle handle, UUID chain) {
        return handle.createQuery(ALL + "where chain_id = :chain order by position, sent_at")
                .bind("chain", chain)
                .map(REFERRAL)
                .list();
    }

    /** The open referral to a service with this handle, if the party may see it. */
    public Optional<UUID> findDouble(Handle handle, byte[] handleOfPerson, UUID service) {
        return handle.createQuery(
                        "select id from referral.referral where person_handle = :handle and service_id = :service and ended_at is null")
                .bind("handle", handleOfPerson)
                .bind("service", service)
                .mapTo(UUID.class)
                .findOne();
    }

    /** Open ones by when they are due, ended ones from the last; after the cursor. */
    public List<Referral> page(Handle handle, UUID organization, Box box, boolean open, Cursor after, int most) {
        String column = open ? "answer_by" : "ended_at";
        String where = "where " + box.column + " = :organization and ended_at is " + (open ? "null" : "not null");
        String next = after == null ? "" : " and (" + column + ", id) " + (open ? ">" : "<") + " (:at, :id)";
        var query = handle.createQuery(ALL
                        + where
                        + next
                        + " order by "
                        + column
                        + (open ? ", id" : " desc, id desc")
                        + " limit :most")
                .bind("organization", organization)
                .bind("most", most);
        if (after != null) {
            query.bind("at", after.at()).bind("id", after.id());
        }
        return query.map(REFERRAL).list();
    }

    public Counts counts(Handle handle, UUID organization, Box box, Instant now, Instant endOfDay) {
        return handle.createQuery("""
                        select count(*) as open,
                               count(*) filter (where state in ('sent', 'under_study')) as waiting,
                               count(*) filter (where due between :now and :endOfDay) as due_today,
                               count(*) filter (where due < :now) as overdue
                          from (select state, case state when 'sent' then answer_by when 'under_study' then decide_by
                                       when 'accepted' then contact_by
                                       when 'on_hold' then review_on::timestamp at time zone 'Europe/Lisbon' end as due
                                  from referral.referral where %s = :organization and ended_at is null) each""".formatted(box.column))
                .bind("organization", organization)
                .bind("now", now)
                .bind("endOfDay", endOfDay)
                .map(ConstructorMapper.of(Counts.class))
                .one();
    }

    /**
     * What a step changes beside the state. A stamp that is null stays as it was.
     *
     * @param code why, or with what outcome
     */
    public record Change(
            State to,
            State resumesTo,
            String code,
            String remark,
            UUID suggestedServiceId,
            Instant studiedAt,
            Instant answeredAt,
            LocalDate firstContactOn,
            Instant endedAt,
            Instant decideBy,
            Instant contactBy,
            LocalDate reviewOn) {}

    /** @return whether it still was in that version; the row policies and the table of steps refuse what is not allowed */
    public boolean step(Handle handle, UUID id, int version, Change change, Instant now) {
        return handle.createUpdate("""
                        update referral.referral
                           set state = :toWord, resumes_to = :resumesToWord, version = version + 1, code = :code, remark = :remark,
                               suggested_service_id = coalesce(:suggestedServiceId, suggested_service_id),
                               studied_at = coalesce(studied_at, :studiedAt), answered_at = coalesce(answered_at, :answeredAt),
                               first_contact_on = coalesce(first_contact_on, :firstContactOn), ended_at = :endedAt,
                               decide_by = coalesce(:decideBy, decide_by), contact_by = coalesce(:contactBy, contact_by),
                               review_on = coalesce(:reviewOn, review_on), last_event_at = :now
                         where id = :id and version = :version""")
                        .bindMethods(change)
                        .bind("toWord", change.to().word())
                        .bind(
                                "resumesToWord",
                                change.resumesTo() == null
                                        ? null
                                        : change.resumesTo().word())
                        .bind("id", id)
                        .bind("version", version)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** Another outcome of a completed one; both stay in the events. */
    public boolean correctOutcome(Handle handle, UUID id, int version, String code, String remark, Instant now) {
        return handle.createUpdate(
                                "update referral.referral set code = :code, remark = :remark, version = version + 1, last_event_at = :now "
                                        + "where id = :id and version = :version and state = 'completed'")
                        .bind("code", code)
                        .bind("remark", remark)
                        .bind("now", now)
                        .bind("id", id)
                        .bind("version", version)
                        .execute()
                == 1;
    }

    /** Something happened that is no step. */
    public void touch(Handle handle, UUID id, Instant now) {
        handle.createUpdate("update referral.referral set last_event_at = :now where id = :id")
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    /** @return whether it is the first time that its receiver looks at it */
    public boolean view(Handle handle, UUID id, Instant now) {
        return handle.createUpdate(
                                "update referral.referral set first_viewed_at = :now where id = :id and first_viewed_at is null")
                        .bind("now", now)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Its number, its hash and what has to be told of it the database adds. */
    public void write(Handle handle, Event event) {
        handle.createUpdate("""
                        insert into referral.event (referral_id, seq, kind, actor, actor_subject, actor_org, from_state, to_state, version, code, at,
                            prev_hash, hash)
                        values (:referralId, 0, :kind, :actor, :subject, :organization, :fromWord, :toWord, :version, :code, :at, '', '')""")
                .bindMethods(event)
                .bind("fromWord", event.from() == null ? null : event.from().word())
                .bind("toWord", event.to().word())
                .execute();
    }

    public List<Event> events(Handle handle, UUID referral) {
        return handle.createQuery("""
                        select referral_id, seq, kind, actor, actor_subject as subject, actor_org as organization, from_state as "from",
                               to_state as "to", version, code, at
                          from referral.event where referral_id = :referral order by seq""")
                .bind("referral", referral)
                .map(ConstructorMapper.of(Event.class))
                .list();
    }

    public void agree(Handle handle, UUID referral, Agreement agreement) {
        handle.createUpdate("""
                        insert into referral.agreement (referral_id, text_id, text_version, language, mode, read_aloud_by, purposes, given_at, until)
                        values (:referral, :textId, :textVersion, :language, :mode, :readAloudBy, :purposeArray, :givenAt, :until)""")
                .bind("referral", referral)
                .bindMethods(agreement)
                .bindArray("purposeArray", String.class, agreement.purposes())
                .execute();
    }

    public Optional<Agreement> agreement(Handle handle, UUID referral) {
        return handle.createQuery("""
                        select text_id, text_version, language, mode, read_aloud_by, purposes, given_at, until, withdrawn_at
                          from referral.agreement where referral_id = :referral""").bind("referral", referral).map(AGREEMENT).findOne();
    }

    public void withdrawAgreements(Handle handle, UUID chain, Instant now) {
        handle.createUpdate("""
                        update referral.agreement set withdrawn_at = :now
                         where withdrawn_at is null
                           and referral_id in (select id from referral.referral where chain_id = :chain)""").bind("now", now).bind("chain", chain).execute();
    }
}
