package org.balcao.limit.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes into the OpenAPI document that every operation is limited, and how that is told. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiLimits implements OASFilter {
    private static final String NAME = "TooManyRequests";
    private static final String STATUS = "429";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents()
                .addSchema("Challenge", challenge())
                .addSchema(NAME, problem())
                .addResponse(
                        NAME,
                        OASFactory.createAPIResponse()
                                .description(
                                        "Too much was asked from one place of the internet. Where proofs of work are taken, "
                                                + "challenge says what to work at; else wait as long as Retry-After says")
                                .addHeader("Retry-After", header("Seconds", Schema.SchemaType.INTEGER))
                                .addHeader(
                                        "RateLimit-Policy",
                                        header("\"name\";q=quota;w=seconds of the window", Schema.SchemaType.STRING))
                                .addHeader(
                                        "RateLimit",
                                        header(
                                                "\"name\";r=what is left;t=seconds until all is there again",
                                                Schema.SchemaType.STRING))
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                TooManyRequestsView.MEDIA_TYPE,
                                                OASFactory.createMediaType().schema(reference(NAME)))));
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations()
                        .values()
                        .forEach(operation -> operation
                                .getResponses()
                                .addAPIResponse(
                                        STATUS, OASFactory.createAPIResponse().ref("#/components/responses/" + NAME))));
    }

    private static Schema problem() {
        return object("A problem as RFC 9457 writes it, with what can be done sooner than to wait.")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("challenge", reference("Challenge"))
                .required(List.of("type", "title", "status"));
    }

    private static Schema challenge() {
        return object(
                        "What to work at. Find a number n such that the SHA-256 of \"<text>.<n>\" begins with so many zero bits, "
                                + "and send the request again with \"<text>.<n>\" in the header.")
                .addProperty("text", text())
                .addProperty("bits", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("algorithm", text().addEnumeration("SHA-256"))
                .addProperty("header", text().addEnumeration(CountRequests.PROOF))
                .addProperty("until", text().format("date-time"))
                .required(List.of("text", "bits", "algorithm", "header", "until"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private static Header header(String description, Schema.SchemaType type) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }
}
