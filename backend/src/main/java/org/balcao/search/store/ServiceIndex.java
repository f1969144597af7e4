package org.balcao.search.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.AnnotatedTypeSource;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.mapper.pojo.standalone.work.SearchWorkspace;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;

/** One index of services, and how far in the change log this node has brought it. */
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
    private final String identity;
    private volatile long place;

    private ServiceIndex(Path folder, CloseableSearchMapping mapping, String identity, long place) {
        this.folder = folder;
        this.mapping = mapping;
        this.identity = identity;
        this.place = place;
    }

    /**
     * Opens an index, or begins one.
     *
     * @param folder where its place in the log is kept
     * @param backend how Hibernate Search reaches it
     * @param identity tells one index from another that was made in its stead
     */
    static ServiceIndex open(Path folder, Map<String, Object> backend, Function<SearchMapping, String> identity) {
        var builder = SearchMapping.builder(AnnotatedTypeSource.fromClasses(ServiceDocument.class))
                .property("hibernate.search.mapping.build_missing_discovered_jandex_indexes", false)
                .property("hibernate.search.mapping.discover_annotated_types_from_root_mapping_annotations", false);
        backend.forEach(builder::property);
        CloseableSearchMapping mapping = builder.build();
        try {
            Files.createDirectories(folder);
            String here = identity.apply(mapping);
            return new ServiceIndex(folder, mapping, here, place(folder.resolve(PLACE), here));
        } catch (IOException failed) {
            mapping.close();
            throw new UncheckedIOException(failed);
        } catch (RuntimeException failed) {
            mapping.close();
            throw failed;
        }
    }

    private static long place(Path written, String identity) throws IOException {
        if (!Files.exists(written)) {
            return 0;
        }
        String[] placeAndIdentity = Files.readString(written).split("\n", 2);
        boolean same = placeAndIdentity.length == 1 ? identity.isEmpty() : placeAndIdentity[1].equals(identity);
        return same ? Long.parseLong(placeAndIdentity[0]) : 0;
    }

    SearchSession session() {
        return mapping.createSession();
    }

    /** The newest change that is in here. */
    long place() {
        return place;
    }

    /** Takes in services and forgets others; when it returns, that is found and on the disk. */
    void take(Collection<ServiceDocument> entries, Collection<UUID> removed) {
        take(entries, removed, IndexingPlanSynchronizationStrategy.sync());
    }

    /** The same, but it is not found or kept before {@link #settle}. */
    void takeForNow(Collection<ServiceDocument> entries, Collection<UUID> removed) {
        take(entries, removed, APPLIED);
    }

    /** Brings what was taken in to the disk, up to a place in the log. */
    void settle(long newPlace) {
        SearchWorkspace workspace = mapping.scope(ServiceDocument.class).workspace();
        workspace.flush();
        workspace.refresh();
        moveTo(newPlace);
    }

    /** Makes one part of the many that a long part of the log left. */
    void tidy() {
        mapping.scope(ServiceDocument.class).workspace().mergeSegments();
    }

    private void take(
            Collection<ServiceDocument> entries, Collection<UUID> removed, IndexingPlanSynchronizationStrategy how) {
        if (!entries.isEmpty() || !removed.isEmpty()) {
            try (SearchSession session = mapping.createSessionWithOptions()
                    .indexingPlanSynchronizationStrategy(how)
                    .build()) {
                entries.forEach(entry -> session.indexingPlan().addOrUpdate(entry));
                removed.forEach(id -> session.indexingPlan().purge(ServiceDocument.class, id.toString(), null));
            }
        }
    }

    /** Notes on the disk how far in the log everything up to here has come. */
    void moveTo(long newPlace) {
        try {
            Path written = folder.resolve(PLACE + ".new");
            Files.writeString(written, identity.isEmpty() ? Long.toString(newPlace) : newPlace + "\n" + identity);
            Files.move(written, folder.resolve(PLACE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        place = newPlace;
    }

    /** Removes the index where other nodes keep it too. */
    void drop() {
        mapping.scope(ServiceDocument.class).schemaManager().dropIfExisting();
    }

    @Override
    public void close() {
        mapping.close();
    }
}
