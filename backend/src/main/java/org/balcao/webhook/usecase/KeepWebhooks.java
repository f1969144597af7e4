package org.balcao.webhook.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.outbound.PublicWeb;
import org.balcao.outbound.Unreachable;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.webhook.model.Message;
import org.balcao.webhook.model.Webhook;
import org.balcao.webhook.store.Webhooks;

/** An organization's webhooks: made, changed, tried, told again what was told before. */
@ApplicationScoped
public class KeepWebhooks {
    private static final int MOST = 10;
    private static final int SHOWN = 50;

    private final SyncDatabase database;
    private final Webhooks webhooks;
    private final PublicWeb web;
    private final Clock clock;

    KeepWebhooks(SyncDatabase database, Webhooks webhooks, PublicWeb web, Clock clock) {
        this.database = database;
        this.webhooks = webhooks;
        this.web = web;
        this.clock = clock;
    }

    public List<Webhook> of(Caller caller) {
        return database.call(handle -> webhooks.of(handle, caller.organization()));
    }

    /** It is told of what changes from now on. */
    public Webhook make(Caller caller, String url, List<String> kinds) {
        check(url);
        return database.call(handle -> {
            if (webhooks.of(handle, caller.organization()).size() >= MOST) {
                throw ProblemType.CONFLICT.because("There are " + MOST + " already: change one, or delete one.");
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Webhook made = new Webhook(
                    UUID.randomUUID(),
                    caller.organization(),
                    url,
                    kinds,
                    true,
                    null,
                    webhooks.newestChange(handle),
                    0,
                    null,
                    null,
                    caller.subject(),
                    now);
            webhooks.save(handle, made);
            return made;
        });
    }

    /** Another address, other kinds, on or off. Switched on again it goes on where it stopped. */
    public Webhook change(Caller caller, UUID id, String url, List<String> kinds, boolean active) {
        check(url);
        Webhook found = mine(caller, id);
        Webhook changed = new Webhook(
                id,
                found.organizationId(),
                url,
                kinds,
                active,
                null,
                found.seq(),
                0,
                null,
                null,
                found.createdBy(),
                found.createdAt());
        return database.call(handle -> {
            webhooks.save(handle, changed);
            return changed;
        });
    }

    private void check(String url) {
        try {
            web.toAskLater(url);
        } catch (Unreachable wrong) {
            throw ProblemType.UNPROCESSABLE.at("/url", wrong.getMessage());
        }
    }

    public void delete(Caller caller, UUID id) {
        mine(caller, id);
        database.call(handle -> {
            webhooks.delete(handle, id);
            return null;
        });
    }

    public List<Message> newest(Caller caller, UUID id) {
        mine(caller, id);
        return database.call(handle -> webhooks.newest(handle, id, SHOWN));
    }

    /** What was sent, or parked, of the changes after a number in the last thirty days stands in line again. */
    public int again(Caller caller, UUID id, long after) {
        mine(caller, id);
        return database.call(handle -> webhooks.again(handle, id, after, clock.instant()));
    }

    public Webhook mine(Caller caller, UUID id) {
        return database.call(handle -> webhooks.find(handle, id))
                .filter(webhook -> java.util.Objects.equals(webhook.organizationId(), caller.organization()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such webhook of yours."));
    }
}
