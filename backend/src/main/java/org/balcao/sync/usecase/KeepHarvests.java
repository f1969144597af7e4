package org.balcao.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.balcao.access.Caller;
import org.balcao.outbound.PublicWeb;
import org.balcao.outbound.Unreachable;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Harvest;
import org.balcao.sync.model.Proposal.Action;
import org.balcao.sync.model.Source;
import org.balcao.sync.store.Harvests;
import org.balcao.sync.store.Proposals;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.sync.store.WantedSources;

/** Says where a source is fetched, and how often. */
@ApplicationScoped
public class KeepHarvests {
    private final SyncDatabase database;
    private final Harvests harvests;
    private final Proposals proposals;
    private final WantedSources wantedSources;
    private final PublicWeb web;
    private final Clock clock;

    KeepHarvests(
            SyncDatabase database,
            Harvests harvests,
            Proposals proposals,
            WantedSources wantedSources,
            PublicWeb web,
            Clock clock) {
        this.database = database;
        this.harvests = harvests;
        this.proposals = proposals;
        this.wantedSources = wantedSources;
        this.web = web;
        this.clock = clock;
    }

    public Optional<Harvest> find(Source source) {
        return database.call(handle -> harvests.find(handle, source.id()));
    }

    /**
     * It is fetched within a minute, and from then on as often as is said. Another address of a source of the national team waits for a second
     * person of the team, and the source does nothing until then.
     */
    public Harvest save(Caller caller, Source source, String url, String kind, String mode, int everyHours) {
        try {
            web.toAskLater(url);
        } catch (Unreachable wrong) {
            throw ProblemType.UNPROCESSABLE.at("/url", wrong.getMessage());
        }
        Harvest wanted = new Harvest(
                source.id(), url, kind, mode, everyHours, null, null, null, clock.instant(), null, null, null);
        database.call(handle -> {
            boolean same = harvests.find(handle, source.id())
                    .filter(before -> before.url().equals(url))
                    .isPresent();
            harvests.save(handle, wanted);
            if (source.organizationId() == null && !same) {
                Source waiting = wantedSources.waits(handle, source);
                proposals.propose(
                        handle,
                        Action.CONFIRM_SOURCE,
                        source.id() + ": " + source.name(),
                        wantedSources.details(handle, waiting, waiting),
                        "is fetched at " + url,
                        caller.subject(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
            }
            return null;
        });
        return find(source).orElseThrow();
    }

    public void delete(Source source) {
        if (!database.call(handle -> harvests.delete(handle, source.id()))) {
            throw none();
        }
    }

    /** Not at its hour, but within a minute. */
    public Harvest now(Source source) {
        if (!database.call(handle -> harvests.soon(handle, source.id(), clock.instant()))) {
            throw none();
        }
        return find(source).orElseThrow(KeepHarvests::none);
    }

    public static RuntimeException none() {
        return ProblemType.NOT_FOUND.because("This source is not fetched from anywhere.");
    }
}
