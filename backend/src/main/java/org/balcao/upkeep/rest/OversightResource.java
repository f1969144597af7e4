package org.balcao.upkeep.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Kind;
import org.balcao.upkeep.rest.ProposalsResource.ProposalView;
import org.balcao.upkeep.rest.UpkeepViews.ReasonBody;
import org.balcao.upkeep.store.Locks.Lock;
import org.balcao.upkeep.usecase.OverseeDirectory;
import org.balcao.upkeep.usecase.OverseeDirectory.Gaps;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** What the national team sees of the whole directory. */
@Path("/upkeep")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.NATIONAL_EDITOR)
@RunOnVirtualThread
@Cache(noStore = true)
@Tag(name = "upkeep")
public class OversightResource {
    private static final int MOST_DAYS = 730;

    private final Callers callers;
    private final OverseeDirectory overseeDirectory;

    OversightResource(Callers callers, OverseeDirectory overseeDirectory) {
        this.callers = callers;
        this.overseeDirectory = overseeDirectory;
    }

    @Schema(name = "MissedWords", description = "Words that were searched for twenty times or more and found nothing.")
    record MissedView(String text, long times) {}

    @Schema(name = "RefusalReason", description = "Why referrals were declined; fewer than ten are not told.")
    record RefusedView(String code, long times) {}

    @Schema(name = "SpokenLanguage", description = "In how many active services a language is spoken.")
    record SpokenView(String code, long services) {}

    @Schema(name = "UncoveredNeed", description = "A need for which no active service is given in a district itself.")
    record UncoveredView(
            String districtCode,
            String district,
            String need,
            String needName,

            @Schema(description = "Whether there is one for the whole country.")
            boolean nationwide) {}

    @Schema(name = "Gaps", description = "What people look for and do not find.")
    record GapsView(
            LocalDate since,

            @Schema(description = "How many searches found nothing, whatever their words.")
            long searchesWithoutResult,

            List<MissedView> words,
            List<RefusedView> refusals,

            @Schema(description = "The fewest first.") List<SpokenView> languages,

            List<UncoveredView> uncovered) {
        static GapsView of(Gaps gaps) {
            return new GapsView(
                    gaps.since(),
                    gaps.missed(),
                    gaps.texts().stream()
                            .map(each -> new MissedView(each.text(), each.times()))
                            .toList(),
                    gaps.refused().stream()
                            .map(each -> new RefusedView(each.code(), each.times()))
                            .toList(),
                    gaps.spoken().stream()
                            .map(each -> new SpokenView(each.code(), each.services()))
                            .toList(),
                    gaps.uncovered().stream()
                            .map(each -> new UncoveredView(
                                    each.districtCode(),
                                    each.district(),
                                    each.need(),
                                    each.needName(),
                                    each.nationwide()))
                            .toList());
        }
    }

    @Schema(name = "FieldLock", description = "A field that the national team holds.")
    record LockView(
            String type,
            UUID recordId,
            String name,
            String field,
            String reason,
            Instant at,

            @Schema(description = "Its last day; absent if it has none.")
            LocalDate until) {
        static LockView of(Lock lock) {
            return new LockView(
                    Kind.of(lock.kind()).plural(),
                    lock.recordId(),
                    lock.name(),
                    lock.field(),
                    lock.reason(),
                    lock.at(),
                    lock.until());
        }
    }

    @GET
    @Path("/gaps")
    @Operation(operationId = "getGaps", summary = "What people look for and do not find")
    @APIResponse(responseCode = "200", description = "Searches, refusals, languages and districts")
    public GapsView gaps(
            @Parameter(description = "Of searches and refusals: so many days back.")
                    @QueryParam("days")
                    @DefaultValue("90")
                    int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw ProblemType.UNPROCESSABLE.at("days", "is not from 1 to " + MOST_DAYS);
        }
        return GapsView.of(overseeDirectory.gaps(days));
    }

    @GET
    @Path("/locks")
    @Operation(operationId = "listLocks", summary = "Fields that the national team holds")
    @APIResponse(responseCode = "200", description = "Those first that end first")
    public List<LockView> locks() {
        return overseeDirectory.locks().stream().map(LockView::of).toList();
    }

    @POST
    @Path("/records/{type}/{id}/locks/{field}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "releaseLock", summary = "Propose to let a field be changed again")
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second person",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    public Response release(String type, UUID id, String field, ReasonBody body) {
        Caller caller = callers.publisher();
        String reason = RecordsResource.reason(body == null ? null : body.reason());
        return ProposalsResource.waits(
                overseeDirectory.proposeRelease(caller, RecordsResource.kind(type), id, field, reason), caller);
    }
}
