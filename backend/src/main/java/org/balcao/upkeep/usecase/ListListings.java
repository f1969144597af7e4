package org.balcao.upkeep.usecase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.sync.model.Kind;
import org.balcao.sync.store.Images;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.upkeep.model.Quality;
import org.balcao.upkeep.store.Ages;
import org.balcao.upkeep.store.Ages.Step;
import org.balcao.upkeep.store.Edits;
import org.balcao.upkeep.store.Edits.Listed;

/** What somebody's list says and does not say, and how it ages. */
@ApplicationScoped
public class ListListings {
    private static final ZoneId HERE = ZoneId.of("Europe/Lisbon");

    private final SyncDatabase database;
    private final Edits edits;
    private final Ages ages;
    private final Images images;
    private final Clock clock;

    ListListings(SyncDatabase database, Edits edits, Ages ages, Images images, Clock clock) {
        this.database = database;
        this.edits = edits;
        this.ages = ages;
        this.images = images;
        this.clock = clock;
    }

    /**
     * A service, and how good its listing is.
     *
     * @param next what will become of it if nobody looks at it; null if nothing soon
     */
    public record Listing(Listed service, Quality quality, Step next) {}

    /** Those first that nobody has looked at for longest. */
    public List<Listing> of(Caller caller, UUID after, int most) {
        LocalDate today = today();
        return database.call(handle -> {
            List<Listed> found = edits.services(handle, caller.organization(), after, most);
            List<UUID> ids = found.stream().map(Listed::id).toList();
            Map<UUID, ObjectNode> now = images.now(handle, Kind.SERVICE, ids);
            Map<UUID, Step> next = ages.next(handle, ids);
            return found.stream()
                    .map(each -> new Listing(
                            each, Quality.of(now.get(each.id()), each.places(), today), next.get(each.id())))
                    .toList();
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
