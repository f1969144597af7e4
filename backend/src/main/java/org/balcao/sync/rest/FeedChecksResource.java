package org.balcao.sync.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.balcao.limit.Limit;
import org.balcao.limit.Limited;
import org.balcao.outbound.Unreachable;
import org.balcao.shared.problem.ProblemType;
import org.balcao.sync.format.FeedRefused;
import org.balcao.sync.model.FeedReport;
import org.balcao.sync.model.FeedReport.Finding;
import org.balcao.sync.model.FeedReport.Place;
import org.balcao.sync.model.Kind;
import org.balcao.sync.usecase.CheckFeed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Anybody's feed is read as if it were delivered, and nothing of it is kept. */
@Path("/feed-checks")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "sync")
public class FeedChecksResource {
    private static final int LONGEST = 500;

    @Schema(name = "FeedReport", description = "What would become of a feed here.")
    record ReportView(
            @Schema(enumeration = {"json", "json_lines", "tabular", "spreadsheet", "csv"})
            String format,

            @Schema(description = "By type how many records there are.")
            Map<String, Integer> records,

            @Schema(description = "So many would be kept back.")
            int keptBack,

            @Schema(description = "Errors first, then by how often.")
            List<FindingView> findings) {
        static ReportView of(FeedReport report) {
            return new ReportView(
                    report.format(),
                    report.records().entrySet().stream()
                            .collect(Collectors.toMap(each -> plural(each.getKey()), Map.Entry::getValue)),
                    report.keptBack(),
                    report.findings().stream().map(FindingView::of).toList());
        }

        private static String plural(Kind kind) {
            return kind.plural();
        }
    }

    @Schema(name = "FeedFinding")
    record FindingView(
            @Schema(enumeration = {"error", "left_out", "warning"})
            String level,

            String code,

            @Schema(description = "A JSON pointer without the places in lists.")
            String field,

            int count,

            @Schema(description = "The first three.") List<PlaceView> places) {
        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.level(),
                    finding.code(),
                    finding.field(),
                    finding.count(),
                    finding.places().stream().map(PlaceView::of).toList());
        }
    }

    @Schema(name = "FeedPlace")
    record PlaceView(Integer line, String externalId, String pointer, String message, String nearest) {
        static PlaceView of(Place place) {
            return new PlaceView(
                    place.line() == 0 ? null : place.line(),
                    place.externalId(),
                    place.pointer(),
                    place.message(),
                    place.nearest());
        }
    }

    @Schema(name = "FeedAddress")
    record AddressBody(
            @Schema(required = true, description = "Begins with https:// and leads to the public internet.")
            String url) {}

    private final CheckFeed checkFeed;

    FeedChecksResource(CheckFeed checkFeed) {
        this.checkFeed = checkFeed;
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Limited(Limit.CHECKS)
    @Operation(
            operationId = "checkFeed",
            summary = "What would become of a file here",
            description = "Any format that can be delivered, up to 20 megabytes.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "Its report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response file(InputStream content) {
        try {
            return view(checkFeed.file(content));
        } catch (FeedRefused refused) {
            throw refused("", refused.code(), refused.getMessage());
        }
    }

    @POST
    @Path("/address")
    @Consumes(MediaType.APPLICATION_JSON)
    @Limited(Limit.CHECKS)
    @Operation(operationId = "checkFeedAt", summary = "What would become of what is published at an address")
    @APIResponse(
            responseCode = "200",
            description = "Its report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response address(AddressBody body) {
        if (body == null || body.url() == null || body.url().length() > LONGEST) {
            throw ProblemType.UNPROCESSABLE.at("/url", "is missing, or longer than " + LONGEST);
        }
        try {
            return view(checkFeed.at(body.url()));
        } catch (Unreachable unreachable) {
            throw refused("/url", unreachable.code(), unreachable.getMessage());
        } catch (FeedRefused refused) {
            throw refused("", refused.code(), refused.getMessage());
        }
    }

    private static RuntimeException refused(String field, String code, String sentence) {
        return ProblemType.UNPROCESSABLE.at(field, code + ": " + sentence);
    }

    private static Response view(FeedReport report) {
        return Response.ok(ReportView.of(report))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
