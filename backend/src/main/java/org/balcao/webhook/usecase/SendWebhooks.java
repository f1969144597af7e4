package org.balcao.webhook.usecase;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.balcao.outbound.Answer;
import org.balcao.outbound.PublicWeb;
import org.balcao.outbound.Unreachable;
import org.balcao.shared.PublicUrl;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.webhook.model.Message;
import org.balcao.webhook.model.Retries;
import org.balcao.webhook.model.Webhook;
import org.balcao.webhook.store.Webhooks;
import org.balcao.webhook.store.Webhooks.Change;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells of changes: puts a message in line for each change and webhook, and sends what is due. A message is sent until it is taken, or parked; one
 * that was taken just before a crash is sent again with the same id. Events are thin CloudEvents 1.0: what changed, and where it can be read.
 */
@ApplicationScoped
public class SendWebhooks {
    private static final Logger LOG = Logger.getLogger("webhooks");
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "application/cloudevents+json";
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration FAILING_FOR_TOO_LONG = Duration.ofDays(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    private static final int CHANGES_AT_ONCE = 500;
    private static final int MOST = 64;
    private static final int OF_ONE = 8;
    private static final double JITTER = 0.1;
    private static final int GONE = 410;

    private final SyncDatabase database;
    private final Webhooks webhooks;
    private final Signatures signatures;
    private final PublicWeb web;
    private final Clock clock;
    private final Duration within;
    private final String feed;

    SendWebhooks(
            SyncDatabase database,
            Webhooks webhooks,
            Signatures signatures,
            PublicWeb web,
            Clock clock,
            @ConfigProperty(name = "balcao.webhooks.within") Duration within,
            PublicUrl site) {
        this.database = database;
        this.webhooks = webhooks;
        this.signatures = signatures;
        this.web = web;
        this.clock = clock;
        this.within = within;
        // a reference is enough, says CloudEvents
        this.feed = site.said().orElse("") + "/api/changes";
    }

    @Scheduled(every = "{balcao.webhooks.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            work();
        } catch (RuntimeException away) {
            LOG.warnf("Messages wait for the next time: %s", away.getClass().getSimpleName());
        }
    }

    /** Queues what is new, and sends what is due. */
    public void work() {
        for (UUID webhook : database.call(webhooks::active)) {
            boolean more = true;
            while (more) {
                more = database.call(handle -> webhooks.take(handle, webhook)
                        .map(found -> {
                            List<Change> changes = webhooks.changes(handle, found.seq(), CHANGES_AT_ONCE);
                            if (!changes.isEmpty()) {
                                webhooks.queue(
                                        handle,
                                        webhook,
                                        messages(found, changes),
                                        changes.getLast().seq());
                            }
                            return changes.size() == CHANGES_AT_ONCE;
                        })
                        .orElse(false));
            }
        }
        List<Message> due = lease();
        while (!due.isEmpty()) {
            try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(message -> each.submit(() -> send(message)));
            }
            due = lease();
        }
        database.call(handle -> {
            webhooks.dropOld(handle, clock.instant().minus(KEPT));
            return null;
        });
    }

    private List<Message> lease() {
        return database.call(handle -> webhooks.lease(handle, clock.instant(), LEASE, MOST, OF_ONE));
    }

    private List<Message> messages(Webhook webhook, List<Change> changes) {
        List<Message> messages = new ArrayList<>();
        for (Change change : changes) {
            if (webhook.kinds().isEmpty() || webhook.kinds().contains(change.kind())) {
                messages.add(waiting(webhook.id(), "change-" + change.seq(), change.seq(), event(change)));
            }
        }
        return messages;
    }

    private Message waiting(UUID webhook, String id, long seq, String event) {
        Instant now = clock.instant();
        return new Message(webhook, id, seq, event, "waiting", 0, now, null, null, now, null);
    }

    private String event(Change change) {
        ObjectNode event = start("change-" + change.seq(), change.kind() + "." + change.action(), change.at());
        event.put("subject", change.kind() + "/" + change.id());
        ObjectNode data = event.putObject("data");
        data.put("seq", change.seq());
        data.put("type", change.kind());
        data.put("id", change.id().toString());
        return event.toString();
    }

    private ObjectNode start(String id, String type, Instant at) {
        return JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", feed)
                .put("type", "org.balcao." + type)
                .put("time", at.toString())
                .put("datacontenttype", "application/json");
    }

    /** What a try told. */
    public record Tried(Integer status, String problem, long milliseconds) {
        public boolean isGood() {
            return problem == null;
        }
    }

    /** Sends a message that says nothing, so that somebody can see whether it arrives. */
    public Tried tryOut(Webhook webhook) {
        String id = "test-" + UUID.randomUUID();
        ObjectNode event = start(id, "test", clock.instant());
        event.putObject("data");
        return attempt(webhook.url(), id, event.toString()).tried();
    }

    private record Attempt(Tried tried, Optional<Answer> answer) {}

    private Attempt attempt(String url, String id, String event) {
        long from = System.nanoTime();
        long seconds = clock.instant().getEpochSecond();
        Map<String, String> headers = Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(seconds),
                "webhook-signature", signatures.sign(id, seconds, event));
        try {
            Answer answer = web.post(URI.create(url), headers, event.getBytes(StandardCharsets.UTF_8), TYPE, within);
            String problem = answer.isGood() ? null : answer.status() == GONE ? "gone" : "refused";
            return new Attempt(new Tried(answer.status(), problem, since(from)), Optional.of(answer));
        } catch (Unreachable unreachable) {
            return new Attempt(new Tried(null, unreachable.code(), since(from)), Optional.empty());
        }
    }

    private static long since(long from) {
        return Duration.ofNanos(System.nanoTime() - from).toMillis();
    }

    private void send(Message message) {
        Optional<Webhook> webhook = database.call(handle -> webhooks.find(handle, message.webhookId()));
        if (webhook.isEmpty() || !webhook.get().active()) {
            return;
        }
        Attempt attempt = attempt(webhook.get().url(), message.id(), message.event());
        Instant now = clock.instant();
        database.call(handle -> {
            Message after = after(message, attempt, now);
            webhooks.tried(handle, after);
            if (attempt.tried().isGood()) {
                webhooks.succeeded(handle, message.webhookId());
                return null;
            }
            Webhook failing = webhooks.find(handle, message.webhookId()).orElse(webhook.get());
            webhooks.failed(handle, failing.id(), now, now.plus(Retries.pause(failing.failures() + 1)));
            if ("gone".equals(attempt.tried().problem())) {
                webhooks.switchOff(handle, failing.id(), "gone");
            } else if (failing.failingSince() != null
                    && failing.failingSince().plus(FAILING_FOR_TOO_LONG).isBefore(now)) {
                webhooks.switchOff(handle, failing.id(), "failing");
            }
            return null;
        });
    }

    private static Message after(Message message, Attempt attempt, Instant now) {
        int tries = message.tries() + 1;
        Tried tried = attempt.tried();
        String state = "delivered";
        Instant next = message.nextAt();
        Instant done = now;
        if (!tried.isGood()) {
            Optional<Duration> wait = "gone".equals(tried.problem()) ? Optional.empty() : Retries.after(tries);
            state = wait.isPresent() ? "waiting" : "parked";
            if (wait.isPresent()) {
                next = now.plus(longer(wait.get(), attempt.answer()));
                done = null;
            }
        }
        return new Message(
                message.webhookId(),
                message.id(),
                message.seq(),
                message.event(),
                state,
                tries,
                next,
                tried.status(),
                tried.problem(),
                message.queuedAt(),
                done);
    }

    /** A little longer than it says, so that not all come at one moment, and as long as the server asks for, up to a day. */
    private static Duration longer(Duration wait, Optional<Answer> answer) {
        Duration asked = answer.flatMap(each -> each.header("retry-after"))
                .filter(each -> each.matches("\\d{1,6}"))
                .map(each -> Duration.ofSeconds(Long.parseLong(each)))
                .filter(each -> each.compareTo(LONGEST_WAIT) <= 0)
                .orElse(Duration.ZERO);
        Duration jittered = wait.plusMillis(
                (long) (wait.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble()));
        return asked.compareTo(jittered) > 0 ? asked : jittered;
    }
}
