package org.balcao.directory.rest.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.ServiceAtLocation;
import org.balcao.directory.rest.view.Parts.AttributeView;
import org.balcao.directory.rest.view.Parts.ContactView;
import org.balcao.directory.rest.view.Parts.MetadataView;
import org.balcao.directory.rest.view.Parts.PhoneView;
import org.balcao.directory.rest.view.Parts.ScheduleView;
import org.balcao.directory.rest.view.Parts.ServiceAreaView;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** HSDS service_at_location: a service being given at a place, with what is particular to it there. */
@Schema(name = "ServiceAtLocation")
public record ServiceAtLocationView(
        UUID id,
        UUID serviceId,
        UUID locationId,
        String description,
        LocationView location,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = ServiceListItem.class,
                description = "In full when read by its id or with full=true.")
        Object service,

        List<ServiceAreaView> serviceAreas,
        List<ContactView> contacts,
        List<PhoneView> phones,
        List<ScheduleView> schedules,
        List<AttributeView> attributes,
        List<MetadataView> metadata,
        OpeningHoursView openingHours,
        Map<String, Localized> localized) {

    /** As lists give it: with its service in list form. */
    public static ServiceAtLocationView listed(ServiceAtLocation given, RenderContext context) {
        return of(given, context, ServiceListItem.atLocation(given.service, context));
    }

    /** With its service in full. */
    public static ServiceAtLocationView full(ServiceAtLocation given, RenderContext context) {
        return of(given, context, ServiceInFull.atLocation(given.service, context));
    }

    static ServiceAtLocationView nested(ServiceAtLocation given, RenderContext context) {
        return of(given, context, null);
    }

    private static ServiceAtLocationView of(ServiceAtLocation given, RenderContext context, Object service) {
        RenderContext.Texts texts = context.texts(given);
        return new ServiceAtLocationView(
                given.id,
                given.service.id,
                given.location.id,
                texts.in("description", given.description),
                LocationView.nested(given.location, context),
                service,
                ServiceAreaView.of(given.serviceAreas),
                ContactView.of(given.contacts, context),
                PhoneView.of(given.phones, context),
                ScheduleView.of(given.schedules, context),
                AttributeView.of(given.attributes, context),
                MetadataView.of(given.metadata),
                OpeningHoursView.of(
                        context.hours().of(given),
                        context.hours().schedules(given),
                        given.service.byAppointmentOnly,
                        context),
                texts.localized());
    }
}
