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

        @Schema(
                description =
                        "In the language that the service's localized names for who_may_refer, else in Portuguese.")
        List<String> whoMayRefer) {

    /** @param texts of the service */
    static Access of(Service service, RenderContext.Texts texts) {
        boolean nothingSaid =
                service.accessModes.isEmpty() && service.byAppointmentOnly == null && service.whoMayRefer.isEmpty();
        return nothingSaid
                ? null
                : new Access(service.accessModes, service.byAppointmentOnly, whoMayRefer(service, texts));
    }

    private static List<String> whoMayRefer(Service service, RenderContext.Texts texts) {
        String shown = texts.in("who_may_refer", words(service));
        return shown == null ? List.of() : shown.lines().toList();
    }

    /** Who may refer as one text, each on a line; null where nobody is named. */
    static String words(Service service) {
        return service.whoMayRefer.isEmpty() ? null : String.join("\n", service.whoMayRefer);
    }
}
