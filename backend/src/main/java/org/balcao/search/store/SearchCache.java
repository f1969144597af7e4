package org.balcao.search.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.balcao.search.ServiceQuery;
import org.balcao.search.words.Word;
import org.balcao.shared.KeyedHash;

/** What is needed to answer other questions too, found out of an index as it is after one change; the next change forgets it. */
final class SearchCache {

    private static final int MOST_WORDS = 100_000;
    private static final long MOST_LETTERS = 4_000_000;
    private static final int LETTERS_OF_CODES = 500;
    private static final int MOST_COUNTS = 20_000;

    private record WrittenKey(KeyedHash word, boolean unfinished, boolean mistyped) {}

    /** @param query without its words, of which there is a hash */
    private record QuestionKey(KeyedHash search, ServiceQuery query, Instant openAt, int groups, String without) {}

    private final long place;
    private volatile Programs.ProgramIds programs;
    private final Cache<WrittenKey, Boolean> written =
            Caffeine.newBuilder().maximumSize(MOST_WORDS).build();
    private final Cache<QuestionKey, Long> counts =
            Caffeine.newBuilder().maximumSize(MOST_COUNTS).build();
    private final Cache<QuestionKey, List<Programs.Entry>> entries =
            Caffeine.newBuilder().maximumSize(MOST_COUNTS).build();
    private final Cache<UUID, StoredHit> services = Caffeine.newBuilder()
            .maximumWeight(MOST_LETTERS)
            .weigher((UUID id, StoredHit stored) -> LETTERS_OF_CODES
                    + stored.matchable().texts().stream()
                            .mapToInt(text -> text.value().length())
                            .sum())
            .build();

    SearchCache(long place) {
        this.place = place;
    }

    long place() {
        return place;
    }

    Programs.ProgramIds programs(Supplier<Programs.ProgramIds> ask) {
        Programs.ProgramIds ids = programs;
        if (ids == null) {
            ids = ask.get();
            programs = ids;
        }
        return ids;
    }

    boolean written(Word word, boolean unfinished, boolean mistyped, BooleanSupplier ask) {
        KeyedHash anywhere = KeyedHash.of(word.folded(), String.join(" ", new TreeSet<>(word.stems())));
        return written.get(new WrittenKey(anywhere, unfinished, mistyped), each -> ask.getAsBoolean());
    }

    /** Where somebody is is not kept, so what is counted around there is counted each time. */
    long count(ServiceQuery query, int groups, String without, LongSupplier ask) {
        return query.near() != null
                ? ask.getAsLong()
                : counts.get(key(query, groups, without), each -> ask.getAsLong());
    }

    /** The entries of programs that fit; around somebody they are looked for each time too. */
    List<Programs.Entry> entries(ServiceQuery query, int groups, String without, Supplier<List<Programs.Entry>> ask) {
        return query.near() != null ? ask.get() : entries.get(key(query, groups, without), each -> ask.get());
    }

    private static QuestionKey key(ServiceQuery query, int groups, String without) {
        ServiceQuery asked = query.openingAt(null).withoutWords();
        return new QuestionKey(KeyedHash.of(query.search()), asked, minute(query.openAt()), groups, without);
    }

    Map<UUID, StoredHit> services(Collection<UUID> ids, Function<Set<? extends UUID>, Map<UUID, StoredHit>> read) {
        return services.getAll(ids, read);
    }

    private static Instant minute(Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MINUTES);
    }
}
