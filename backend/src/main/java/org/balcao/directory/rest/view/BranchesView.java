package org.balcao.directory.rest.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.Service;
import org.balcao.directory.store.ProgramBranches.Branch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The branches behind the entry of a program, by place. */
@Schema(name = "Branches")
public record BranchesView(
        @Schema(description = "Absent where there are none.")
        List<BranchView> branches) {

    /** A branch at one of its places. */
    @Schema(name = "Branch")
    public record BranchView(
            UUID serviceId,
            String name,

            @Schema(
                    description =
                            "The municipality it is in or for; where none is known, the district or autonomous region; absent where neither is.")
            String placeCode,

            String placeName,

            @Schema(description = "Of a municipality: the district or autonomous region it lies in.")
            String districtName,

            @Schema(description = "The middle of that place, not of a door. Degrees, WGS 84.")
            Double latitude,

            Double longitude,
            Map<String, Localized> localized) {}

    /** What is shown of the name of a service. */
    public record Name(String text, Map<String, Localized> localized) {

        public static Name of(Service service, RenderContext context) {
            RenderContext.Texts texts = context.texts(service);
            return new Name(texts.in("name", service.name), texts.localized());
        }

        public BranchView at(Branch branch) {
            return new BranchView(
                    branch.service(),
                    text,
                    branch.code(),
                    branch.place(),
                    branch.district(),
                    branch.latitude(),
                    branch.longitude(),
                    localized);
        }
    }
}
