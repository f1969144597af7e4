package org.balcao.sync.usecase;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Role;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Item;
import org.balcao.sync.model.Proposal.Action;
import org.balcao.sync.model.Run;
import org.balcao.sync.model.Run.State;
import org.balcao.sync.model.Source;
import org.balcao.sync.store.Items;
import org.balcao.sync.store.Proposals;
import org.balcao.sync.store.RawFiles;
import org.balcao.sync.store.RawFiles.Received;
import org.balcao.sync.store.Runs;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.sync.store.WantedSources;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Sources and what they deliver, for whom they belong to and for the national team. */
@ApplicationScoped
public class ReceiveRun {
    private static final int NEWEST = 50;
    private static final String NOT_CONFIRMED =
            "This source waits for a second person of the national team, who has to confirm it.";

    private final SyncDatabase database;
    private final Runs runs;
    private final SourceNames sourceNames;
    private final Proposals proposals;
    private final WantedSources wantedSources;
    private final Items items;
    private final RawFiles files;
    private final Clock clock;
    private final LoadingCache<String, Bucket> deliveries;
    private final int mostSources;

    ReceiveRun(
            SyncDatabase database,
            Runs runs,
            SourceNames sourceNames,
            Proposals proposals,
            WantedSources wantedSources,
            Items items,
            RawFiles files,
            Clock clock,
            @ConfigProperty(name = "balcao.limits.runs-an-hour") long anHour,
            @ConfigProperty(name = "balcao.limits.sources-an-organization") int mostSources) {
        this.database = database;
        this.runs = runs;
        this.sourceNames = sourceNames;
        this.proposals = proposals;
        this.wantedSources = wantedSources;
        this.items = items;
        this.files = files;
        this.clock = clock;
        this.mostSources = mostSources;
        this.deliveries = Caffeine.newBuilder()
                .expireAfterAccess(Duration.ofHours(1))
                .build(source -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(anHour).refillGreedy(anHour, Duration.ofHours(1)))
                        .build());
    }

    /** The organization's own; of the national team all. */
    public List<Source> sources(Caller caller) {
        return database.call(handle -> runs.sources(handle, caller.organization()));
    }

    /**
     * Makes or changes a source. A partner has its own. What one of the national team wants of a source waits for a second person of the team: one that is new
     * does nothing until then, and one that was there stays as it is.
     *
     * @return the source as it is now
     */
    public Source save(Caller caller, Source wanted) {
        boolean national = caller.role().equals(Role.NATIONAL_EDITOR);
        if (!national && (wanted.publishesOthers() || !caller.organization().equals(wanted.organizationId()))) {
            throw ProblemType.FORBIDDEN.because("Your own organization's sources only.");
        }
        return database.call(handle -> {
            Optional<Source> before = runs.source(handle, wanted.id());
            sourceNames.check(handle, wanted, before.isEmpty());
            if (before.isPresent() && !Objects.equals(before.get().organizationId(), wanted.organizationId())) {
                throw nameOfAnother();
            }
            if (runs.countOthers(handle, wanted) >= mostSources) {
                throw ProblemType.CONFLICT.at(
                        "source", "would be one too many: an organization has " + mostSources + " sources at most");
            }
            boolean kept = national && before.isPresent();
            if (!kept && !runs.save(handle, national ? unconfirmed(wanted) : wanted)) {
                throw nameOfAnother();
            }
            Source now = runs.source(handle, wanted.id()).orElseThrow();
            if (national) {
                propose(handle, caller, now, wanted);
            }
            return now;
        });
    }

    private static RuntimeException nameOfAnother() {
        return ProblemType.CONFLICT.at("source", "is the name of somebody else's source; use another name");
    }

    private void propose(Handle handle, Caller caller, Source now, Source wanted) {
        String differences = WantedSources.differences(now, wanted);
        if (now.confirmed() && differences.isEmpty()) {
            return;
        }
        proposals.propose(
                handle,
                Action.CONFIRM_SOURCE,
                wanted.id() + ": " + wanted.name(),
                wantedSources.details(handle, now, wanted),
                differences.isEmpty() ? "made by the national team" : differences,
                caller.subject(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** A source that is new may nothing until a second person has confirmed it. */
    private static Source unconfirmed(Source wanted) {
        return new Source(
                wanted.id(),
                wanted.name(),
                wanted.organizationId(),
                wanted.ownExternalId(),
                false,
                wanted.columnMap(),
                false,
                wanted.createdAt());
    }

    /** The source, if it is the caller's; else it is not there. */
    public Source mine(Caller caller, String id) {
        return database.call(handle -> runs.source(handle, id))
                .filter(source -> caller.role().equals(Role.NATIONAL_EDITOR)
                        || source.organizationId() != null
                                && source.organizationId().equals(caller.organization()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such source of yours."));
    }

    /** The source, for whoever lets it write: nobody of the national team speaks for an organization alone. */
    public Source writable(Caller caller, String id) {
        Source source = mine(caller, id);
        if (!Objects.equals(source.organizationId(), caller.organization())) {
            throw ProblemType.FORBIDDEN.because(
                    "This source is an organization's. The national team changes its records by edits, which a second person confirms.");
        }
        if (!source.confirmed()) {
            throw ProblemType.CONFLICT.because(NOT_CONFIRMED);
        }
        return source;
    }

    /** Keeps a delivery, whole and hashed; it is worked at afterwards. */
    public Run receive(Source source, String mode, boolean dryRun, InputStream content) {
        if (!deliveries.get(source.id()).tryConsume(1)) {
            throw ProblemType.TOO_MANY_REQUESTS.because(
                    "This source has delivered too often within the hour. Deliver more records at once.");
        }
        return receive(source, mode, dryRun, content, null, clock.instant());
    }

    /** The same, for a worker who begins at once. */
    Run receive(Source source, String mode, boolean dryRun, InputStream content, UUID worker, Instant until) {
        if (!source.confirmed()) {
            throw ProblemType.CONFLICT.because(NOT_CONFIRMED);
        }
        UUID id = UUID.randomUUID();
        Received received = files.receive(id, content);
        Run run = new Run(
                id,
                source.id(),
                mode,
                dryRun,
                State.RECEIVED.word(),
                null,
                received.sha256(),
                received.bytes(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null,
                0,
                0,
                0,
                false,
                null,
                null,
                null);
        boolean taken = database.call(handle -> runs.insert(handle, run, worker, until));
        if (!taken) {
            files.forget(id);
            throw ProblemType.CONFLICT.because("Another delivery of this source is being worked at. Wait for its end.");
        }
        return run;
    }

    public List<Run> newest(Source source) {
        return database.call(handle -> runs.newest(handle, source.id(), NEWEST));
    }

    public Run find(Source source, UUID id) {
        return database.call(handle -> runs.find(handle, id))
                .filter(run -> run.source().equals(source.id()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such run of this source."));
    }

    public Map<String, Integer> counts(Run run) {
        return database.call(handle -> runs.counts(handle, run.id()));
    }

    /** @param only an action or outcome, or null */
    public List<Item> items(Run run, String only, int after, int most) {
        return database.call(handle -> items.page(handle, run.id(), only, after, most));
    }

    /** A person lets a plan be applied, or ends a run that is not at its end; what is applied already stays. */
    public Run decide(Caller caller, Run run, boolean apply) {
        Instant now = clock.instant();
        boolean decided;
        try {
            decided = database.call(handle -> apply
                    ? runs.approve(handle, run.id(), caller.subject(), now)
                    : runs.cancel(handle, run.id(), caller.subject(), now));
        } catch (org.jdbi.v3.core.statement.UnableToExecuteStatementException another) {
            throw ProblemType.CONFLICT.because("Another delivery of this source is being worked at. Wait for its end.");
        }
        Run after = database.call(handle -> runs.find(handle, run.id()).orElseThrow());
        if (!decided) {
            throw ProblemType.CONFLICT.because("There is nothing to decide: the run is " + after.state() + ".");
        }
        if (!apply) {
            files.forget(run.id());
        }
        return after;
    }
}
