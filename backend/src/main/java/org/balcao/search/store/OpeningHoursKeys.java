package org.balcao.search.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.balcao.directory.model.Service;
import org.balcao.directory.store.EffectiveHours;
import org.balcao.directory.store.Records;
import org.balcao.hours.OpeningHours;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;

/**
 * The opening hours that doors have. Thousands of doors keep the same hours, so the index holds only a key of them, and which keys are
 * open is worked out once a minute. What a key stands for is learnt while a service is taken in, or, when the index was there before the
 * program, read from one service that has it.
 */
@ApplicationScoped
class OpeningHoursKeys {

    private static final int MOST_KEYS = 1_000_000;
    private static final int MINUTES_HELD = 8;

    /** How long until a door opens, in steps that get longer; the last step is later or never. */
    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(18),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(3),
            Duration.ofDays(7));

    private record Minute(Instant minute, int known) {}

    private final Records records;
    private final EffectiveHours hours;
    private final Map<String, OpeningHours> known = new ConcurrentHashMap<>();
    private final Cache<Minute, List<String>> open =
            Caffeine.newBuilder().maximumSize(MINUTES_HELD).build();
    private final Cache<Minute, List<List<String>>> opening =
            Caffeine.newBuilder().maximumSize(MINUTES_HELD).build();

    OpeningHoursKeys(Records records, EffectiveHours hours) {
        this.records = records;
        this.hours = hours;
    }

    /** The keys of some doors; those that never open have none. */
    Set<String> learn(Collection<OpeningHours> doors) {
        Set<String> keys = new LinkedHashSet<>();
        for (OpeningHours door : doors) {
            String text = door.key();
            if (!text.isEmpty()) {
                String key = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                        .toString();
                known.putIfAbsent(key, door);
                keys.add(key);
            }
        }
        return keys;
    }

    /** Learns every key that an index holds. A key whose services have all changed since is not needed any more. */
    void learn(ServiceIndex index) {
        AggregationKey<Map<String, Long>> held = AggregationKey.of("openingHours");
        Set<UUID> having = new LinkedHashSet<>();
        try (SearchSession session = index.session()) {
            session
                    .search(ServiceDocument.class)
                    .where(each -> each.matchAll())
                    .aggregation(
                            held,
                            each -> each.terms()
                                    .field("openingHours", String.class)
                                    .maxTermCount(MOST_KEYS))
                    .fetch(0)
                    .aggregation(held)
                    .keySet()
                    .stream()
                    .filter(key -> !known.containsKey(key))
                    .forEach(key -> session.search(ServiceDocument.class)
                            .select(each -> each.id(String.class))
                            .where(each -> each.match().field("openingHours").matching(key))
                            .fetchHits(1)
                            .forEach(id -> having.add(UUID.fromString(id))));
        }
        records.show(Service.class, having, hours::doors).values().forEach(this::learn);
    }

    /** The keys that are open in a minute. */
    List<String> openAt(Instant moment) {
        return open.get(
                minute(moment),
                at -> known.entrySet().stream()
                        .filter(door -> door.getValue().isOpenAt(at.minute()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    /** The keys by when they open: first those that are open in a minute, then a list for each further step of time. */
    List<List<String>> opening(Instant moment) {
        return opening.get(minute(moment), at -> {
            Set<String> now = Set.copyOf(openAt(moment));
            Map<Integer, List<String>> steps = new TreeMap<>();
            known.forEach((key, door) -> {
                if (!now.contains(key)) {
                    door.nextOpening(at.minute())
                            .map(next -> step(Duration.between(at.minute(), next.toInstant())))
                            .ifPresent(step -> steps.computeIfAbsent(step, each -> new ArrayList<>())
                                    .add(key));
                }
            });
            List<List<String>> lists = new ArrayList<>();
            lists.add(List.copyOf(now));
            for (int step = 0; step <= STEPS.size(); step++) {
                lists.add(steps.getOrDefault(step, List.of()));
            }
            return lists;
        });
    }

    private static int step(Duration until) {
        int step = 0;
        while (step < STEPS.size() && until.compareTo(STEPS.get(step)) > 0) {
            step++;
        }
        return step;
    }

    private Minute minute(Instant moment) {
        return new Minute(moment.truncatedTo(ChronoUnit.MINUTES), known.size());
    }
}
