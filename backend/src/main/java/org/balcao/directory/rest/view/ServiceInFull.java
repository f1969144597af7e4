package org.balcao.directory.rest.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;
import org.balcao.directory.model.Service;
import org.balcao.directory.rest.view.Parts.AttributeView;
import org.balcao.directory.rest.view.Parts.CapacityView;
import org.balcao.directory.rest.view.Parts.ContactView;
import org.balcao.directory.rest.view.Parts.CostOptionView;
import org.balcao.directory.rest.view.Parts.FundingView;
import org.balcao.directory.rest.view.Parts.MetadataView;
import org.balcao.directory.rest.view.Parts.PhoneView;
import org.balcao.directory.rest.view.Parts.RequiredDocumentView;
import org.balcao.directory.rest.view.Parts.ScheduleView;
import org.balcao.directory.rest.view.Parts.UrlView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A service with everything known of it. Its organization comes without a list of all its places: where this service is given stands
 * in its own {@code service_at_locations}.
 */
@Schema(name = "Service")
public record ServiceInFull(
        @JsonUnwrapped ServiceCore core,

        @Schema(description = "The Portuguese name, where the one above is another: it is what the counter knows.")
        String sourceName,

        OrganizationInFull organization,
        List<UrlView> additionalUrls,
        List<PhoneView> phones,
        List<ScheduleView> schedules,
        List<ServiceAtLocationView> serviceAtLocations,
        List<FundingView> funding,
        List<CostOptionView> costOptions,
        List<RequiredDocumentView> requiredDocuments,
        List<ContactView> contacts,
        List<CapacityView> capacities,
        List<AttributeView> attributes,
        List<MetadataView> metadata,
        @Schema(description = "Where its facts were read.") List<SourceView> sources,

        @Schema(
                description =
                        "Each text in each language it exists in; where lang is asked, in its own language, in those and in Portuguese only.")
        List<TranslationView> translations) {

    public static ServiceInFull of(Service service, RenderContext context) {
        List<ServiceAtLocationView> places = service.serviceAtLocations.stream()
                .map(given -> ServiceAtLocationView.nested(given, context))
                .toList();
        return of(
                ServiceCore.of(service, context),
                service,
                context,
                OrganizationInFull.nested(service.organization, context),
                places);
    }

    /** Under its organization, which is not repeated. */
    static ServiceInFull under(Service service, RenderContext context) {
        List<ServiceAtLocationView> places = service.serviceAtLocations.stream()
                .map(given -> ServiceAtLocationView.nested(given, context))
                .toList();
        return of(ServiceCore.of(service, context), service, context, null, places);
    }

    /** At one of its places, without listing them again. */
    static ServiceInFull atLocation(Service service, RenderContext context) {
        return of(
                ServiceCore.withoutPlaces(service, context),
                service,
                context,
                OrganizationInFull.nested(service.organization, context),
                null);
    }

    private static ServiceInFull of(
            ServiceCore core,
            Service service,
            RenderContext context,
            OrganizationInFull organization,
            List<ServiceAtLocationView> places) {
        return new ServiceInFull(
                core,
                Objects.equals(core.name(), service.name) ? null : service.name,
                organization,
                UrlView.of(service.additionalUrls),
                PhoneView.of(service.phones, context),
                ScheduleView.of(service.schedules, context),
                places,
                FundingView.of(service.funding),
                CostOptionView.of(service.costOptions),
                RequiredDocumentView.of(service.requiredDocuments, context),
                ContactView.of(service.contacts, context),
                CapacityView.of(service.capacities),
                AttributeView.of(service.attributes, context),
                MetadataView.of(service.metadata),
                SourceView.of(service.sources),
                TranslationView.of(service, ServiceCore.sourceTexts(service), context));
    }
}
