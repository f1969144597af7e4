package org.balcao.referral.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.balcao.referral.usecase.Audit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The signed roots over what happened to referrals: whoever keeps a copy can tell later whether anything was rewritten. */
@Path("/audit-roots")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "referrals")
public class AuditResource {
    private static final int MOST = 100;
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    @Schema(name = "AuditRoots")
    record RootsView(
            @Schema(description = "Ed25519 (RFC 8037), base64url.")
            String publicKey,

            @Schema(description = "The last hundred, newest first.")
            List<RootView> roots) {}

    @Schema(name = "AuditRoot")
    record RootView(
            @Schema(description = "Events before this moment, and not before the root before.")
            Instant until,

            @Schema(description = "SHA-256 over the events' hashes after the root before, in hexadecimal.")
            String hash,

            @Schema(description = "Ed25519 over the hash, base64url.")
            String signature) {}

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @Operation(operationId = "listAuditRoots", summary = "Signed roots over the events of referrals")
    @APIResponse(
            responseCode = "200",
            description = "The roots",
            content = @Content(schema = @Schema(implementation = RootsView.class)))
    public Response list() {
        List<RootView> roots = audit.newest(MOST).stream()
                .map(root -> new RootView(
                        root.until(),
                        HexFormat.of().formatHex(root.hash()),
                        BASE64URL.encodeToString(root.signature())))
                .toList();
        return Response.ok(new RootsView(BASE64URL.encodeToString(audit.publicKey()), roots))
                .header("Cache-Control", "public, max-age=60")
                .build();
    }
}
