package org.balcao.directory.usecase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.balcao.directory.feed.Read;
import org.balcao.directory.model.LoadReport;
import org.balcao.directory.model.LoadReport.Line;
import org.balcao.directory.model.LoadReport.Outcome;
import org.balcao.directory.store.LoadReports;
import org.balcao.directory.store.Places;

/** Takes a source's records one by one, and tells the story of each. A bad one leaves the others applied. */
@ApplicationScoped
public class LoadRecords {
    private static final int TOGETHER = 50;

    private final ApplyRecord applyRecord;
    private final Places places;
    private final LoadReports reports;
    private final Clock clock;

    LoadRecords(ApplyRecord applyRecord, Places places, LoadReports reports, Clock clock) {
        this.applyRecord = applyRecord;
        this.places = places;
        this.reports = reports;
        this.clock = clock;
    }

    /** Where records come from, each handed on before the next is read. */
    @FunctionalInterface
    public interface Records {
        void readTo(Consumer<Read> reader);
    }

    /** Whether records can be loaded under this name. */
    boolean isFree(String source) {
        return QuarkusTransaction.requiringNew().call(() -> !applyRecord.isNameOfAnother(source));
    }

    /** Loads all and keeps the report. Each line is told once its record can no longer be lost. */
    public LoadReport load(String source, Records records, Consumer<Line> told) {
        var startedAt = clock.instant();
        var lines = new ArrayList<Line>();
        var known = applyRecord.knownTo(source);
        var placeNames = new CurrentPlaceNames();
        records.readTo(read -> {
            var line = switch (read) {
                case Read.Bad bad -> Line.leftOut(bad.kind(), bad.sourceId(), bad.reason());
                case Read.Ok ok -> applyRecord.apply(ok, known, placeNames.before(ok));
            };
            lines.add(line);
            told.accept(line);
        });
        return saved(report(source, startedAt, lines));
    }

    /** Loads many at a time what can be loaded again should the machine stop before the report is there. */
    LoadReport loadFromTheStart(String source, Records records) {
        var startedAt = clock.instant();
        var lines = new ArrayList<Line>();
        var together = new ArrayList<Read.Ok>();
        var known = applyRecord.knownTo(source);
        var placeNames = new CurrentPlaceNames();
        Runnable applyThem = () -> {
            if (!together.isEmpty()) {
                lines.addAll(applyRecord.applyTogether(together, known, placeNames.before(together.getFirst())));
                together.clear();
            }
        };
        records.readTo(read -> {
            switch (read) {
                case Read.Bad bad -> lines.add(Line.leftOut(bad.kind(), bad.sourceId(), bad.reason()));
                case Read.Ok ok -> {
                    boolean another = !together.isEmpty()
                            && !together.getFirst()
                                    .record()
                                    .kind()
                                    .equals(ok.record().kind());
                    if (another || together.size() == TOGETHER) {
                        applyThem.run();
                    }
                    together.add(ok);
                }
            }
        });
        applyThem.run();
        return saved(report(source, startedAt, lines));
    }

    private LoadReport saved(LoadReport report) {
        QuarkusTransaction.requiringNew().run(() -> reports.save(report));
        return report;
    }

    private LoadReport report(String source, Instant startedAt, List<Line> lines) {
        return new LoadReport(
                UUID.randomUUID(),
                source,
                startedAt,
                Optional.of(clock.instant()),
                count(lines, Outcome.CREATED),
                count(lines, Outcome.UPDATED),
                count(lines, Outcome.KEPT),
                count(lines, Outcome.LEFT_OUT),
                lines);
    }

    private static int count(List<Line> lines, Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** All places, looked up once after the last of them was taken. */
    private final class CurrentPlaceNames {
        private PlaceNames known;

        PlaceNames before(Read.Ok read) {
            if (read.record().kind().equals("place")) {
                known = null;
                return new PlaceNames(List.of());
            }
            if (known == null) {
                known = new PlaceNames(QuarkusTransaction.requiringNew().call(places::listAllInOrder));
            }
            return known;
        }
    }
}
