package org.balcao.directory.rest.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many services each further choice would leave. */
@Schema(name = "ServiceFacets")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FacetsView(
        long totalItems,

        @Schema(
                description =
                        "With fold: how many branches stand behind the entries of their programs and are not counted.")
        long foldedItems,

        List<CountedTerm> needs,
        List<CountedTerm> audiences,
        List<CountedPlace> districts,
        List<CountedCode> languages,
        List<CountedValue> deliveryModes,
        Counted free,
        Counted openNow,
        Counted hoursUnknown,
        Counted nationwide) {

    /** A need or an audience; what is counted of a broader term includes its narrower ones. */
    @Schema(name = "CountedTerm")
    public record CountedTerm(@JsonUnwrapped TermView term, long count) {}

    /** A district or autonomous region: services given there, meant for people there, or nationwide. */
    @Schema(name = "CountedPlace")
    public record CountedPlace(
            String code,
            String name,
            long count,

            @Schema(
                    description = "Of these, how many have a door there or are meant for people there, and not only as"
                            + " part of the whole country.")
            long local,

            @Schema(
                    description = "Of these, how many have a door there; the others come to people there, or serve them"
                            + " from elsewhere.")
            long doors) {}

    /** A language. */
    @Schema(name = "CountedLanguage")
    public record CountedCode(String code, long count) {}

    /** A way of delivery. */
    @Schema(name = "CountedValue")
    public record CountedValue(String value, long count) {}

    /** A yes. */
    @Schema(name = "Counted")
    public record Counted(long count) {}
}
