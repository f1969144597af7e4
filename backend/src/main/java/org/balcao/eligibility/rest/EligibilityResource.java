package org.balcao.eligibility.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.balcao.eligibility.engine.Assessment;
import org.balcao.eligibility.engine.Assessor;
import org.balcao.eligibility.engine.Fact;
import org.balcao.eligibility.engine.Pack;
import org.balcao.eligibility.engine.Programme;
import org.balcao.eligibility.rest.EligibilityViews.AnswerView;
import org.balcao.eligibility.rest.EligibilityViews.CheckView;
import org.balcao.eligibility.rest.EligibilityViews.JwkView;
import org.balcao.eligibility.rest.EligibilityViews.ProgrammeView;
import org.balcao.eligibility.rest.EligibilityViews.ProgrammesView;
import org.balcao.eligibility.rest.EligibilityViews.SignatureView;
import org.balcao.eligibility.usecase.Batch;
import org.balcao.eligibility.usecase.ServedRules;
import org.balcao.eligibility.usecase.ServedRules.Served;
import org.balcao.limit.Limit;
import org.balcao.limit.Limited;
import org.balcao.shared.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people may be entitled to, by rules with a date and a source. Nothing that is asked here is stored or logged. */
@Path("/eligibility")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
@Tag(name = "optional")
public class EligibilityResource {

    private static final ZoneId HERE = ZoneId.of("Europe/Lisbon");
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final ServedRules rules;
    private final Sentences sentences;
    private final Clock clock;

    EligibilityResource(ServedRules rules, Sentences sentences, Clock clock) {
        this.rules = rules;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GET
    @Path("/pack")
    @Operation(
            operationId = "getEligibilityPack",
            summary = "All rules in one file, to be evaluated on the reader's own device",
            description = "Canonical JSON (RFC 8785); the entity tag is its SHA-256.")
    @APIResponse(
            responseCode = "200",
            description = "The pack",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response getPack(@Context Request request) {
        Served served = rules.now();
        EntityTag tag = new EntityTag(served.id(), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(served.content()) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    @GET
    @Path("/pack/signature")
    @Operation(
            operationId = "getEligibilityPackSignature",
            summary = "The signature of the pack that is served",
            description = "Ed25519 (RFC 8032) over the bytes of the pack, with the key as a JWK (RFC 8037).")
    @APIResponse(
            responseCode = "200",
            description = "The signature",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SignatureView.class)))
    public Response getPackSignature() {
        Served served = rules.now();
        JwkView key = new JwkView("OKP", "Ed25519", "sig", BASE64URL.encodeToString(rules.publicKey()));
        return Response.ok(text(
                        new SignatureView(served.id(), "EdDSA", BASE64URL.encodeToString(served.signature()), key)))
                .build();
    }

    @GET
    @Path("/texts")
    @Operation(
            operationId = "getEligibilityTexts",
            summary = "The sentences of all ids in the pack, in one language",
            description = "By kind of id. Sentences that no native speaker has read say so (reviewed).")
    @APIResponse(
            responseCode = "200",
            description = "The sentences",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response getTexts(
            @Parameter(description = "Languages, best first.") @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        Sentences.In in = sentences.forReader(lang, headers);
        return told(in, each -> in.all());
    }

    @GET
    @Path("/programmes")
    @Operation(operationId = "listEligibilityProgrammes", summary = "What there are rules for")
    @APIResponse(
            responseCode = "200",
            description = "All programmes",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProgrammesView.class)))
    public Response listProgrammes(
            @Parameter(description = "Languages, best first.") @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        return told(
                sentences.forReader(lang, headers),
                each -> each.list(rules.now().pack()));
    }

    @GET
    @Path("/programmes/{id}")
    @Operation(operationId = "getEligibilityProgramme", summary = "One programme with its rules, dates and sources")
    @APIResponse(
            responseCode = "200",
            description = "The programme",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProgrammeView.class)))
    public Response getProgramme(
            String id,
            @Parameter(description = "Languages, best first.") @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        Served served = rules.now();
        Programme found = served.pack().programmes().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no programme with this id"));
        return told(sentences.forReader(lang, headers), each -> each.whole(found, versions(served, found.index())));
    }

    private static JsonNode versions(Served served, int index) {
        try {
            return JSON.readTree(served.content()).get("programmes").get(index).get("versions");
        } catch (JsonProcessingException checkedWhenTaken) {
            throw new IllegalStateException(checkedWhenTaken);
        }
    }

    @POST
    @Path("/checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkEligibility",
            summary = "What the rules say of a person, why, and what to ask next",
            description =
                    "Facts are in the body and nowhere else; nothing is stored or logged. A fact that is left out is not known, "
                            + "and may be known in part: a list of codes, a month or a year, least and most.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CheckView.class),
                            example =
                                    "{\"facts\":{\"arrival_channel\":\"resettlement\",\"protection_status\":\"refugee\","
                                            + "\"arrival_date\":\"2024-08\"},\"as_of\":\"2026-02-10\"}"))
    @APIResponse(
            responseCode = "200",
            description = "An outcome for each programme",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AnswerView.class)))
    public Response check(
            String body,
            @Parameter(description = "Languages, best first.") @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        Served served = rules.now();
        Pack pack = served.pack();
        int today = (int) LocalDate.ofInstant(clock.instant(), HERE).toEpochDay();
        Check check = Check.of(body, pack, today);
        List<Assessment> all = check.programmes().stream()
                .map(each -> Assessor.assess(each, check.answers(), check.asOf()))
                .toList();
        Fact next = Assessor.next(pack, check.answers(), check.asOf(), check.asked());
        Sentences.In in = sentences.forReader(lang, headers);
        return Response.ok(text(new ProgrammeViews(in).answer(served.id(), check.asOf(), all, next)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, in.language())
                .build();
    }

    @POST
    @Path("/batch")
    @Consumes("application/x-ndjson")
    @Produces("application/x-ndjson")
    @Limited(Limit.BATCHES)
    @Operation(
            operationId = "checkEligibilityInBatch",
            summary = "What the rules say of many situations, a line each",
            description =
                    "For planning, with situations of nobody in particular. A line is {\"facts\":{…},\"as_of\":\"2026-11-25\"}; the first may be "
                            + "{\"pack\":{…}}, rules of one's own for this request alone. Answered while it is read; a last line counts all outcomes.")
    @RequestBody(content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "An outcome of each programme for each line, and the counts",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)))
    public Response checkInBatch(
            InputStream lines,
            @Parameter(description = "Only lines with an error and the counts.")
                    @QueryParam("counts_only")
                    @DefaultValue("false")
                    boolean countsOnly) {
        int today = (int) LocalDate.ofInstant(clock.instant(), HERE).toEpochDay();
        Batch batch = new Batch(rules.now().pack(), today, countsOnly);
        StreamingOutput answers = out -> batch.run(lines, out);
        return Response.ok(answers)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response told(Sentences.In in, Function<ProgrammeViews, Object> telling) {
        return Response.ok(text(telling.apply(new ProgrammeViews(in))))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .header(HttpHeaders.CONTENT_LANGUAGE, in.language())
                .header(HttpHeaders.VARY, "Accept-Language")
                .build();
    }

    private static String text(Object view) {
        try {
            return JSON.writeValueAsString(view);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
