package org.balcao.sync.store;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.balcao.sync.model.Proposal;
import org.balcao.sync.model.Proposal.Action;
import org.balcao.sync.model.Proposal.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** What waits for a second person of the national team. */
@ApplicationScoped
public class Proposals {
    private static final RowMapper<Proposal> PROPOSAL = (row, context) -> {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Proposal(
                row.getObject("id", UUID.class),
                Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                row.getString("about"),
                Json.read(row.getString("details")),
                row.getString("reason"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("proposed_by"),
                row.getTimestamp("at").toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant());
    };

    /** @return what waits now: the same that somebody proposed before, if it still waits */
    public Proposal propose(
            Handle handle, Action action, String about, JsonNode details, String reason, String by, Instant now) {
        handle.createUpdate("""
                        insert into sync.proposal (id, action, about, details, reason, state, proposed_by, at)
                        values (gen_random_uuid(), :action, :about, cast(:details as jsonb), :reason, 'waiting', :by, :now)
                        on conflict do nothing""")
                .bind("action", action.word())
                .bind("about", about)
                .bind("details", Json.text(details))
                .bind("reason", reason)
                .bind("by", by)
                .bind("now", Timestamp.from(now))
                .execute();
        return handle.createQuery(
                        "select * from sync.proposal where action = :action and details = cast(:details as jsonb) and state = 'waiting'")
                .bind("action", action.word())
                .bind("details", Json.text(details))
                .map(PROPOSAL)
                .one();
    }

    /** Nobody else decides it meanwhile. */
    public Optional<Proposal> find(Handle handle, UUID id) {
        return handle.createQuery("select * from sync.proposal where id = :id for update")
                .bind("id", id)
                .map(PROPOSAL)
                .findOne();
    }

    /** The oldest first. */
    public List<Proposal> waiting(Handle handle, int most) {
        return handle.createQuery("select * from sync.proposal where state = 'waiting' order by at, id limit :most")
                .bind("most", most)
                .map(PROPOSAL)
                .list();
    }

    public void decided(Handle handle, UUID id, State state, String by, Instant now) {
        handle.createUpdate(
                        "update sync.proposal set state = :state, decided_by = :by, decided_at = :now where id = :id")
                .bind("state", state.word())
                .bind("by", by)
                .bind("now", Timestamp.from(now))
                .bind("id", id)
                .execute();
    }
}
