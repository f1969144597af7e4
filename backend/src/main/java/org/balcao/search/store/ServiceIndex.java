package org.balcao.search.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.standalone.work.SearchWorkspace;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/** One index of services in a folder, and how far in the change log it has come. */
final class ServiceIndex implements AutoCloseable {

    private static final String PLACE = "place-in-log";

    /** Waits until the work is done, and not until it is on the disk or can be found. */
    private static final IndexingPlanSynchronizationStrategy APPLIED = how -> {
        how.documentCommitStrategy(DocumentCommitStrategy.NONE);
        how.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
        how.indexingFutureHandler(done -> done.join().throwable().ifPresent(failure -> {
            throw new IllegalStateException("The index did not take in a service", failure);
        }));
    };

    private final Path folder;
    private final CloseableSearchMapping mapping;
    private volatile long place;

    private ServiceIndex(Path folder, CloseableSearchMapping mapping, long place) {
        this.folder = folder;
        this.mapping = mapping;
        this.place = place;
    }

    /** Opens the index of a folder, or begins one. */
    static ServiceIndex open(Path folder) {
        return opened(folder, "near-real-time");
    }

    private static ServiceIndex opened(Path folder, String strategy) {
        try {
            Files.createDirectories(folder);
            Path log = folder.resolve(PLACE);
            long place =
                    Files.exists(log) ? Long.parseLong(Files.readString(log).strip()) : 0;
            return new ServiceIndex(folder, mapping(folder.resolve("lucene"), strategy), place);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Opens what another process keeps, to read what it has brought to the disk. */
    static ServiceIndex reading(Path folder) {
        return opened(folder, "debug");
    }

    private static CloseableSearchMapping mapping(Path lucene, String strategy) {
        return SearchMapping.builder(AnnotatedTypeSource.fromClasses(ServiceEntry.class))
                .property("hibernate.search.mapping.build_missing_discovered_jandex_indexes", false)
                .property("hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations", false)
                .property("hibernate.search.backend.type", "lucene")
                .property("hibernate.search.backend.directory.root", lucene.toString())
                .property("hibernate.search.backend.io.strategy", strategy)
                .property("hibernate.search.backend.lucene_version", "9.12.3")
                .build();
    }

    SearchSession session() {
        return mapping.createSession();
    }

    /** The newest change that is in here. */
    long place() {
        return place;
    }

    /** Takes in services and forgets others; when it returns, that is found and on the disk, and so is the new place. */
    void take(Collection<ServiceEntry> entries, Collection<UUID> removed, long newPlace) {
        take(entries, removed, IndexingPlanSynchronizationStrategy.sync());
        moveTo(newPlace);
    }

    /** The same, but it is not found or kept before {@link #settle}. */
    void takeForNow(Collection<ServiceEntry> entries, Collection<UUID> removed) {
        take(entries, removed, APPLIED);
    }

    /** Brings what was taken in to the disk, up to a place in the log. */
    void settle(long newPlace) {
        SearchWorkspace workspace = mapping.scope(ServiceEntry.class).workspace();
        workspace.flush();
        workspace.refresh();
        moveTo(newPlace);
    }

    /** Makes one part of the many that a long part of the log left. */
    void tidy() {
        mapping.scope(ServiceEntry.class).workspace().mergeSegments();
    }

    private void take(
            Collection<ServiceEntry> entries, Collection<UUID> removed, IndexingPlanSynchronizationStrategy how) {
        if (!entries.isEmpty() || !removed.isEmpty()) {
            try (SearchSession session = mapping.createSessionWithOptions()
                    .indexingPlanSynchronizationStrategy(how)
                    .build()) {
                entries.forEach(entry -> session.indexingPlan().addOrUpdate(entry));
                removed.forEach(id -> session.indexingPlan().purge(ServiceEntry.class, id.toString(), null));
            }
        }
    }

    private void moveTo(long newPlace) {
        try {
            Path written = folder.resolve(PLACE + ".new");
            Files.writeString(written, Long.toString(newPlace));
            Files.move(written, folder.resolve(PLACE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        place = newPlace;
    }

    @Override
    public void close() {
        mapping.close();
    }
}
