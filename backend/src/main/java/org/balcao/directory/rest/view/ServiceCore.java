package org.balcao.directory.rest.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.Service;
import org.balcao.directory.model.WayIn;
import org.balcao.directory.rest.view.Parts.ProgramView;
import org.balcao.directory.rest.view.Parts.ServiceAreaView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What every form of a service says: the scalars of HSDS and the additions of our profile that a card needs. */
public record ServiceCore(
        UUID id,
        String name,
        String alternateName,
        String description,
        String url,
        String email,

        @Schema(enumeration = {"active", "inactive", "defunct", "temporarily closed"})
        String status,

        String interpretationServices,
        String applicationProcess,
        String feesDescription,
        String accreditations,
        String eligibilityDescription,
        BigDecimal minimumAge,
        BigDecimal maximumAge,
        LocalDate assuredDate,
        String assurerEmail,
        String alert,
        Instant lastModified,
        ProgramView program,
        Map<String, Localized> localized,

        @Schema(
                enumeration = {"high", "medium", "low"},
                description = "How sure we are, from the sources; low means not confirmed.")
        String confidence,

        @Schema(
                enumeration = {"fresh", "ageing", "stale", "hidden"},
                description =
                        "Whether somebody looked at the listing lately: ageing after 180 days, or where its newest source is older than that and nobody looked since, stale (after the others) from 270, hidden (not found by who searches) from 365.")
        String freshness,

        @Schema(description = "Who checked the listing on the assured date, as a role or an organization.")
        String assurer,

        @Schema(
                description =
                        "The date of its newest source, as exact as that is: 2023, 2023-07 or 2023-07-31; absent where no source is dated.")
        String sourcesAsOf,

        @Schema(
                enumeration = {"known", "none"},
                description =
                        "Whether a telephone, an e-mail address, a site or an address is known, of the service, a place of it or its organization.")
        String contactStatus,

        @Schema(description = "Who to call where no contact is known.")
        CallInstead callInstead,

        List<TermView> needs,
        List<TermView> audiences,

        @Schema(description = "in_person, phone, online; absent when not known.")
        List<String> deliveryModes,

        Access access,
        @Schema(description = "Absent when not known.") Boolean free,
        @Schema(description = "Absent when not known.") Boolean interpreterAvailable,
        List<LanguageView> languages,
        ContactPhone contactPhone,
        List<ServicePlace> places,
        List<ServiceAreaView> serviceAreas,

        @Schema(description = "Whether it is for the whole country; absent when no area is known.")
        Boolean nationwide,

        OpeningHoursView openingHours) {

    static ServiceCore of(Service service, RenderContext context) {
        return of(
                service,
                context,
                service.serviceAtLocations.stream()
                        .map(given -> ServicePlace.of(given, context))
                        .toList());
    }

    /** At one of its places, which is told beside it. */
    static ServiceCore withoutPlaces(Service service, RenderContext context) {
        return of(service, context, List.of());
    }

    private static ServiceCore of(Service service, RenderContext context, List<ServicePlace> places) {
        RenderContext.Texts texts = context.texts(service);
        Access access = Access.of(service, texts);
        return new ServiceCore(
                service.id,
                texts.in("name", service.name),
                texts.in("alternate_name", service.alternateName),
                texts.in("description", service.description),
                service.url,
                service.email,
                service.status,
                texts.in("interpretation_services", service.interpretationServices),
                texts.in("application_process", service.applicationProcess),
                texts.in("fees_description", service.feesDescription),
                service.accreditations,
                texts.in("eligibility_description", service.eligibilityDescription),
                Numbers.readable(service.minimumAge),
                Numbers.readable(service.maximumAge),
                service.assuredDate,
                service.assurerEmail,
                texts.in("alert", service.alert),
                service.lastModified,
                service.program == null ? null : ProgramView.of(service.program, context),
                texts.localized(),
                service.confidence,
                freshness(service, context),
                service.assurer,
                service.sourcesAsOf,
                WayIn.isKnown(service) ? "known" : "none",
                WayIn.isKnown(service) ? null : CallInstead.of(context.callInstead()),
                TermView.of(service.attributes, TermView.NEEDS, context),
                TermView.of(service.attributes, TermView.AUDIENCES, context),
                service.deliveryModes,
                access,
                service.free,
                service.interpreterAvailable,
                LanguageView.of(service.languages),
                ContactPhone.of(service, context),
                places,
                ServiceAreaView.of(service.serviceAreas),
                service.serviceAreas.isEmpty()
                        ? null
                        : service.serviceAreas.stream().anyMatch(area -> area.nationwide),
                context.hours()
                        .of(service)
                        .map(hours -> OpeningHoursView.of(
                                hours, context.hours().schedules(service), service.byAppointmentOnly, context))
                        .orElse(null));
    }

    /** Nobody has looked since its newest source, which is old: that marks it, but does not take it out of the search. */
    private static String freshness(Service service, RenderContext context) {
        boolean marked = service.freshness == null || service.freshness.equals("fresh");
        return marked && service.assuredDate == null && SourceDate.isOlder(service.sourcesAsOf, context.now())
                ? "ageing"
                : service.freshness;
    }

    /** The texts of a service as its source has them, by their HSDS names. */
    static Map<String, String> sourceTexts(Service service) {
        Map<String, String> texts = new HashMap<>();
        texts.put("name", service.name);
        texts.put("alternate_name", service.alternateName);
        texts.put("description", service.description);
        texts.put("interpretation_services", service.interpretationServices);
        texts.put("application_process", service.applicationProcess);
        texts.put("fees_description", service.feesDescription);
        texts.put("eligibility_description", service.eligibilityDescription);
        texts.put("alert", service.alert);
        texts.put("who_may_refer", Access.words(service));
        return texts;
    }
}
