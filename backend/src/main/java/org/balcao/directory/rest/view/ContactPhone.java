package org.balcao.directory.rest.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.balcao.directory.model.Phone;
import org.balcao.directory.model.Service;
import org.balcao.directory.model.ServiceAtLocation;
import org.balcao.directory.rest.view.Parts.PhoneView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The one number to show beside a service: its own, else that of its only place, else that of its organization. */
@Schema(name = "ContactPhone")
public record ContactPhone(
        String number,
        Integer extension,

        @Schema(description = "The number to dial, as a tel: address.")
        String uri,

        @Schema(enumeration = {"service", "organization", "location"})
        String of,

        String description,
        Map<String, Localized> localized) {

    static ContactPhone of(Service service, RenderContext context) {
        return first(service.phones, "service", context)
                .or(() -> ofOnlyPlace(service, context))
                .or(() -> first(service.organization.phones, "organization", context))
                .orElse(null);
    }

    private static Optional<ContactPhone> ofOnlyPlace(Service service, RenderContext context) {
        if (service.serviceAtLocations.size() != 1) {
            return Optional.empty();
        }
        ServiceAtLocation given = service.serviceAtLocations.getFirst();
        List<Phone> phones = VisiblePlace.of(given.location, context).hidden()
                ? given.phones
                : Stream.concat(given.phones.stream(), given.location.phones.stream())
                        .toList();
        return first(phones, "location", context);
    }

    private static Optional<ContactPhone> first(List<Phone> phones, String of, RenderContext context) {
        return phones.stream()
                .filter(phone -> !"fax".equals(phone.type))
                .findFirst()
                .map(phone -> {
                    RenderContext.Texts texts = context.texts(phone);
                    return new ContactPhone(
                            phone.number,
                            phone.extension,
                            PhoneView.dial(phone.number, phone.extension),
                            of,
                            texts.in("description", phone.description),
                            texts.localized());
                });
    }
}
