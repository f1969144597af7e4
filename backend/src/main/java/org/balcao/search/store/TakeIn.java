package org.balcao.search.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Takes services into the index so that none keeps another back. What cannot be read, or what the index refuses, is left with its name and
 * its place in the order only, and said to be.
 */
final class TakeIn {

    /** An index as it is written to; each call is on the disk when it returns. */
    interface Index {
        void take(Collection<ServiceDocument> entries, Collection<UUID> removed);
    }

    /**
     * Services as they were read.
     *
     * @param present what the index is to have of each
     * @param refused those that could not be read, with the reason
     * @param removed those that are not there any more
     */
    record Read(Map<UUID, ServiceDocument> present, Map<UUID, String> refused, List<UUID> removed) {}

    private final Function<Collection<UUID>, Map<UUID, ServiceDocument>> whole;
    private final Function<UUID, Optional<ServiceDocument>> bare;
    private final Predicate<Throwable> blamesRecord;

    /**
     * @param whole reads services as they are
     * @param bare reads what little is said of a service that cannot be read or taken whole
     * @param blamesRecord whether a failure is due to what a record says
     */
    TakeIn(
            Function<Collection<UUID>, Map<UUID, ServiceDocument>> whole,
            Function<UUID, Optional<ServiceDocument>> bare,
            Predicate<Throwable> blamesRecord) {
        this.whole = whole;
        this.bare = bare;
        this.blamesRecord = blamesRecord;
    }

    /** Reads services, those that can be read together together. */
    Read read(Collection<UUID> services) {
        Map<UUID, ServiceDocument> present = new LinkedHashMap<>();
        Map<UUID, String> refused = new LinkedHashMap<>();
        read(List.copyOf(services), present, refused);
        List<UUID> removed =
                services.stream().filter(id -> !present.containsKey(id)).toList();
        return new Read(present, refused, removed);
    }

    private void read(List<UUID> services, Map<UUID, ServiceDocument> present, Map<UUID, String> refused) {
        try {
            present.putAll(whole.apply(services));
        } catch (RuntimeException | StackOverflowError failure) {
            if (!RecordFault.isOne(failure)) {
                throw failure;
            }
            if (services.size() > 1) {
                int half = services.size() / 2;
                read(services.subList(0, half), present, refused);
                read(services.subList(half, services.size()), present, refused);
                return;
            }
            UUID id = services.getFirst();
            bare.apply(id).ifPresent(entry -> {
                present.put(id, entry);
                refused.put(id, RecordFault.reason(failure));
            });
        }
    }

    /**
     * Has the index take services that were read, each by itself if it does not take them together.
     *
     * @return those that it has not whole, with the reasons
     */
    Map<UUID, String> into(Index index, Read read) {
        Map<UUID, String> refused = new LinkedHashMap<>(read.refused());
        try {
            index.take(read.present().values(), read.removed());
        } catch (RuntimeException failure) {
            if (!blamesRecord.test(failure)) {
                throw failure;
            }
            if (!read.removed().isEmpty()) {
                index.take(List.of(), read.removed());
            }
            new ArrayList<>(read.present().entrySet())
                    .forEach(each -> alone(index, each.getKey(), each.getValue())
                            .ifPresent(reason -> refused.put(each.getKey(), reason)));
        }
        return refused;
    }

    /** What is left of a service that an index refuses proves that the index works: if it refuses that too, and to forget it, it does not. */
    private Optional<String> alone(Index index, UUID id, ServiceDocument entry) {
        try {
            index.take(List.of(entry), List.of());
            return Optional.empty();
        } catch (RuntimeException failure) {
            if (!blamesRecord.test(failure)) {
                throw failure;
            }
            Optional<ServiceDocument> left = bare.apply(id);
            try {
                index.take(left.stream().toList(), left.isPresent() ? List.of() : List.of(id));
            } catch (RuntimeException again) {
                if (!blamesRecord.test(again)) {
                    throw again;
                }
                index.take(List.of(), List.of(id));
            }
            return Optional.of(RecordFault.reason(failure));
        }
    }
}
