package org.balcao.directory.rest.view;

import java.util.List;
import java.util.UUID;
import org.balcao.search.Suggestion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the letters typed so far may mean, the likeliest first. */
@Schema(name = "Suggestions")
public record SuggestionsView(List<SuggestionView> suggestions) {

    /** One of them. */
    @Schema(name = "Suggestion")
    public record SuggestionView(
            @Schema(enumeration = {"need", "service", "place"})
            String kind,

            @Schema(description = "Of a need, or the official code of a place.")
            String code,

            @Schema(description = "Of a service.") UUID id,
            String name,

            @Schema(description = "The language of a service's name.")
            String language,

            @Schema(enumeration = {"district", "autonomous_region", "municipality"})
            String level) {}

    public static SuggestionsView of(List<Suggestion> suggestions) {
        return new SuggestionsView(suggestions.stream()
                .map(each -> new SuggestionView(
                        each.kind(), each.code(), each.id(), each.name(), each.language(), each.level()))
                .toList());
    }
}
