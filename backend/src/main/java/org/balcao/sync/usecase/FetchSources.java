package org.balcao.sync.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.balcao.outbound.Answer;
import org.balcao.outbound.PublicWeb;
import org.balcao.outbound.Unreachable;
import org.balcao.outbound.Unreachable.Reason;
import org.balcao.shared.problem.Problem;
import org.balcao.sync.model.Harvest;
import org.balcao.sync.model.Run;
import org.balcao.sync.model.Source;
import org.balcao.sync.store.Failure;
import org.balcao.sync.store.Harvests;
import org.balcao.sync.store.Json;
import org.balcao.sync.store.RawFiles;
import org.balcao.sync.store.Runs;
import org.balcao.sync.store.SyncDatabase;
import org.jboss.logging.Logger;

/**
 * Fetches sources that somebody publishes at an address, one request after the other: a file if it is another than last time (ETag, RFC 9110), or all
 * records of an HSDS API, and between that what was modified since ({@code modified_after}). What was fetched is a delivery like any other.
 */
@ApplicationScoped
public class FetchSources {
    private static final Logger LOG = Logger.getLogger("sync");
    private static final Duration LEASE = Duration.ofHours(2);
    private static final Duration FILE_WITHIN = Duration.ofMinutes(10);
    private static final Duration RECORD_WITHIN = Duration.ofSeconds(30);
    private static final Duration WALK_WITHIN = Duration.ofHours(1);
    private static final Duration WHOLE_EVERY = Duration.ofDays(7);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final long LARGEST_FILE = 1L << 30;
    private static final long LARGEST_ANSWER = 8L << 20;
    private static final int MOST_AT_ONCE = 8;
    private static final int MOST_PAGES = 2_000;
    private static final int MOST_RECORDS = 50_000;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final SyncDatabase database;
    private final Harvests harvests;
    private final Runs runs;
    private final ReceiveRun receiveRun;
    private final RawFiles files;
    private final PublicWeb web;
    private final Clock clock;
    private final Crew<String> crew = new Crew<>("harvest", MOST_AT_ONCE);

    FetchSources(
            SyncDatabase database,
            Harvests harvests,
            Runs runs,
            ReceiveRun receiveRun,
            RawFiles files,
            PublicWeb web,
            Clock clock) {
        this.database = database;
        this.harvests = harvests;
        this.runs = runs;
        this.receiveRun = receiveRun;
        this.files = files;
        this.web = web;
        this.clock = clock;
    }

    @Scheduled(every = "{balcao.harvest.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            begin();
        } catch (RuntimeException away) {
            LOG.warnf(
                    "What is fetched waits for the next time: %s",
                    away.getClass().getSimpleName());
        }
    }

    /** All that is due; returns when it is fetched. */
    public void work() {
        while (begin()) {
            crew.await();
        }
    }

    /** Fetches several sources at once: a slow server holds up none but its own. @return whether something was due */
    private boolean begin() {
        boolean any = false;
        while (!crew.isFull()) {
            Optional<Harvest> next = lease();
            if (next.isEmpty()) {
                break;
            }
            crew.begin(next.get().source(), () -> fetch(next.get()));
            any = true;
        }
        return any;
    }

    @PreDestroy
    void stop() {
        crew.stop();
    }

    private Optional<Harvest> lease() {
        return database.call(handle -> harvests.lease(handle, clock.instant(), LEASE));
    }

    private void fetch(Harvest harvest) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            Harvest after = fetched(harvest, now);
            database.call(handle -> {
                harvests.fetched(handle, after);
                return null;
            });
        } catch (RuntimeException away) {
            LOG.warnf(
                    "What is fetched waits until its lease ends: %s",
                    away.getClass().getSimpleName());
        }
    }

    private Harvest fetched(Harvest harvest, Instant now) {
        try {
            Source source = database.call(handle -> runs.source(handle, harvest.source()))
                    .orElseThrow();
            return harvest.kind().equals("file") ? file(harvest, source, now) : api(harvest, source, now);
        } catch (Unreachable unreachable) {
            return ended(harvest, now, unreachable.code() + ": " + unreachable.getMessage());
        } catch (Problem busy) {
            // another delivery of this source is being worked at
            return again(harvest, now);
        } catch (NotAnApi wrong) {
            return ended(harvest, now, "not_hsds: It does not answer as an HSDS API does.");
        } catch (RuntimeException odd) {
            if (Failure.of(odd) == Failure.AWAY) {
                throw odd;
            }
            LOG.errorf(odd, "Source %s cannot be fetched", harvest.source());
            return ended(
                    harvest,
                    now,
                    "not_possible: It cannot be fetched; who runs this site finds the reason in its log.");
        }
    }

    private static Harvest again(Harvest harvest, Instant now) {
        return with(
                harvest,
                harvest.etag(),
                harvest.modifiedSince(),
                harvest.wholeAt(),
                now.plus(AGAIN_AFTER),
                now,
                null,
                null);
    }

    private static Harvest ended(Harvest harvest, Instant now, String problem) {
        return with(
                harvest,
                harvest.etag(),
                harvest.modifiedSince(),
                harvest.wholeAt(),
                now.plus(Duration.ofHours(harvest.everyHours())),
                now,
                problem,
                null);
    }

    private static Harvest with(
            Harvest harvest,
            String etag,
            Instant modifiedSince,
            Instant wholeAt,
            Instant nextAt,
            Instant askedAt,
            String problem,
            UUID run) {
        return new Harvest(
                harvest.source(),
                harvest.url(),
                harvest.kind(),
                harvest.mode(),
                harvest.everyHours(),
                etag,
                modifiedSince,
                wholeAt,
                nextAt,
                askedAt,
                problem,
                run);
    }

    private Harvest file(Harvest harvest, Source source, Instant now) {
        Map<String, String> headers = harvest.etag() == null ? Map.of() : Map.of("If-None-Match", harvest.etag());
        return web.get(URI.create(harvest.url()), headers, FILE_WITHIN, LARGEST_FILE, answer -> {
            if (answer.status() == NOT_MODIFIED) {
                return ended(harvest, now, null);
            }
            if (!answer.isGood()) {
                throw new Unreachable(Reason.REFUSED);
            }
            Run run = receiveRun.receive(source, harvest.mode(), false, answer.body());
            return with(
                    harvest,
                    answer.header("etag").orElse(null),
                    null,
                    now,
                    now.plus(Duration.ofHours(harvest.everyHours())),
                    now,
                    null,
                    run.id());
        });
    }

    private Harvest api(Harvest harvest, Source source, Instant now) {
        boolean whole = harvest.wholeAt() == null
                || harvest.modifiedSince() == null
                || harvest.wholeAt().plus(WHOLE_EVERY).isBefore(now);
        Path gathered = files.temporary();
        try {
            int records = walk(harvest, whole ? null : harvest.modifiedSince(), gathered);
            UUID run = null;
            if (whole || records > 0) {
                try (InputStream content = Files.newInputStream(gathered)) {
                    // only who has seen everything can say what is no longer there
                    run = receiveRun
                            .receive(source, whole ? harvest.mode() : "upsert", false, content)
                            .id();
                }
            }
            return with(
                    harvest,
                    null,
                    now.minus(CLOCKS_DIFFER),
                    whole ? now : harvest.wholeAt(),
                    now.plus(Duration.ofHours(harvest.everyHours())),
                    now,
                    null,
                    run);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            files.forget(gathered);
        }
    }

    /** It answers otherwise than HSDS says. */
    private static final class NotAnApi extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Learns the ids page by page, then reads record by record. */
    private int walk(Harvest harvest, Instant since, Path to) throws IOException {
        String base = harvest.url().replaceAll("/+$", "");
        Instant end = clock.instant().plus(WALK_WITHIN);
        Set<String> ids = new LinkedHashSet<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            String query = "?page=" + page + "&per_page=100"
                    + (since == null ? "" : "&modified_after=" + since.truncatedTo(ChronoUnit.SECONDS));
            JsonNode answer = json(base + "/services" + query).orElseThrow(NotAnApi::new);
            JsonNode contents = answer.path("contents");
            if (!contents.isArray()) {
                throw new NotAnApi();
            }
            contents.forEach(each -> ids.add(each.path("id").asText("")));
            if (contents.isEmpty() || page >= answer.path("total_pages").asInt(1) || ids.size() > MOST_RECORDS) {
                break;
            }
        }
        ids.remove("");
        int records = 0;
        try (OutputStream lines = Files.newOutputStream(to)) {
            for (String id : ids) {
                if (clock.instant().isAfter(end)) {
                    throw new Unreachable(Reason.TOO_SLOW);
                }
                Optional<JsonNode> record = json(base + "/services/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
                if (record.isPresent() && record.get() instanceof ObjectNode service) {
                    ObjectNode line = Json.MAPPER.createObjectNode().put("kind", "service");
                    line.setAll(service);
                    lines.write((Json.text(line) + "\n").getBytes(StandardCharsets.UTF_8));
                    records++;
                }
            }
        }
        return records;
    }

    /** @return nothing if it is not there (any more) */
    private Optional<JsonNode> json(String url) {
        return web.get(
                URI.create(url),
                Map.of("Accept", "application/json"),
                RECORD_WITHIN,
                LARGEST_ANSWER,
                FetchSources::read);
    }

    private static Optional<JsonNode> read(Answer answer) {
        if (answer.status() == NOT_FOUND || answer.status() == GONE) {
            return Optional.empty();
        }
        if (!answer.isGood()) {
            throw new Unreachable(Reason.REFUSED);
        }
        try {
            return Optional.of(Json.MAPPER.readTree(answer.body().readAllBytes()));
        } catch (com.fasterxml.jackson.core.JacksonException wrong) {
            throw new NotAnApi();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
