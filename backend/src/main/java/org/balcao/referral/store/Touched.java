package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What the data protection officer reads: skeletons of referrals, who did what, and nothing of anybody. */
@ApplicationScoped
public class Touched {
    private static final int AT_ONCE = 1_000;

    /**
     * Who is meant: one of the two, or both.
     *
     * @param subject a person or program, as the identity provider calls them
     */
    public record By(String subject, UUID organization) {}

    /**
     * A referral that was touched in a window.
     *
     * @param opened what is sealed was read: who accepted and did not look is not told. Before December 2026 accepting wrote such an event by
     *     itself, at the same moment; those do not count.
     */
    public record Row(
            UUID referralId,
            UUID senderOrg,
            UUID receiverOrg,
            String state,
            String legalBasis,
            int events,
            boolean opened,
            Instant firstAt,
            Instant lastAt) {}

    /** How many there are in a window. */
    public record Total(int referrals, int opened) {}

    /** Something that happened to a referral, with who did it. */
    public record Happened(
            int seq,
            String kind,
            String actor,
            String actorSubject,
            UUID actorOrg,
            String fromState,
            String toState,
            String code,
            Instant at) {}

    private static final RowMapper<Row> ROW = ConstructorMapper.of(Row.class);

    private static final String WINDOW = """
            where e.at >= :from and e.at < :to and (cast(:subject as text) is null or e.actor_subject = :subject)
              and (cast(:organization as uuid) is null or e.actor_org = :organization)
            """;

    private static final String ROWS = """
            select e.referral_id, r.sender_org, r.receiver_org, r.state, r.legal_basis, count(*) as events,
                   bool_or(e.kind = 'opened' and not exists (select from referral.event a
                     where a.referral_id = e.referral_id and a.seq = e.seq - 1 and a.kind = 'accept' and a.at = e.at)) as opened, min(e.at) as first_at, max(e.at) as last_at
              from referral.event e join referral.referral r on r.id = e.referral_id
            """ + WINDOW + " group by e.referral_id, r.id order by first_at, e.referral_id";

    /** The first of them, by when they were touched. */
    public List<Row> first(Handle handle, By by, Instant from, Instant to, int most) {
        return rows(handle, ROWS + " limit " + most, by, from, to).map(ROW).list();
    }

    /** All of them, one after the other. */
    public void each(Handle handle, By by, Instant from, Instant to, Consumer<Row> taker) {
        rows(handle, ROWS, by, from, to).setFetchSize(AT_ONCE).map(ROW).forEach(taker);
    }

    public Total count(Handle handle, By by, Instant from, Instant to) {
        return rows(
                        handle,
                        "select count(*) as referrals, count(*) filter (where opened) as opened from (" + ROWS
                                + ") each",
                        by,
                        from,
                        to)
                .map(ConstructorMapper.of(Total.class))
                .one();
    }

    public List<Happened> history(Handle handle, UUID referral) {
        return handle.createQuery("""
                        select seq, kind, actor, actor_subject, actor_org, from_state, to_state, code, at
                          from referral.event where referral_id = :referral order by seq""")
                .bind("referral", referral)
                .map(ConstructorMapper.of(Happened.class))
                .list();
    }

    private static org.jdbi.v3.core.statement.Query rows(Handle handle, String query, By by, Instant from, Instant to) {
        return handle.createQuery(query)
                .bind("from", from)
                .bind("to", to)
                .bind("subject", by.subject())
                .bind("organization", by.organization());
    }
}
