package org.balcao.directory.rest.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reader should know of a text: the language it is really in, who wrote it, whether someone checked it, whether it is outdated. */
@Schema(
        description =
                "The language a text is really in, whether a person or a machine wrote it, whether it was reviewed, "
                        + "and whether the source text has changed since (stale).")
public record Localized(
        String language,
        @Schema(enumeration = {"human", "machine"}) String origin,
        boolean reviewed,
        boolean stale) {}
