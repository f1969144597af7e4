package org.balcao.directory.usecase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.balcao.directory.feed.Read;
import org.balcao.directory.feed.StarterData;
import org.balcao.directory.model.LoadReport.Line;
import org.balcao.directory.store.LoadReports;
import org.balcao.directory.store.Places;
import org.balcao.directory.store.SourceRecords;
import org.balcao.directory.store.StarterDeliveries;
import org.balcao.directory.store.StarterRuns;
import org.balcao.sync.model.Kind;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Brings a site that runs already what is new in the data that the program comes with: corrections, translations, records. In the background, a part at a
 * time; each part is one transaction together with how far it came, so whoever goes on after a crash begins there. A version is delivered once.
 */
@ApplicationScoped
public class DeliverStarterData {
    private static final Logger LOG = Logger.getLogger(DeliverStarterData.class);
    private static final int TOGETHER = 25;
    private static final int SECONDS_FOR_A_PART = 120;

    private final ApplyRecord applyRecord;
    private final Places places;
    private final LoadReports reports;
    private final StarterDeliveries deliveries;
    private final StarterRuns runs;
    private final SourceRecords sourceRecords;
    private final Clock clock;
    private final boolean wanted;
    private volatile boolean done;

    DeliverStarterData(
            ApplyRecord applyRecord,
            Places places,
            LoadReports reports,
            StarterDeliveries deliveries,
            StarterRuns runs,
            SourceRecords sourceRecords,
            Clock clock,
            @ConfigProperty(name = "balcao.starter-data", defaultValue = "true") boolean wanted) {
        this.applyRecord = applyRecord;
        this.places = places;
        this.reports = reports;
        this.deliveries = deliveries;
        this.runs = runs;
        this.sourceRecords = sourceRecords;
        this.clock = clock;
        this.wanted = wanted;
    }

    @Scheduled(every = "{balcao.starter-data.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        if (!wanted || done) {
            return;
        }
        try {
            done = toTheEnd();
        } catch (RuntimeException away) {
            LOG.warnf(
                    "Newer starter data are delivered later: %s",
                    away.getClass().getSimpleName());
        }
    }

    /**
     * Delivers this program's version, unless that was done before.
     *
     * @return false where it has to be looked again: the first load is not there yet, or another node is at it
     */
    boolean toTheEnd() {
        var version = StarterData.version();
        var before = QuarkusTransaction.requiringNew().call(() -> deliveries.find(version.id()));
        if (before.isPresent() && before.get().over()) {
            return true;
        }
        var work = work(version);
        while (true) {
            switch (work.part(TOGETHER)) {
                case MORE -> {}
                case OVER -> {
                    return true;
                }
                case NOT_NOW -> {
                    return false;
                }
            }
        }
    }

    Work work(StarterData.Version version) {
        return new Work(version);
    }

    /** What came of one part. */
    enum Part {
        MORE,
        OVER,
        NOT_NOW
    }

    /** One version, for as long as this node works at it. */
    final class Work {
        private final StarterData.Version version;
        private final List<Read> reads = new ArrayList<>();
        private final KnownRecords known = applyRecord.knownTo(StarterData.SOURCE);
        private PlaceNames placeNames;

        Work(StarterData.Version version) {
            this.version = version;
            StarterData.read(reads::add);
        }

        /** @param most how many records */
        Part part(int most) {
            try {
                return step(most);
            } catch (RuntimeException failure) {
                var reason = ApplyRecord.refusalIn(failure).orElseThrow(() -> failure);
                known.forget();
                if (most > 1) {
                    for (int one = 0; one < most; one++) {
                        var came = part(1);
                        if (came != Part.MORE) {
                            return came;
                        }
                    }
                    return Part.MORE;
                }
                return inTransaction(() -> leaveOut(reason));
            }
        }

        private Part step(int most) {
            return inTransaction(() -> {
                var delivery = deliveries.find(version.id()).orElseGet(this::begin);
                if (delivery.over()) {
                    return Part.OVER;
                }
                int from = delivery.position();
                int until = Math.min(from + most, reads.size());
                reports.add(
                        delivery.report(),
                        from,
                        reads.subList(from, until).stream().map(this::take).toList());
                deliveries.moveTo(version.id(), until);
                if (until == reads.size()) {
                    end(delivery.report());
                    return Part.OVER;
                }
                return Part.MORE;
            });
        }

        /** Nothing where there is no first load yet: that brings the newest of everything. */
        private Part inTransaction(Supplier<Part> act) {
            return QuarkusTransaction.requiringNew().timeout(SECONDS_FOR_A_PART).call(() -> {
                boolean mine = deliveries.lock()
                        && reports.findNewest(StarterData.SOURCE).isPresent();
                return mine ? act.get() : Part.NOT_NOW;
            });
        }

        private Line take(Read read) {
            return switch (read) {
                case Read.Bad bad -> Line.leftOut(bad.kind(), bad.sourceId(), bad.reason());
                case Read.Ok ok -> applyRecord.inTransaction(ok, known, placesBefore(ok));
            };
        }

        private Part leaveOut(String reason) {
            var delivery = deliveries.find(version.id()).orElseGet(this::begin);
            if (delivery.over()) {
                return Part.OVER;
            }
            var record = ((Read.Ok) reads.get(delivery.position())).record();
            reports.add(
                    delivery.report(), delivery.position(), List.of(Line.leftOut(record.kind(), record.id(), reason)));
            deliveries.moveTo(version.id(), delivery.position() + 1);
            return Part.MORE;
        }

        private PlaceNames placesBefore(Read.Ok read) {
            if (read.record().kind().equals("place")) {
                placeNames = null;
                return new PlaceNames(List.of());
            }
            if (placeNames == null) {
                placeNames = new PlaceNames(places.listAllInOrder());
            }
            return placeNames;
        }

        private StarterDeliveries.Delivery begin() {
            var report = UUID.randomUUID();
            reports.begin(report, StarterData.SOURCE, now());
            deliveries.begin(version.id(), report, now());
            LOG.infof("Newer starter data: what is new in them is delivered in the background (%s)", version.id());
            return deliveries.find(version.id()).orElseThrow();
        }

        private void end(UUID report) {
            reports.add(report, reads.size(), sourceRecords.notTold(StarterData.SOURCE, report));
            reports.end(report, now());
            deliveries.end(version.id(), now());
            var told = reports.findNewest(StarterData.SOURCE).orElseThrow();
            runs.write(
                    StarterData.SOURCE,
                    report,
                    Arrays.stream(Kind.values()).map(Kind::word).toList(),
                    version.id(),
                    version.bytes(),
                    told.startedAt(),
                    now());
            LOG.infof(
                    "Newer starter data: %d created, %d updated, %d kept, %d left out",
                    told.created(), told.updated(), told.kept(), told.leftOut());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
