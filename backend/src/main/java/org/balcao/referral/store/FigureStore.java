package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.balcao.referral.model.FigureCounts;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Counts of how referrals went, from codes and dates only. */
@ApplicationScoped
public class FigureStore {
    private static final String COUNTED = """
            with leg as (
              select r.code, r.sent_at, r.answer_by,
                     case when r.answered_at < :until then r.answered_at end as answered_at,
                     r.answered_at < :until and r.contact_by is not null as accepted,
                     case when r.ended_at < :until then r.state end as ended_as,
                     (select e.code from referral.event e
                       where e.referral_id = r.id and e.kind = 'person_said' and e.code <> 'not_contacted' and e.at < :until
                       order by e.seq desc limit 1) as said
                from referral.referral r where r.sent_at < :until and %s),
            each as (
              select leg.*, coalesce(ended_as = 'completed' and code in ('got_help', 'partly_helped'), false) as helped from leg)
            select count(*) as sent,
                   count(*) filter (where answered_at is not null) as answered,
                   count(*) filter (where answered_at <= answer_by) as answered_in_time,
                   count(*) filter (where accepted) as accepted,
                   count(*) filter (where ended_as in ('expired', 'lapsed')) as silent,
                   count(*) filter (where ended_as is not null and ended_as <> 'voided') as ended,
                   count(*) filter (where ended_as in ('completed', 'declined', 'forwarded', 'withdrawn')) as outcome_known,
                   count(*) filter (where helped) as got_help,
                   count(*) filter (where helped and said in ('got_help', 'partly')) as confirmed,
                   count(*) filter (where helped and said = 'no_help') as disagree,
                   percentile_cont(0.5) within group (order by extract(epoch from answered_at - sent_at) / 86400)
                     filter (where answered_at is not null) as median_days
              from each""";

    /** Of what an organization received, as it was at a moment. */
    public FigureCounts received(Handle handle, UUID organization, Instant until) {
        return handle.createQuery(COUNTED.formatted("r.receiver_org = :organization"))
                .bind("organization", organization)
                .bind("until", until)
                .map(ConstructorMapper.of(FigureCounts.class))
                .one();
    }

    /** Of all, as it was at a moment. */
    public FigureCounts all(Handle handle, Instant until) {
        return handle.createQuery(COUNTED.formatted("true"))
                .bind("until", until)
                .map(ConstructorMapper.of(FigureCounts.class))
                .one();
    }
}
