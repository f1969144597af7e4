package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.balcao.directory.model.LoadReport;
import org.balcao.directory.model.LoadReport.Line;
import org.balcao.directory.model.LoadReport.Outcome;
import org.hibernate.Session;

/** The reports of all loads. */
@ApplicationScoped
public class LoadReports {
    private final Session entities;

    LoadReports(Session entities) {
        this.entities = entities;
    }

    /** The newest load of a source that came to its end. */
    public Optional<LoadReport> findNewest(String source) {
        return entities.createNativeQuery(
                        "select id, started_at, finished_at, created, updated, kept, left_out from directory.load_report"
                                + " where source = :source and finished_at is not null order by finished_at desc limit 1",
                        Tuple.class)
                .setParameter("source", source)
                .getResultStream()
                .map(row -> new LoadReport(
                        row.get(0, UUID.class),
                        source,
                        row.get(1, Instant.class),
                        Optional.of(row.get(2, Instant.class)),
                        row.get(3, Integer.class),
                        row.get(4, Integer.class),
                        row.get(5, Integer.class),
                        row.get(6, Integer.class),
                        linesOf(row.get(0, UUID.class))))
                .findFirst();
    }

    private List<Line> linesOf(UUID report) {
        return entities.createNativeQuery(
                        "select kind, source_id, record_id, outcome, reason from directory.load_report_line"
                                + " where report_id = :report order by ordinal",
                        Tuple.class)
                .setParameter("report", report)
                .getResultStream()
                .map(row -> new Line(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        Optional.ofNullable(row.get(2, UUID.class)),
                        Outcome.valueOf(row.get(3, String.class).toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.get(4, String.class))))
                .toList();
    }

    /** A load that goes on in parts; {@link #add} and {@link #end} belong to it. */
    public void begin(UUID id, String source, Instant startedAt) {
        entities.createNativeMutationQuery(
                        "insert into directory.load_report (id, source, started_at) values (:id, :source, :startedAt)")
                .setParameter("id", id)
                .setParameter("source", source)
                .setParameter("startedAt", startedAt)
                .executeUpdate();
    }

    /** @param from the number of the first of these lines in the report */
    public void add(UUID report, int from, List<Line> lines) {
        entities.doWork(connection -> insertLines(connection, report, from, lines));
    }

    /** Counts the lines: the report is at its end. */
    public void end(UUID report, Instant finishedAt) {
        entities.createNativeMutationQuery("""
                        update directory.load_report r set finished_at = :finishedAt, created = n.created, updated = n.updated, kept = n.kept,
                               left_out = n.left_out
                          from (select count(*) filter (where outcome = 'created') as created, count(*) filter (where outcome = 'updated') as updated,
                                       count(*) filter (where outcome = 'kept') as kept, count(*) filter (where outcome = 'left_out') as left_out
                                  from directory.load_report_line where report_id = :report) n
                         where r.id = :report""")
                .setParameter("finishedAt", finishedAt)
                .setParameter("report", report)
                .executeUpdate();
    }

    public void save(LoadReport report) {
        entities.doWork(connection -> {
            insert(connection, report);
            insertLines(connection, report.id(), 0, report.lines());
        });
    }

    private static void insert(Connection connection, LoadReport report) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into directory.load_report (id, source, started_at, finished_at, created, updated, kept, left_out)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, report.id());
            insert.setString(2, report.source());
            insert.setTimestamp(3, Timestamp.from(report.startedAt()));
            insert.setTimestamp(4, report.finishedAt().map(Timestamp::from).orElse(null));
            insert.setInt(5, report.created());
            insert.setInt(6, report.updated());
            insert.setInt(7, report.kept());
            insert.setInt(8, report.leftOut());
            insert.executeUpdate();
        }
    }

    private static void insertLines(Connection connection, UUID report, int from, List<Line> lines)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into directory.load_report_line (report_id, ordinal, kind, source_id, record_id, outcome, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")) {
            int ordinal = from;
            for (var line : lines) {
                insert.setObject(1, report);
                insert.setInt(2, ordinal++);
                insert.setString(3, line.kind());
                insert.setString(4, line.sourceId());
                insert.setObject(5, line.recordId().orElse(null));
                insert.setString(6, line.outcome().word());
                insert.setString(7, line.reason().orElse(null));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
