package org.balcao.directory.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** How the OpenAPI document describes what a search made of the words; {@link org.balcao.search.SearchReport}. */
final class OpenApiSearch {

    private OpenApiSearch() {}

    static Schema report() {
        return object("What was made of the words; absent where none were searched for")
                .addProperty(
                        "understood",
                        list(object("A part of what was typed")
                                .addProperty("text", text("As typed"))
                                .addProperty(
                                        "kind",
                                        text("What it was taken for")
                                                .enumeration(List.of(
                                                        "need",
                                                        "audience",
                                                        "place",
                                                        "spoken",
                                                        "synonym",
                                                        "free",
                                                        "open_now",
                                                        "open_at",
                                                        "contact",
                                                        "phone",
                                                        "online",
                                                        "word",
                                                        "corrected",
                                                        "unknown")))
                                .addProperty(
                                        "code", text("Of a need, audience, place or language; the moment of open_at"))
                                .addProperty(
                                        "name", text("In the reader's language; of a synonym, what was searched for"))
                                .addProperty(
                                        "timezone",
                                        text("Of open_at: the zone in which the day or hour was taken, that of the place asked for")
                                                .example("Atlantic/Azores"))
                                .required(List.of("text", "kind"))))
                .addProperty(
                        "loosened",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.BOOLEAN)
                                .description("No service has everything, so those with most of it are given"))
                .addProperty(
                        "urgent", list(text("A kind of danger the words speak of; the right lines then come first")))
                .addProperty(
                        "certainty",
                        text("How sure it is what was meant: sure; unsure, so that topics are offered; outside, which means that"
                                        + " it is understood and there is no door for it here")
                                .enumeration(List.of("sure", "unsure", "outside")))
                .addProperty(
                        "help_first",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.BOOLEAN)
                                .description(
                                        "The first service of this page helps with anything, since it is not known which is meant"))
                .addProperty(
                        "topics",
                        list(object("A need that may be meant")
                                .addProperty("code", text("Its code in the taxonomy balcao-needs"))
                                .addProperty("name", text("In the reader's language"))
                                .required(List.of("code", "name"))))
                .addProperty(
                        "nearest",
                        list(object("Where nothing was found: what one filter less would find")
                                .addProperty("without", text("The name of the filter's parameter"))
                                .addProperty("total", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                                .required(List.of("without", "total"))))
                .required(List.of("loosened", "certainty", "help_first"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(items);
    }
}
