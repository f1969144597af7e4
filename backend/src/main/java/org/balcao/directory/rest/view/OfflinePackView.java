package org.balcao.directory.rest.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.search.OfflineWords;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The active services in one language, for a device that is going to have no network.
 *
 * @param terms needs and audiences; with a whole pack only
 * @param words what typed words are compared with; with a whole pack only
 * @param places districts, autonomous regions and municipalities; with a whole pack only
 */
@Schema(name = "OfflinePack")
public record OfflinePackView(
        @Schema(
                description =
                        "What the directory was like when the pack was made; send it as since to learn what changed.")
        String asOf,

        String language,

        @Schema(description = "False where it says only what changed since the pack that was named.")
        boolean whole,

        @Schema(description = "True where there are more services than a pack holds, and the newest are left out.")
        boolean truncated,

        List<PackedTerm> terms,
        OfflineWords words,
        List<PackedPlace> places,
        List<ServiceInPack> services,

        @Schema(description = "Services of the earlier pack that are not in this one any more.")
        List<UUID> removed) {

    /**
     * A need or an audience.
     *
     * @param code its id where it has none
     * @param parent the code of the wider term
     * @param localized what is known of its name, as in a service of the pack
     */
    @Schema(name = "OfflineTerm")
    public record PackedTerm(String code, String name, String parent, Map<String, String> localized) {
        public static PackedTerm of(TermView term, String parent) {
            return new PackedTerm(codeOf(term), term.name(), parent, InShort.of(term.localized()));
        }

        public static String codeOf(TermView term) {
            return term.code() == null ? term.id().toString() : term.code();
        }
    }

    /** A district, autonomous region or municipality. */
    @Schema(name = "OfflineRegion")
    public record PackedPlace(String code, String name, String level, String parentCode) {}
}
