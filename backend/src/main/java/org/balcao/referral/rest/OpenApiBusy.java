package org.balcao.referral.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes into the OpenAPI document what operations that hash codes answer when too many are hashed. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiBusy implements OASFilter {
    static final String NAME = "Busy";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents()
                .addResponse(
                        NAME,
                        OASFactory.createAPIResponse()
                                .description(
                                        "Too many codes are being hashed (busy). Nothing was done: send it again after Retry-After")
                                .addHeader(
                                        "Retry-After",
                                        OASFactory.createHeader()
                                                .description("Seconds")
                                                .schema(OASFactory.createSchema()
                                                        .addType(Schema.SchemaType.INTEGER)))
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/Problem")))));
    }
}
