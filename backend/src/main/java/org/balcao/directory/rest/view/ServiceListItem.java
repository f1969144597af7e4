package org.balcao.directory.rest.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.balcao.directory.model.Service;
import org.balcao.search.Reason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A service as lists give it: its scalars, its organization in short, and what a card shows. */
@Schema(name = "ServiceListItem")
public record ServiceListItem(
        @JsonUnwrapped ServiceCore core,
        OrganizationCore organization,

        @Schema(description = "Metres from lat and lon, where they were given.")
        Integer distanceM,

        @Schema(description = "True where the distance is to the middle of a parish, a town or a municipality.")
        Boolean distanceApproximate,

        @Schema(
                description =
                        "Why it was found, where words were searched for; the points together are its place in the order.")
        List<Reason> because,

        @Schema(
                description =
                        "With fold: how many branches of its program would be in the list too and stand behind it; absent where there are none.")
        Long foldedBranches) {

    public static ServiceListItem of(Service service, RenderContext context) {
        return new ServiceListItem(
                ServiceCore.of(service, context),
                OrganizationCore.of(service.organization, context),
                null,
                null,
                null,
                null);
    }

    /** At one of its places, without listing them again. */
    static ServiceListItem atLocation(Service service, RenderContext context) {
        return new ServiceListItem(
                ServiceCore.withoutPlaces(service, context),
                OrganizationCore.of(service.organization, context),
                null,
                null,
                null,
                null);
    }

    /** Under its organization or place, which says who gives it. */
    static ServiceListItem under(Service service, RenderContext context) {
        return new ServiceListItem(ServiceCore.of(service, context), null, null, null, null, null);
    }
}
