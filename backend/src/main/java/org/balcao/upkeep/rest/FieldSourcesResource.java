package org.balcao.upkeep.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.balcao.sync.store.Provenance;
import org.balcao.upkeep.store.FieldSources;
import org.balcao.upkeep.store.FieldSources.FieldSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** Who says what a record says, for everybody. */
@Path("/field-sources")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "upkeep")
public class FieldSourcesResource {
    private final FieldSources fieldSources;

    FieldSourcesResource(FieldSources fieldSources) {
        this.fieldSources = fieldSources;
    }

    @Schema(name = "FieldSource", description = "Who said last what a field says.")
    record FieldSourceView(
            @Schema(description = "As HSDS calls it.") String field,

            @Schema(enumeration = {"national_team", "organization", "organization_system", "another"})
            String saidBy,

            @Schema(description = "The name of another's source.")
            String name,

            Instant at) {
        static FieldSourceView of(FieldSource source) {
            String saidBy = switch (source.rank()) {
                case Provenance.NATIONAL_LOCK -> "national_team";
                case Provenance.OWN_EDIT -> "organization";
                case Provenance.OWN_FEED -> "organization_system";
                default -> "another";
            };
            return new FieldSourceView(source.field(), saidBy, source.name(), source.at());
        }
    }

    @GET
    @Cache(maxAge = 60)
    @Path("/{id}")
    @Operation(
            operationId = "getFieldSources",
            summary = "Who says what the fields of a service, an organization or a place say",
            description =
                    "Only fields that somebody delivered or changed here; the others come from the sources that the record names.")
    @APIResponse(responseCode = "200", description = "By field; none if nothing is known of the id")
    public List<FieldSourceView> fieldSources(UUID id) {
        return fieldSources.of(id).stream().map(FieldSourceView::of).toList();
    }
}
