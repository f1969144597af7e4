package org.balcao.upkeep.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Proposal;
import org.balcao.sync.model.Proposal.State;
import org.balcao.sync.store.Proposals;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.sync.store.WantedSources;
import org.jdbi.v3.core.Handle;

/** A second person of the national team confirms what a first one proposed, and only then it is done; either may turn it down. */
@ApplicationScoped
public class DecideProposals {
    private static final int SHOWN = 100;

    private final SyncDatabase database;
    private final Proposals proposals;
    private final MergeRecords mergeRecords;
    private final OverseeDirectory overseeDirectory;
    private final SettleConflicts settleConflicts;
    private final WantedSources wantedSources;
    private final Clock clock;

    DecideProposals(
            SyncDatabase database,
            Proposals proposals,
            MergeRecords mergeRecords,
            OverseeDirectory overseeDirectory,
            SettleConflicts settleConflicts,
            WantedSources wantedSources,
            Clock clock) {
        this.database = database;
        this.proposals = proposals;
        this.mergeRecords = mergeRecords;
        this.overseeDirectory = overseeDirectory;
        this.settleConflicts = settleConflicts;
        this.wantedSources = wantedSources;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<Proposal> waiting() {
        return database.call(handle -> proposals.waiting(handle, SHOWN));
    }

    public Proposal decide(Caller caller, UUID id, boolean confirm) {
        return Refusing.call(database, handle -> {
            Proposal proposal = proposals
                    .find(handle, id)
                    .orElseThrow(() -> ProblemType.NOT_FOUND.because("Nothing was proposed under this id."));
            if (proposal.state() != State.WAITING) {
                throw ProblemType.CONFLICT.because(
                        "There is nothing to decide: it is " + proposal.state().word() + ".");
            }
            if (confirm && proposal.proposedBy().equals(caller.subject())) {
                throw ProblemType.CONFLICT.because("Another person has to confirm it.");
            }
            if (confirm) {
                carryOut(handle, caller, proposal);
            }
            proposals.decided(
                    handle,
                    id,
                    confirm ? State.CONFIRMED : State.REJECTED,
                    caller.subject(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return proposals.find(handle, id).orElseThrow();
        });
    }

    private void carryOut(Handle handle, Caller second, Proposal proposal) {
        JsonNode details = proposal.details();
        switch (proposal.action()) {
            case MERGE -> mergeRecords.merge(handle, second, details, proposal.reason());
            case UNDO_MERGE -> mergeRecords.undo(handle, second, details);
            case RELEASE_LOCK -> overseeDirectory.release(handle, second, details, proposal.reason());
            case SETTLE_CONFLICT -> settleConflicts.settle(handle, second, details);
            case CONFIRM_SOURCE -> {
                if (!wantedSources.apply(handle, details)) {
                    throw AsProposed.changed();
                }
            }
        }
    }
}
