package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Counts of how referrals went, from codes and dates only. */
@ApplicationScoped
public class FigureStore {
    /**
     * @param medianDays from sending to the first answer; null if there was none
     * @param outcomeKnown of those that ended: with an outcome, or a reason
     * @param confirmed persons who said themselves that they got help, wholly or in part
     * @param disagree completed with help, and the person said that there was none, or the other way round
     */
    public record Counted(
            int sent,
            int answered,
            int answeredInTime,
            int accepted,
            int silent,
            int ended,
            int outcomeKnown,
            int gotHelp,
            int confirmed,
            int disagree,
            Double medianDays) {}

    private static final String COUNTED = """
            with leg as (
              select r.state, r.code, r.sent_at, r.answered_at, r.answer_by, r.contact_by, r.ended_at, (select e.code from referral.event e
                            where e.referral_id = r.id and e.kind = 'person_said' and e.code <> 'not_contacted' order by e.seq desc limit 1) as said
                from referral.referral r where %s)
            select count(*) as sent,
                   count(*) filter (where answered_at is not null) as answered,
                   count(*) filter (where answered_at <= answer_by) as answered_in_time,
                   count(*) filter (where contact_by is not null) as accepted,
                   count(*) filter (where state in ('expired', 'lapsed')) as silent,
                   count(*) filter (where ended_at is not null and state <> 'voided') as ended,
                   count(*) filter (where state in ('completed', 'declined', 'forwarded', 'withdrawn')) as outcome_known,
                   count(*) filter (where state = 'completed' and code in ('got_help', 'partly_helped')) as got_help,
                   count(*) filter (where said in ('got_help', 'partly')) as confirmed,
                   count(*) filter (where state = 'completed' and said is not null
                                      and (said = 'no_help') = (code in ('got_help', 'partly_helped'))) as disagree,
                   percentile_cont(0.5) within group (order by extract(epoch from answered_at - sent_at) / 86400)
                     filter (where answered_at is not null) as median_days
              from leg""";

    /** Of what an organization received. */
    public Counted received(Handle handle, UUID organization) {
        return handle.createQuery(COUNTED.formatted("receiver_org = :organization"))
                .bind("organization", organization)
                .map(ConstructorMapper.of(Counted.class))
                .one();
    }

    /** Of all. */
    public Counted all(Handle handle) {
        return handle.createQuery(COUNTED.formatted("true"))
                .map(ConstructorMapper.of(Counted.class))
                .one();
    }
}
