package org.balcao.search.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One service that cannot be read, or that the index refuses, keeps no other back; with a real Lucene. */
class TakeInTest {

    private static final List<UUID> HUNDRED =
            IntStream.range(0, 100).mapToObj(n -> new UUID(7, n)).toList();

    @TempDir
    private Path folder;

    private final Set<UUID> unreadable = new LinkedHashSet<>();
    private final Set<UUID> immense = new LinkedHashSet<>();
    private final Set<UUID> gone = new LinkedHashSet<>();
    private int reads;

    private final TakeIn takeIn = new TakeIn(this::whole, this::bare, RecordFault::isOne);

    @Test
    void whatCannotBeReadIsFoundAmongTheOthersByHalves() {
        unreadable.add(HUNDRED.get(41));
        unreadable.add(HUNDRED.get(97));
        TakeIn.Read read = takeIn.read(HUNDRED);
        assertThat(read.refused().keySet()).containsExactly(HUNDRED.get(41), HUNDRED.get(97));
        assertThat(read.present()).as("the bare ones are among them").hasSize(100);
        assertThat(reads).isLessThan(40);
    }

    @Test
    void aServiceThatIsGoneIsRemovedAndNotRefused() {
        gone.add(HUNDRED.get(3));
        TakeIn.Read read = takeIn.read(HUNDRED);
        assertThat(read.removed()).containsExactly(HUNDRED.get(3));
        assertThat(read.refused()).isEmpty();
    }

    @Test
    void whatLuceneRefusesIsSetAsideAndTheOthersAreFound() {
        immense.add(HUNDRED.get(12));
        immense.add(HUNDRED.get(13));
        try (ServiceIndex index = new LuceneEngine(() -> folder.resolve("index")).open()) {
            Map<UUID, String> refused = takeIn.into(index::take, takeIn.read(HUNDRED));
            assertThat(refused.keySet()).containsExactly(HUNDRED.get(12), HUNDRED.get(13));
            assertThat(refused.get(HUNDRED.get(12))).contains("IllegalArgumentException");
            assertThat(found(index)).hasSize(100);
            immense.clear();
            assertThat(takeIn.into(index::take, takeIn.read(HUNDRED)))
                    .as("mended")
                    .isEmpty();
        }
    }

    @Test
    void aDatabaseThatIsAwaySetsNothingAside() {
        TakeIn away = new TakeIn(
                services -> {
                    throw new IllegalStateException(new SQLException("terminating", "57P01"));
                },
                this::bare,
                RecordFault::isOne);
        assertThatThrownBy(() -> away.read(HUNDRED)).hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    void anIndexThatRefusesEvenToForgetIsBroken() {
        TakeIn.Index broken = (entries, removed) -> {
            throw new IllegalArgumentException("whatever it is given");
        };
        TakeIn.Read read = takeIn.read(HUNDRED);
        assertThatThrownBy(() -> takeIn.into(broken, read)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> found(ServiceIndex index) {
        try (SearchSession session = index.session()) {
            return new ArrayList<>(session.search(ServiceDocument.class)
                    .select(each -> each.id(String.class))
                    .where(each -> each.match().field("names").matching("abrigo"))
                    .fetchAllHits());
        }
    }

    private Map<UUID, ServiceDocument> whole(Collection<UUID> services) {
        reads++;
        Map<UUID, ServiceDocument> present = new LinkedHashMap<>();
        for (UUID id : services) {
            if (unreadable.contains(id)) {
                throw new IllegalStateException("poison");
            }
            if (!gone.contains(id)) {
                present.put(id, entry(id));
            }
        }
        return present;
    }

    private Optional<ServiceDocument> bare(UUID id) {
        ServiceDocument entry = entry(id);
        entry.languages = Set.of();
        return Optional.of(entry);
    }

    private ServiceDocument entry(UUID id) {
        ServiceDocument entry = new ServiceDocument();
        entry.id = id.toString();
        entry.names = "abrigo";
        // Lucene takes no term of more than 32,766 bytes
        entry.languages = Set.of(immense.contains(id) ? "a".repeat(40_000) : "pt");
        return entry;
    }
}
