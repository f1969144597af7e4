package org.balcao.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.balcao.directory.store.Batch;
import org.balcao.directory.store.RecordVersion;
import org.balcao.directory.store.ServiceVersions;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * Compares every service in PostgreSQL with what the index on the disk has of it, and the other way round. What
 * differs is looked at again for a while, because a change may be under way.
 */
@ApplicationScoped
class VerifySearch {

    private static final int TOGETHER = 100;
    private static final int TRIES = 20;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    /** What is compared of a service. */
    private record Held(long version, long position, String shown, String copy) {

        static Held of(ServiceDocument entry) {
            return new Held(entry.version, entry.position, entry.matchableTexts, entry.copy);
        }

        static Held of(Object[] fields) {
            return new Held((Long) fields[0], (Long) fields[1], (String) fields[2], (String) fields[3]);
        }

        /** In words, what of this the index has otherwise. */
        String against(Held indexed) {
            if (indexed == null) {
                return "is not in the index";
            }
            if (version != indexed.version) {
                return "is change %d, in the index change %d".formatted(version, indexed.version);
            }
            return "is another at the same change " + version;
        }
    }

    private final ServiceVersions services;
    private final TakeIn takeIn;
    private final SetAside setAside;
    private final Engine engine;

    VerifySearch(ServiceVersions services, ServiceDocuments entries, SetAside setAside, Engine engine) {
        this.services = services;
        this.takeIn = new TakeIn(entries::of, entries::bare, engine::blamesRecord);
        this.setAside = setAside;
        this.engine = engine;
    }

    /**
     * Tells what differs, a line each.
     *
     * @return 0 if nothing does, else 1
     */
    int run(Consumer<String> tell) {
        Path folder = engine.folder();
        if (!Files.isDirectory(folder)) {
            tell.accept("There is no index yet: " + folder);
            return 1;
        }
        setAside.load();
        try (ServiceIndex index = engine.reading()) {
            Map<UUID, String> differing = differing(index);
            for (int tries = 0; tries < TRIES && !differing.isEmpty(); tries++) {
                LockSupport.parkNanos(PAUSE);
                differing = differing(index);
            }
            differing.forEach((id, how) -> tell.accept("differs " + id + ": " + how));
            if (setAside.count() > 0) {
                tell.accept(setAside.count() + " services were set aside and are not compared");
            }
            tell.accept(differing.size() + " differences between the index and PostgreSQL");
            return differing.isEmpty() ? 0 : 1;
        }
    }

    /** The services that are not in both alike. */
    Map<UUID, String> differing(ServiceIndex index) {
        Map<UUID, Held> indexed = indexed(index);
        Map<UUID, String> differing = new LinkedHashMap<>();
        long position = 0;
        Batch batch;
        do {
            batch = services.after(position, TOGETHER);
            List<UUID> ids = batch.stamps().stream().map(RecordVersion::id).toList();
            takeIn.read(ids).present().forEach((id, entry) -> {
                Held held = Held.of(entry);
                Held in = indexed.remove(id);
                if (!held.equals(in) && !setAside.contains(id)) {
                    differing.put(id, held.against(in));
                }
            });
            position = batch.reached();
        } while (!batch.last());
        indexed.keySet().forEach(id -> differing.put(id, "is only in the index"));
        return differing;
    }

    private static Map<UUID, Held> indexed(ServiceIndex index) {
        Map<UUID, Held> indexed = new HashMap<>();
        try (SearchSession session = index.session()) {
            var scroll = session.search(ServiceDocument.class)
                    .select(each -> each.composite()
                            .from(
                                    each.id(String.class),
                                    each.composite()
                                            .from(
                                                    each.field("version", Long.class),
                                                    each.field("position", Long.class),
                                                    each.field("matchableTexts", String.class),
                                                    each.field("copy", String.class))
                                            .asArray(Held::of))
                            .as((id, held) -> Map.entry(UUID.fromString(id), held)))
                    .where(each -> each.matchAll())
                    .scroll(1000);
            try (scroll) {
                for (var chunk = scroll.next(); chunk.hasHits(); chunk = scroll.next()) {
                    List<Map.Entry<UUID, Held>> hits = new ArrayList<>(chunk.hits());
                    hits.forEach(each -> indexed.put(each.getKey(), each.getValue()));
                }
            }
        }
        return indexed;
    }
}
