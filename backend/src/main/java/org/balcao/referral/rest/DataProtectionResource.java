package org.balcao.referral.rest;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.balcao.access.Role;
import org.balcao.referral.rest.VitalInterestsResource.VitalInterestView;
import org.balcao.referral.store.Touched.By;
import org.balcao.referral.store.Touched.Happened;
import org.balcao.referral.store.Touched.Row;
import org.balcao.referral.usecase.ReadAudit;
import org.balcao.referral.usecase.ReadAudit.Summary;
import org.balcao.shared.Dates;
import org.balcao.shared.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For the data protection officer: skeletons and what happened, and nothing of any person. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDITOR)
@RunOnVirtualThread
@Tag(name = "referrals")
public class DataProtectionResource {
    private static final String CSV = "text/csv";
    private static final CsvMapper CSV_MAPPER = CsvMapper.csvBuilder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    @Schema(
            name = "Touched",
            description = "What somebody touched in a window: for the notice of a breach (GDPR article 33).")
    record TouchedView(
            @Schema(description = "How many referrals.") int referrals,

            @Schema(description = "Of how many the sealed part was opened.")
            int opened,

            @Schema(description = "The first hundred by time; format=csv gives all.")
            List<TouchedReferralView> contents) {}

    @Schema(name = "TouchedReferral")
    record TouchedReferralView(
            UUID referralId,
            UUID senderOrganizationId,
            UUID receiverOrganizationId,
            String state,
            String legalBasis,
            int events,
            boolean opened,
            Instant firstAt,
            Instant lastAt) {

        static TouchedReferralView of(Row row) {
            return new TouchedReferralView(
                    row.referralId(),
                    row.senderOrg(),
                    row.receiverOrg(),
                    row.state(),
                    row.legalBasis(),
                    row.events(),
                    row.opened(),
                    row.firstAt(),
                    row.lastAt());
        }
    }

    @Schema(name = "AuditedEvent")
    record HappenedView(
            int seq,
            String kind,
            String actor,

            @Schema(description = "As the identity provider calls them.")
            String subject,

            UUID organizationId,
            String from,
            String to,
            String code,
            Instant at) {

        static HappenedView of(Happened event) {
            return new HappenedView(
                    event.seq(),
                    event.kind(),
                    event.actor(),
                    event.actorSubject(),
                    event.actorOrg(),
                    event.fromState(),
                    event.toState(),
                    event.code(),
                    event.at());
        }
    }

    private final ReadAudit readAudit;

    DataProtectionResource(ReadAudit readAudit) {
        this.readAudit = readAudit;
    }

    @GET
    @Path("/touched")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "listTouchedReferrals",
            summary = "Every referral that a person, program or organization touched in a window",
            description =
                    "After a breach: what somebody with that account could have seen. At least one of subject and organization is needed.")
    @APIResponse(
            responseCode = "200",
            description = "How many, and the first hundred; with format=csv all of them",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TouchedView.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public Response touched(
            @Parameter(description = "As the identity provider calls them.") @QueryParam("subject") String subject,
            @QueryParam("organization") String organization,
            @Parameter(required = true, description = "A moment, as 2026-11-25T00:00:00Z.") @QueryParam("from")
                    String from,
            @Parameter(required = true, description = "Before this moment.") @QueryParam("to") String to,
            @Parameter(schema = @Schema(enumeration = {"json", "csv"})) @QueryParam("format") String format) {
        By by = new By(subject, id(organization));
        if (by.subject() == null && by.organization() == null) {
            throw ProblemType.INVALID_QUERY.at("subject", "is missing, and organization too");
        }
        Instant begin = moment("from", from);
        Instant end = moment("to", to);
        if (format != null && !List.of("json", "csv").contains(format)) {
            throw ProblemType.INVALID_QUERY.at("format", "must be one of json, csv");
        }
        if ("csv".equals(format)) {
            return Replies.unkept((StreamingOutput) out -> write(by, begin, end, out))
                    .type(CSV + "; charset=utf-8; header=present")
                    .header("Content-Disposition", "attachment; filename=touched.csv")
                    .build();
        }
        Summary summary = readAudit.touchedBy(by, begin, end);
        return Replies.unkept(new TouchedView(
                        summary.total().referrals(),
                        summary.total().opened(),
                        summary.first().stream().map(TouchedReferralView::of).toList()))
                .build();
    }

    private void write(By by, Instant from, Instant to, OutputStream out) throws IOException {
        try (SequenceWriter rows = CSV_MAPPER
                .writerFor(TouchedReferralView.class)
                .with(CSV_MAPPER.schemaFor(TouchedReferralView.class).withHeader())
                .writeValues(out)) {
            readAudit.eachTouchedBy(by, from, to, row -> {
                try {
                    rows.write(TouchedReferralView.of(row));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        }
    }

    @GET
    @Path("/referrals/{id}")
    @Operation(operationId = "getReferralHistory", summary = "All that happened to one referral, and who did it")
    @APIResponse(
            responseCode = "200",
            description = "The events, the first first",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = HappenedView.class)))
    public Response history(UUID id) {
        return Replies.unkept(
                        readAudit.history(id).stream().map(HappenedView::of).toList())
                .build();
    }

    @GET
    @Path("/vital-interests")
    @Operation(operationId = "listAllVitalInterests", summary = "What was, or was to be, sent without agreement")
    @APIResponse(
            responseCode = "200",
            description = "The last two hundred, newest first",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = VitalInterestView.class)))
    public Response vitalInterests() {
        return Replies.unkept(readAudit.vitalInterests().stream()
                        .map(each -> VitalInterestView.of(each, null))
                        .toList())
                .build();
    }

    private static UUID id(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw ProblemType.INVALID_QUERY.at(
                    "organization", "must be a UUID, such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301");
        }
    }

    private static Instant moment(String field, String text) {
        if (text == null) {
            throw ProblemType.INVALID_QUERY.at(field, "is missing");
        }
        return Dates.moment(text).orElseThrow(() -> ProblemType.INVALID_QUERY.at(field, Dates.WANTED_MOMENT));
    }
}
