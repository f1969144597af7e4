package org.balcao.upkeep.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.access.Callers;
import org.balcao.access.Role;
import org.balcao.limit.Limit;
import org.balcao.limit.Limited;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.model.Kind;
import org.balcao.upkeep.rest.UpkeepViews.CodeBody;
import org.balcao.upkeep.rest.UpkeepViews.CorrectionBody;
import org.balcao.upkeep.rest.UpkeepViews.CorrectionCodeView;
import org.balcao.upkeep.rest.UpkeepViews.CorrectionStateView;
import org.balcao.upkeep.rest.UpkeepViews.CorrectionView;
import org.balcao.upkeep.rest.UpkeepViews.TakeBody;
import org.balcao.upkeep.usecase.TakeCorrections;
import org.balcao.upkeep.usecase.TakeCorrections.Said;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What readers say is wrong with a listing. */
@Path("/corrections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PARTNER_EDITOR, Role.NATIONAL_EDITOR})
@RunOnVirtualThread
@Tag(name = "upkeep")
public class CorrectionsResource {
    private static final Set<String> TYPES = Set.of("organizations", "services", "locations");
    private static final Set<String> ABOUT = Set.of("wrong", "closed", "moved", "scam", "other");
    private static final int LONGEST = 500;
    private static final int LONGEST_FIELD = 60;
    private static final int LONGEST_CODE = 40;

    private final Callers callers;
    private final TakeCorrections takeCorrections;

    CorrectionsResource(Callers callers, TakeCorrections takeCorrections) {
        this.callers = callers;
        this.takeCorrections = takeCorrections;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Limited(Limit.CORRECTIONS)
    @Operation(operationId = "suggestCorrection", summary = "Say what is wrong with a listing, or that it is a fraud")
    @APIResponse(
            responseCode = "201",
            description = "It is in the queue of who looks after the listing",
            content = @Content(schema = @Schema(implementation = CorrectionCodeView.class)))
    public Response suggest(CorrectionBody body) {
        if (body == null || body.type() == null || !TYPES.contains(body.type())) {
            throw ProblemType.UNPROCESSABLE.at("/type", "must be one of organizations, services, locations");
        }
        if (body.id() == null) {
            throw ProblemType.UNPROCESSABLE.at("/id", "is missing");
        }
        if (body.about() == null || !ABOUT.contains(body.about())) {
            throw ProblemType.UNPROCESSABLE.at("/about", "must be one of wrong, closed, moved, scam, other");
        }
        checkLength("/field", body.field(), LONGEST_FIELD);
        checkLength("/proposed", body.proposed(), LONGEST);
        checkLength("/remark", body.remark(), LONGEST);
        String code = takeCorrections.take(new Said(
                Kind.ofPlural(body.type()).orElseThrow(),
                body.id(),
                body.about(),
                body.field(),
                body.proposed(),
                body.remark()));
        return Response.status(Response.Status.CREATED)
                .entity(new CorrectionCodeView(code))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static void checkLength(String field, String text, int most) {
        if (text != null && text.length() > most) {
            throw ProblemType.UNPROCESSABLE.at(field, "is longer than " + most);
        }
    }

    @POST
    @Path("/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Limited(Limit.CODES)
    @Operation(operationId = "getCorrectionState", summary = "What became of a correction")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = CorrectionStateView.class)))
    public Response state(CodeBody body) {
        if (body == null || body.code() == null || body.code().length() > LONGEST_CODE) {
            throw ProblemType.UNPROCESSABLE.at("/code", "is missing, or too long");
        }
        return unkept(CorrectionStateView.of(takeCorrections.byCode(body.code())));
    }

    @GET
    @Operation(operationId = "listCorrections", summary = "What readers say is wrong with one's listings")
    @APIResponse(
            responseCode = "200",
            description = "Frauds first, then the oldest",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = CorrectionView.class)))
    public Response open() {
        return unkept(takeCorrections.open(callers.publisher()).stream()
                .map(CorrectionView::of)
                .toList());
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "decideCorrection", summary = "Take a correction, or leave it")
    @APIResponse(
            responseCode = "200",
            description = "It is decided; whoever told us sees that",
            content = @Content(schema = @Schema(implementation = CorrectionView.class)))
    public Response decide(UUID id, TakeBody body) {
        Caller caller = callers.publisher();
        if (body == null || !Set.of("take", "leave").contains(String.valueOf(body.decision()))) {
            throw ProblemType.UNPROCESSABLE.at("/decision", "must be one of take, leave");
        }
        return unkept(CorrectionView.of(
                takeCorrections.decide(caller, id, body.decision().equals("take"))));
    }

    private static Response unkept(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
