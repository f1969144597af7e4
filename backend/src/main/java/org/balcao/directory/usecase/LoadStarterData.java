package org.balcao.directory.usecase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.balcao.directory.feed.StarterData;
import org.balcao.directory.model.LoadReport;
import org.balcao.directory.store.LoadReports;
import org.balcao.directory.store.StarterDeliveries;
import org.balcao.launch.Welcome;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Fills an empty directory with the records about Portugal that Balcão comes with, on the first start only; what is new in them later, {@link DeliverStarterData} brings.
 * A first start that was cut short begins again at the next one; two at once wait for each other.
 */
@ApplicationScoped
public class LoadStarterData implements Welcome {
    private static final Logger LOG = Logger.getLogger(LoadStarterData.class);

    private final LoadRecords loadRecords;
    private final LoadReports reports;
    private final StarterDeliveries deliveries;
    private final EntityManager entities;
    private final boolean wanted;

    LoadStarterData(
            LoadRecords loadRecords,
            LoadReports reports,
            StarterDeliveries deliveries,
            EntityManager entities,
            @ConfigProperty(name = "balcao.starter-data", defaultValue = "true") boolean wanted) {
        this.loadRecords = loadRecords;
        this.reports = reports;
        this.deliveries = deliveries;
        this.entities = entities;
        this.wanted = wanted;
    }

    void onStart(@Observes StartupEvent start) {
        if (wanted) {
            onFirstStart();
        }
    }

    /** Loads the starter data unless that was done before. */
    public Optional<LoadReport> onFirstStart() {
        return QuarkusTransaction.requiringNew().timeout(600).call(() -> {
            entities.createNativeQuery(
                            "select cast(pg_advisory_xact_lock(hashtextextended('directory.first_load', 0)) as text)")
                    .getSingleResult();
            if (reports.findNewest(StarterData.SOURCE).isPresent()) {
                return Optional.<LoadReport>empty();
            }
            var report = loadRecords.loadFromTheStart(StarterData.SOURCE, StarterData::read);
            var version = StarterData.version().id();
            deliveries.begin(version, report.id(), report.startedAt());
            deliveries.end(version, report.finishedAt().orElseThrow());
            report.leftOutLines()
                    .forEach(line -> LOG.warnf(
                            "Left out %s %s: %s",
                            line.kind(), line.sourceId(), line.reason().orElseThrow()));
            return Optional.of(report);
        });
    }

    @Override
    public Optional<String> line() {
        return Optional.of(QuarkusTransaction.requiringNew()
                .call(() -> reports.findNewest(StarterData.SOURCE))
                .map(LoadStarterData::inWords)
                .orElse("The directory was started without the starter data."));
    }

    private static String inWords(LoadReport report) {
        return "Starter data: %d organizations, %d services, %d locations, %d taxonomy terms, %d places; %d records left out."
                .formatted(
                        report.taken("organization"),
                        report.taken("service"),
                        report.taken("location"),
                        report.taken("taxonomy_term"),
                        report.taken("place"),
                        report.leftOut());
    }
}
