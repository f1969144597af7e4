package org.balcao.search.store.sql;

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
import org.balcao.directory.model.Service;
import org.balcao.directory.store.EffectiveHours;
import org.balcao.directory.store.RecordVersion;
import org.balcao.directory.store.Records;
import org.balcao.hours.OpeningHours;
import org.balcao.hours.Span;

/** Which services have an open door at a moment. The hours of each are worked out once for each version of it. */
@ApplicationScoped
class OpenServices {

    private static final int MOST_HELD = 20_000;

    private record Key(UUID id, long version) {}

    /** The spans of all doors of a service around one day. */
    private record Around(LocalDate day, List<Span> spans) {}

    /** The doors of one service, with the spans around the day that was last asked for, which is nearly always today. */
    private record ServiceHours(List<OpeningHours> hours, AtomicReference<Around> latest) {

        boolean unknownAt(Instant moment) {
            return EffectiveHours.areUnknown(hours, LocalDate.ofInstant(moment, ZoneOffset.UTC));
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

    private static final ServiceHours NONE = new ServiceHours(List.of(), new AtomicReference<>());

    private final Records records;
    private final EffectiveHours hours;
    private final Cache<Key, ServiceHours> doors =
            Caffeine.newBuilder().maximumSize(MOST_HELD).build();

    OpenServices(Records records, EffectiveHours hours) {
        this.records = records;
        this.hours = hours;
    }

    /** Those that are open, in the order they came in. */
    List<RecordVersion> openAt(Instant moment, List<RecordVersion> services) {
        Map<Key, ServiceHours> known =
                doors.getAll(services.stream().map(OpenServices::key).toList(), this::read);
        return services.stream()
                .filter(stamp -> known.getOrDefault(key(stamp), NONE).openAt(moment))
                .toList();
    }

    /** Of how many nobody knows when they are open. */
    long unknownAt(Instant moment, List<RecordVersion> services) {
        Map<Key, ServiceHours> known =
                doors.getAll(services.stream().map(OpenServices::key).toList(), this::read);
        return services.stream()
                .filter(stamp -> known.getOrDefault(key(stamp), NONE).unknownAt(moment))
                .count();
    }

    private static Key key(RecordVersion stamp) {
        return new Key(stamp.id(), stamp.version());
    }

    private Map<Key, ServiceHours> read(Iterable<? extends Key> missing) {
        Map<UUID, Key> byId = new LinkedHashMap<>();
        missing.forEach(key -> byId.put(key.id(), key));
        Map<Key, ServiceHours> read = new LinkedHashMap<>();
        records.show(Service.class, byId.keySet(), hours::doors)
                .forEach((id, open) -> read.put(byId.get(id), new ServiceHours(open, new AtomicReference<>())));
        return read;
    }
}
