package org.balcao.directory.rest.view;

import java.util.List;
import org.balcao.directory.model.Service;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a person gets in, as far as the sources say. */
@Schema(name = "Access", description = "How a person gets in, as far as the sources say.")
public record Access(
        @Schema(enumeration = {"walk_in", "appointment", "phone", "email", "form", "referral"})
        List<String> modes,

        Boolean byAppointmentOnly,
        List<String> whoMayRefer) {

    static Access of(Service service) {
        boolean nothingSaid =
                service.accessModes.isEmpty() && service.byAppointmentOnly == null && service.whoMayRefer.isEmpty();
        return nothingSaid ? null : new Access(service.accessModes, service.byAppointmentOnly, service.whoMayRefer);
    }
}
