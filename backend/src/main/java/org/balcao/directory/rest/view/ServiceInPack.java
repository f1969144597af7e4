package org.balcao.directory.rest.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.balcao.directory.model.Contact;
import org.balcao.directory.model.Service;
import org.balcao.directory.rest.view.Parts.CostOptionView;
import org.balcao.directory.rest.view.Parts.PhoneView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A service as a device keeps it for when there is no network: what a card and its own page need, under the names that the other answers have
 * for it, and nothing else. It is one of the active ones; needs and audiences are codes, whose terms stand once in the pack.
 */
@Schema(name = "OfflineService")
public record ServiceInPack(
        UUID id,
        String name,

        @Schema(description = "The Portuguese name, where the one above is another; people know some services by it.")
        String sourceName,

        String alternateName,
        String description,
        String alert,
        String url,
        List<Link> additionalUrls,

        @Schema(description = "Its own address, else that of its first contact that has one.")
        String email,

        List<Call> phones,
        ContactPhone contactPhone,

        @Schema(
                enumeration = {"none"},
                description = "Where no telephone, e-mail address, site or address is known; else absent.")
        String contactStatus,

        CallInstead callInstead,
        Provider organization,
        ProgramInShort program,
        List<String> needs,
        List<String> audiences,
        List<String> deliveryModes,
        Access access,
        Boolean free,
        Boolean interpreterAvailable,
        String interpretationServices,
        String applicationProcess,
        String eligibilityDescription,
        BigDecimal minimumAge,
        BigDecimal maximumAge,
        List<Paper> requiredDocuments,
        String feesDescription,
        List<Price> costOptions,
        List<Tongue> languages,
        List<Area> serviceAreas,
        Boolean nationwide,
        OpeningHoursView openingHours,
        List<OfflinePlace> serviceAtLocations,
        String confidence,
        String freshness,
        LocalDate assuredDate,
        String sourcesAsOf,
        Map<String, String> localized) {

    /** A telephone. */
    @Schema(name = "OfflinePhone")
    public record Call(
            String number,
            Integer extension,
            String type,
            String description,
            String uri,
            Map<String, String> localized) {

        static List<Call> of(List<PhoneView> phones) {
            return phones == null
                    ? null
                    : phones.stream()
                            .map(each -> new Call(
                                    each.number(),
                                    each.extension(),
                                    each.type(),
                                    each.description(),
                                    each.uri(),
                                    InShort.of(each.localized())))
                            .toList();
        }
    }

    /** A page about it. */
    @Schema(name = "OfflineLink")
    public record Link(String label, String url) {}

    /** Who gives it. */
    @Schema(name = "OfflineProvider")
    public record Provider(
            UUID id,
            String name,
            String email,
            String website,
            String uri,
            List<Call> phones,
            Map<String, String> localized) {}

    /** The program it belongs to. */
    @Schema(name = "OfflineProgram")
    public record ProgramInShort(UUID id, String name, UUID organizationId) {}

    /** A paper to bring. */
    @Schema(name = "OfflinePaper")
    public record Paper(String document, String uri) {}

    /** What something costs. */
    @Schema(name = "OfflinePrice")
    public record Price(String option, String currency, BigDecimal amount, String amountDescription) {}

    /** A language that is spoken. */
    @Schema(name = "OfflineLanguage")
    public record Tongue(String code, String name) {}

    /** Where it is for. */
    @Schema(name = "OfflineArea")
    public record Area(String name, String placeCode) {}

    public static ServiceInPack of(Service service, RenderContext context) {
        // The scalars are those of every other form of a service, so that nothing is shown here that is held back
        // there.
        ServiceCore core = ServiceCore.withoutPlaces(service, context);
        String sourceName = Objects.equals(core.name(), service.name) ? null : service.name;
        return new ServiceInPack(
                core.id(),
                core.name(),
                sourceName,
                core.alternateName(),
                core.description(),
                core.alert(),
                core.url(),
                service.additionalUrls.stream()
                        .map(each -> new Link(each.label, each.url))
                        .toList(),
                email(service),
                Call.of(PhoneView.of(service.phones, context)),
                core.contactPhone(),
                "none".equals(core.contactStatus()) ? "none" : null,
                core.callInstead(),
                provider(service, context),
                service.program == null
                        ? null
                        : new ProgramInShort(
                                core.program().id(),
                                core.program().name(),
                                core.program().organizationId()),
                codes(core.needs()),
                codes(core.audiences()),
                core.deliveryModes(),
                core.access(),
                core.free(),
                core.interpreterAvailable(),
                core.interpretationServices(),
                core.applicationProcess(),
                core.eligibilityDescription(),
                core.minimumAge(),
                core.maximumAge(),
                service.requiredDocuments.stream()
                        .map(each -> new Paper(context.texts(each).in("document", each.document), each.uri))
                        .toList(),
                core.feesDescription(),
                CostOptionView.of(service.costOptions).stream()
                        .map(each -> new Price(each.option(), each.currency(), each.amount(), each.amountDescription()))
                        .toList(),
                core.languages().stream()
                        .map(each -> new Tongue(each.code(), each.code() == null ? each.name() : null))
                        .toList(),
                core.serviceAreas().stream()
                        .map(each -> new Area(each.name(), each.placeCode()))
                        .toList(),
                core.nationwide(),
                InShort.of(core.openingHours()),
                service.serviceAtLocations.stream()
                        .map(given -> OfflinePlace.of(given, context))
                        .toList(),
                core.confidence(),
                core.freshness(),
                core.assuredDate(),
                core.sourcesAsOf(),
                InShort.of(core.localized()));
    }

    private static String email(Service service) {
        return Stream.concat(
                        Stream.ofNullable(service.email),
                        service.contacts.stream().map(ServiceInPack::email))
                .filter(each -> each != null && !each.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String email(Contact contact) {
        return contact.email;
    }

    private static Provider provider(Service service, RenderContext context) {
        var organization = service.organization;
        RenderContext.Texts texts = context.texts(organization);
        return new Provider(
                organization.id,
                texts.in("name", organization.name),
                organization.email,
                organization.website,
                organization.uri,
                Call.of(PhoneView.of(organization.phones, context)),
                InShort.of(texts.localized()));
    }

    /** The code of each term; its id where it has none. */
    private static List<String> codes(List<TermView> terms) {
        return terms.stream()
                .map(term -> term.code() == null ? term.id().toString() : term.code())
                .toList();
    }
}
