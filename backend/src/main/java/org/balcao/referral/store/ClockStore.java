package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.balcao.referral.model.Priority;
import org.balcao.referral.model.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What the clock finds and changes, in a transaction of {@link ReferralDatabase#asClock}. */
@ApplicationScoped
public class ClockStore {
    private static final int AT_ONCE = 500;

    /** A referral that something is due for. */
    public record Due(UUID id, UUID chainId, State state, int version) {}

    /** A referral that waits for an answer, and how often its receiver was reminded. */
    public record Waiting(UUID id, State state, int version, Priority priority, Instant sentAt, int reminded) {}

    /** Only one node at a time does the work. */
    public boolean isOurTurn(Handle handle) {
        return handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended('referral.clock', 0))")
                .mapTo(Boolean.class)
                .one();
    }

    /** Nobody answered in time. */
    public List<Due> unanswered(Handle handle, Instant now) {
        return due(handle, "state in ('sent', 'under_study') and expires_at <= :now", now, null);
    }

    /** Accepted, and then nothing for so long; or on hold, and nobody looked at it again. */
    public List<Due> silent(Handle handle, Instant since, LocalDate reviewedBefore) {
        return due(
                handle,
                "(state in ('accepted', 'in_progress') and last_event_at <= :now) or (state = 'on_hold' and review_on < :day)",
                since,
                reviewedBefore);
    }

    private static List<Due> due(Handle handle, String which, Instant now, LocalDate day) {
        var query = handle.createQuery("select id, chain_id, state, version from referral.referral where " + which
                        + " order by id limit " + AT_ONCE + " for update skip locked")
                .bind("now", now);
        return (day == null ? query : query.bind("day", day))
                .map(ConstructorMapper.of(Due.class))
                .list();
    }

    public void end(Handle handle, UUID id, State to, Instant now) {
        handle.createUpdate(
                        "update referral.referral set state = :to, resumes_to = null, version = version + 1, ended_at = :now, last_event_at = :now "
                                + "where id = :id")
                .bind("to", to.word())
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    public List<Waiting> waiting(Handle handle) {
        return handle.createQuery("""
                        select r.id, r.state, r.version, r.priority, r.sent_at,
                               (select count(*) from referral.event e where e.referral_id = r.id and e.kind = 'reminded') as reminded
                          from referral.referral r
                         where r.state = 'sent'""").map(ConstructorMapper.of(Waiting.class)).list();
    }

    /** Services that open referrals wait for. */
    public List<UUID> servicesWaitedFor(Handle handle) {
        return handle.createQuery("select distinct service_id from referral.referral where ended_at is null")
                .mapTo(UUID.class)
                .list();
    }

    /** Open referrals to a service whose people were not told yet that its listing was withdrawn. */
    public List<Due> notToldOfWithdrawal(Handle handle, UUID service) {
        return handle.createQuery("""
                        select id, chain_id, state, version from referral.referral r
                         where service_id = :service and ended_at is null
                           and not exists (select from referral.event e where e.referral_id = r.id and e.kind = 'listing_withdrawn')""")
                .bind("service", service)
                .map(ConstructorMapper.of(Due.class))
                .list();
    }

    /** First legs of people whose programme ends within so many days, told of fewer times than they should be. */
    public List<Due> deadlineNear(Handle handle, LocalDate today, int days, int times) {
        return handle.createQuery("""
                        select id, chain_id, state, version from referral.referral r
                         where position = 1 and person_deadline between :today and :until
                           and state in ('sent', 'under_study', 'accepted', 'in_progress', 'on_hold', 'completed')
                           and (select count(*) from referral.event e where e.referral_id = r.id and e.kind = 'deadline_near') < :times""")
                .bind("today", today)
                .bind("until", today.plusDays(days))
                .bind("times", times)
                .map(ConstructorMapper.of(Due.class))
                .list();
    }

    /** Chains that ended before a moment and still have something sealed or a code. */
    public List<UUID> chainsToForget(Handle handle, Instant endedBefore) {
        return handle.createQuery("""
                        select r.chain_id from referral.referral r
                         where exists (select from referral.person_code c where c.chain_id = r.chain_id)
                            or exists (select from referral.sealed s where s.referral_id = r.id)
                         group by r.chain_id
                        having bool_and(r.ended_at is not null) and max(r.ended_at) <= :before
                         limit 500""")
                .bind("before", endedBefore)
                .mapTo(UUID.class)
                .list();
    }

    public void forget(Handle handle, UUID chain) {
        handle.createUpdate(
                        "delete from referral.sealed where referral_id in (select id from referral.referral where chain_id = :chain)")
                .bind("chain", chain)
                .execute();
        handle.createUpdate("delete from referral.reach where chain_id = :chain")
                .bind("chain", chain)
                .execute();
        handle.createUpdate("delete from referral.person_code where chain_id = :chain")
                .bind("chain", chain)
                .execute();
    }

    /** Whether anything is sealed with the key of this chain. */
    public boolean hasSealed(Handle handle, UUID chain) {
        return handle.createQuery("""
                        select exists (select from referral.sealed s join referral.referral r on r.id = s.referral_id
                                        where r.chain_id = :chain)""").bind("chain", chain).mapTo(Boolean.class).one();
    }

    /** Codes that were in an answer after a quarter of an hour, keys of requests after a day, what was told after fourteen; skeletons with their events after three years. */
    public void dropOld(Handle handle) {
        handle.execute("update referral.request_key set chain_id = null, code = null "
                + "where chain_id is not null and at < now() - interval '15 minutes'");
        handle.execute("delete from referral.request_key where at < now() - interval '24 hours'");
        handle.execute("delete from referral.outbox where done_at < now() - interval '14 days'");
        handle.execute("delete from referral.vital_interest where asked_at < now() - interval '3 years'");
        for (String table : List.of("event", "agreement")) {
            handle.execute(
                    "delete from referral." + table
                            + " where referral_id in (select id from referral.referral where ended_at < now() - interval '3 years')");
        }
        handle.execute("delete from referral.referral r where ended_at < now() - interval '3 years' "
                + "and not exists (select from referral.referral child where child.parent_id = r.id)");
    }
}
