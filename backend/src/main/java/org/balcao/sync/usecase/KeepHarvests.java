package org.balcao.sync.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.balcao.outbound.PublicWeb;
import org.balcao.outbound.Unreachable;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Harvest;
import org.balcao.sync.model.Source;
import org.balcao.sync.store.Harvests;
import org.balcao.sync.store.SyncDatabase;

/** Says where a source is fetched, and how often. */
@ApplicationScoped
public class KeepHarvests {
    private final SyncDatabase database;
    private final Harvests harvests;
    private final PublicWeb web;
    private final Clock clock;

    KeepHarvests(SyncDatabase database, Harvests harvests, PublicWeb web, Clock clock) {
        this.database = database;
        this.harvests = harvests;
        this.web = web;
        this.clock = clock;
    }

    public Optional<Harvest> find(Source source) {
        return database.call(handle -> harvests.find(handle, source.id()));
    }

    /** It is fetched within a minute, and from then on as often as is said. */
    public Harvest save(Source source, String url, String kind, String mode, int everyHours) {
        try {
            web.toAskLater(url);
        } catch (Unreachable wrong) {
            throw ProblemType.UNPROCESSABLE.at("/url", wrong.getMessage());
        }
        Harvest wanted = new Harvest(
                source.id(), url, kind, mode, everyHours, null, null, null, clock.instant(), null, null, null);
        database.call(handle -> {
            harvests.save(handle, wanted);
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
