package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What has to be told, and to whom. */
@ApplicationScoped
public class Outbox {
    private static final int AT_ONCE = 500;

    /** An event that somebody may have to be told of. */
    public record Row(
            long id,
            UUID chainId,
            String kind,
            UUID senderOrg,
            UUID receiverOrg,
            String actor,
            int tries,
            boolean organizationsTold) {}

    /** @param email of the organization, for notices */
    public record Channel(UUID organizationId, String email, String language) {}

    /** How much waits for an organization. */
    public record Waiting(int waiting, int dueToday) {}

    public List<Row> due(Handle handle, Instant now) {
        return handle.createQuery("""
                        select o.id, r.chain_id, o.kind, r.sender_org, r.receiver_org, e.actor, o.tries,
                               o.organizations_told_at is not null as organizations_told
                          from referral.outbox o
                          join referral.referral r on r.id = o.referral_id
                          join referral.event e on e.referral_id = o.referral_id and e.seq = o.seq
                         where o.done_at is null and o.next_try_at <= :now
                         order by o.id limit %d for update of o skip locked""".formatted(AT_ONCE))
                .bind("now", now)
                .map(ConstructorMapper.of(Row.class))
                .list();
    }

    public void done(Handle handle, Row row, Instant now) {
        handle.createUpdate("update referral.outbox set done_at = :now where id = :id")
                .bind("now", now)
                .bind("id", row.id())
                .execute();
    }

    public void later(Handle handle, Row row, Instant next) {
        handle.createUpdate("update referral.outbox set tries = tries + 1, next_try_at = :next where id = :id")
                .bind("next", next)
                .bind("id", row.id())
                .execute();
    }

    public void organizationsTold(Handle handle, Row row, Instant now) {
        handle.createUpdate("update referral.outbox set organizations_told_at = :now where id = :id")
                .bind("now", now)
                .bind("id", row.id())
                .execute();
    }

    /** Not before a moment, and that it waited is no failure. */
    public void postpone(Handle handle, Row row, Instant until) {
        handle.createUpdate("update referral.outbox set next_try_at = :until where id = :id")
                .bind("until", until)
                .bind("id", row.id())
                .execute();
    }

    public Optional<Channel> channel(Handle handle, UUID organization) {
        return handle.createQuery(
                        "select organization_id, email, language from referral.channel where organization_id = :organization")
                .bind("organization", organization)
                .map(ConstructorMapper.of(Channel.class))
                .findOne();
    }

    public void set(Handle handle, Channel channel) {
        handle.createUpdate("""
                        insert into referral.channel (organization_id, email, language) values (:organizationId, :email, :language)
                        on conflict (organization_id) do update set email = excluded.email, language = excluded.language""").bindMethods(channel).execute();
    }

    public boolean remove(Handle handle, UUID organization) {
        return handle.createUpdate("delete from referral.channel where organization_id = :organization")
                        .bind("organization", organization)
                        .execute()
                == 1;
    }

    public Waiting waiting(Handle handle, UUID organization, Instant endOfDay) {
        return handle.createQuery("""
                        select count(*) as waiting, count(*) filter (where coalesce(decide_by, answer_by) <= :endOfDay) as due_today
                          from referral.referral where receiver_org = :organization and state in ('sent', 'under_study')""")
                .bind("organization", organization)
                .bind("endOfDay", endOfDay)
                .map(ConstructorMapper.of(Waiting.class))
                .one();
    }
}
