package org.balcao.directory.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.balcao.directory.hours.OpeningHours;
import org.balcao.directory.hours.Span;
import org.balcao.directory.model.Service;

/** Which services have an open door at a moment. The hours of each are worked out once for each version of it. */
@ApplicationScoped
class OpenDoors {

    private static final int MOST_HELD = 20_000;

    private record Key(UUID id, long version) {}

    /** The spans of all doors of a service around one day. */
    private record Around(LocalDate day, List<Span> spans) {}

    /** The doors of one service, with the spans around the day that was last asked for, which is nearly always today. */
    private record Doors(List<OpeningHours> hours, AtomicReference<Around> latest) {

        boolean unknownAt(Instant moment) {
            return DoorHours.areUnknown(hours, LocalDate.ofInstant(moment, ZoneOffset.UTC));
        }

        boolean openAt(Instant moment) {
            LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
            Around around = latest.get();
            if (around == null || !around.day().equals(day)) {
                around = new Around(
                        day,
                        hours.stream()
                                .flatMap(door -> door.spans(day.minusDays(2), day.plusDays(1)).stream())
                                .toList());
                latest.set(around);
            }
            return around.spans().stream()
                    .anyMatch(span -> !moment.isBefore(span.opensAt().toInstant())
                            && moment.isBefore(span.closesAt().toInstant()));
        }
    }

    private static final Doors NONE = new Doors(List.of(), new AtomicReference<>());

    private final Records records;
    private final DoorHours hours;
    private final Cache<Key, Doors> doors =
            Caffeine.newBuilder().maximumSize(MOST_HELD).build();

    OpenDoors(Records records, DoorHours hours) {
        this.records = records;
        this.hours = hours;
    }

    /** Those that are open, in the order they came in. */
    List<Stamp> openAt(Instant moment, List<Stamp> services) {
        Map<Key, Doors> known =
                doors.getAll(services.stream().map(OpenDoors::key).toList(), this::read);
        return services.stream()
                .filter(stamp -> known.getOrDefault(key(stamp), NONE).openAt(moment))
                .toList();
    }

    /** Of how many nobody knows when they are open. */
    long unknownAt(Instant moment, List<Stamp> services) {
        Map<Key, Doors> known =
                doors.getAll(services.stream().map(OpenDoors::key).toList(), this::read);
        return services.stream()
                .filter(stamp -> known.getOrDefault(key(stamp), NONE).unknownAt(moment))
                .count();
    }

    private static Key key(Stamp stamp) {
        return new Key(stamp.id(), stamp.version());
    }

    private Map<Key, Doors> read(Iterable<? extends Key> missing) {
        Map<UUID, Key> byId = new LinkedHashMap<>();
        missing.forEach(key -> byId.put(key.id(), key));
        Map<Key, Doors> read = new LinkedHashMap<>();
        records.show(Service.class, byId.keySet(), hours::doors)
                .forEach((id, open) -> read.put(byId.get(id), new Doors(open, new AtomicReference<>())));
        return read;
    }
}
