package org.balcao.directory.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.hours.OpeningHours;
import org.balcao.directory.model.Service;

/** Which services have an open door at a moment. The hours of each are worked out once for each version of it. */
@ApplicationScoped
class OpenDoors {

    private static final int MOST_HELD = 20_000;

    private record Key(UUID id, long version) {}

    private final Records records;
    private final DoorHours hours;
    private final Cache<Key, List<OpeningHours>> doors = Caffeine.newBuilder().maximumSize(MOST_HELD).build();

    OpenDoors(Records records, DoorHours hours) {
        this.records = records;
        this.hours = hours;
    }

    /** Those that are open, in the order they came in. */
    List<Stamp> openAt(Instant moment, List<Stamp> services) {
        Map<Key, List<OpeningHours>> known = doors.getAll(services.stream().map(OpenDoors::key).toList(), this::read);
        return services.stream()
                .filter(stamp -> known.getOrDefault(key(stamp), List.of()).stream().anyMatch(door -> door.isOpenAt(moment)))
                .toList();
    }

    private static Key key(Stamp stamp) {
        return new Key(stamp.id(), stamp.version());
    }

    private Map<Key, List<OpeningHours>> read(Iterable<? extends Key> missing) {
        Map<UUID, Key> byId = new LinkedHashMap<>();
        missing.forEach(key -> byId.put(key.id(), key));
        Map<Key, List<OpeningHours>> read = new LinkedHashMap<>();
        records.show(Service.class, byId.keySet(), hours::doors).forEach((id, open) -> read.put(byId.get(id), open));
        return read;
    }
}
