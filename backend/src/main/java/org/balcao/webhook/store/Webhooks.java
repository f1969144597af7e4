package org.balcao.webhook.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.balcao.webhook.model.Message;
import org.balcao.webhook.model.Webhook;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Webhooks and what was sent, or is to be sent, to each. */
@ApplicationScoped
public class Webhooks {
    private static final String ALL = """
            select id, organization_id, url, kinds, active, off_because, seq, failures, failing_since, paused_until, created_by, created_at
              from sync.webhook\s""";
    private static final String MESSAGE =
            "webhook_id, id, seq, event, state, tries, next_at, status, problem, queued_at, done_at";
    private static final RowMapper<Message> TO_MESSAGE = ConstructorMapper.of(Message.class);

    /** A change of the directory, as the log has it. */
    public record Change(long seq, String kind, UUID id, String action, Instant at) {}

    private static Webhook webhook(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getString("url"),
                List.of((String[]) row.getArray("kinds").getArray()),
                row.getBoolean("active"),
                row.getString("off_because"),
                row.getLong("seq"),
                row.getInt("failures"),
                instant(row, "failing_since"),
                instant(row, "paused_until"),
                row.getString("created_by"),
                instant(row, "created_at"));
    }

    private static Instant instant(java.sql.ResultSet row, String column) throws java.sql.SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    /** @param organization whose; null for those of the national team */
    public List<Webhook> of(Handle handle, UUID organization) {
        return handle.createQuery(
                        ALL
                                + "where organization_id is not distinct from cast(:organization as uuid) order by created_at, id")
                .bind("organization", organization)
                .map((row, context) -> webhook(row))
                .list();
    }

    public List<UUID> active(Handle handle) {
        return handle.createQuery("select id from sync.webhook where active")
                .mapTo(UUID.class)
                .list();
    }

    public Optional<Webhook> find(Handle handle, UUID id) {
        return handle.createQuery(ALL + "where id = :id")
                .bind("id", id)
                .map((row, context) -> webhook(row))
                .findOne();
    }

    /** Nobody else changes it until the end of the transaction; nothing if somebody does just now. */
    public Optional<Webhook> take(Handle handle, UUID id) {
        return handle.createQuery(ALL + "where id = :id and active for update skip locked")
                .bind("id", id)
                .map((row, context) -> webhook(row))
                .findOne();
    }

    public void save(Handle handle, Webhook webhook) {
        handle.createUpdate("""
                        insert into sync.webhook (id, organization_id, url, kinds, active, seq, created_by, created_at)
                        values (:id, cast(:organizationId as uuid), :url, :kindsArray, :active, :seq, :createdBy, :createdAt)
                        on conflict (id) do update set url = excluded.url, kinds = excluded.kinds, active = excluded.active, off_because = null,
                            failures = 0, failing_since = null, paused_until = null""")
                .bindMethods(webhook)
                .bindArray("kindsArray", String.class, webhook.kinds())
                .execute();
    }

    public void delete(Handle handle, UUID id) {
        handle.createUpdate("delete from sync.webhook where id = :id")
                .bind("id", id)
                .execute();
    }

    public long newestChange(Handle handle) {
        return handle.createQuery("select coalesce(max(seq), 0) from directory.change")
                .mapTo(Long.class)
                .one();
    }

    public List<Change> changes(Handle handle, long after, int most) {
        return handle.createQuery("""
                        select seq, kind, record_id as id, action, at
                          from directory.change where seq > :after order by seq limit :most""")
                .bind("after", after)
                .bind("most", most)
                .map(ConstructorMapper.of(Change.class))
                .list();
    }

    /** Whether somebody has got a signed message. */
    public boolean anyDelivered(Handle handle) {
        return handle.createQuery("select exists (select from sync.webhook_message where state = 'delivered')")
                .mapTo(Boolean.class)
                .one();
    }

    /** Puts messages in line, and notes up to which change that was done. */
    public void queue(Handle handle, UUID webhook, Collection<Message> messages, long seq) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into sync.webhook_message (webhook_id, id, seq, event, state, next_at, queued_at)
                values (:webhookId, :id, :seq, :event, :state, :nextAt, :queuedAt) on conflict do nothing""");
        messages.forEach(each -> batch.bindMethods(each).add());
        if (!messages.isEmpty()) {
            batch.execute();
        }
        handle.createUpdate("update sync.webhook set seq = :seq where id = :id")
                .bind("seq", seq)
                .bind("id", webhook)
                .execute();
    }

    /** Takes messages that are due, a few of each webhook, and keeps them for a while. */
    public List<Message> lease(Handle handle, Instant now, Duration time, int most, int ofOne) {
        return handle.createQuery("""
                        update sync.webhook_message m set leased_until = :until
                          from (select d.webhook_id, d.id from sync.webhook w
                                 cross join lateral (select webhook_id, id from sync.webhook_message
                                                      where webhook_id = w.id and state = 'waiting' and next_at <= :now
                                                        and (leased_until is null or leased_until < :now)
                                                      order by next_at, seq limit :ofOne for update skip locked) d
                                 where w.active and (w.paused_until is null or w.paused_until <= :now) limit :most) due
                         where m.webhook_id = due.webhook_id and m.id = due.id
                        returning m.""" + MESSAGE.replace(", ", ", m."))
                .bind("now", now)
                .bind("until", now.plus(time))
                .bind("most", most)
                .bind("ofOne", ofOne)
                .map(TO_MESSAGE)
                .list();
    }

    public void tried(Handle handle, Message message) {
        handle.createUpdate("""
                        update sync.webhook_message set state = :state, tries = :tries, next_at = :nextAt, status = :status, problem = :problem,
                               done_at = :doneAt, leased_until = null
                         where webhook_id = :webhookId and id = :id""").bindMethods(message).execute();
    }

    public void succeeded(Handle handle, UUID webhook) {
        handle.createUpdate(
                        "update sync.webhook set failures = 0, failing_since = null, paused_until = null where id = :id and failures > 0")
                .bind("id", webhook)
                .execute();
    }

    public void failed(Handle handle, UUID webhook, Instant now, Instant pausedUntil) {
        handle.createUpdate("""
                        update sync.webhook set failures = failures + 1, failing_since = coalesce(failing_since, :now),
                               paused_until = greatest(paused_until, cast(:until as timestamptz)) where id = :id""")
                .bind("now", now)
                .bind("until", pausedUntil)
                .bind("id", webhook)
                .execute();
    }

    public void switchOff(Handle handle, UUID webhook, String because) {
        handle.createUpdate("update sync.webhook set active = false, off_because = :because where id = :id")
                .bind("because", because)
                .bind("id", webhook)
                .execute();
    }

    public List<Message> newest(Handle handle, UUID webhook, int most) {
        return handle.createQuery("select " + MESSAGE
                        + " from sync.webhook_message where webhook_id = :id order by seq desc limit :most")
                .bind("id", webhook)
                .bind("most", most)
                .map(TO_MESSAGE)
                .list();
    }

    /** @return how many stand in line again */
    public int again(Handle handle, UUID webhook, long after, Instant now) {
        return handle.createUpdate("""
                        update sync.webhook_message set state = 'waiting', tries = 0, next_at = :now, done_at = null, problem = null, status = null
                         where webhook_id = :id and seq > :after and state <> 'waiting'""")
                .bind("id", webhook)
                .bind("after", after)
                .bind("now", now)
                .execute();
    }

    /** Messages that were done with long ago. */
    public void dropOld(Handle handle, Instant before) {
        handle.createUpdate("delete from sync.webhook_message where done_at < :before")
                .bind("before", before)
                .execute();
    }
}
