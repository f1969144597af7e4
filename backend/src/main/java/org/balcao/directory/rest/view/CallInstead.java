package org.balcao.directory.rest.view;

import java.util.Optional;
import java.util.UUID;
import org.balcao.directory.rest.view.Parts.PhoneView;
import org.balcao.directory.store.HelpLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The public line that answers where no contact of a service is known. */
@Schema(name = "CallInstead")
public record CallInstead(
        @Schema(description = "Its own listing, with its sources.")
        UUID serviceId,

        String name,
        String number,

        @Schema(description = "The number to dial, as a tel: address.")
        String uri) {

    static CallInstead of(Optional<HelpLine.Line> line) {
        return line.map(each -> new CallInstead(
                        each.serviceId(), each.name(), each.number(), PhoneView.dial(each.number(), null)))
                .orElse(null);
    }
}
