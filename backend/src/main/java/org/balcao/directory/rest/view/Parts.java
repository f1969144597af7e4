package org.balcao.directory.rest.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.*;
import org.balcao.shared.PhoneText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The smaller objects of HSDS as readers are sent them. */
public interface Parts {

    /** HSDS phone. */
    @Schema(name = "Phone")
    record PhoneView(
            UUID id,
            String number,
            Integer extension,
            String type,
            String description,
            List<LanguageView> languages,

            @Schema(description = "The number to dial, as a tel: address.")
            String uri,

            Map<String, Localized> localized) {

        static PhoneView of(Phone phone, RenderContext context) {
            RenderContext.Texts texts = context.texts(phone);
            return new PhoneView(
                    phone.id,
                    phone.number,
                    phone.extension,
                    phone.type,
                    texts.in("description", phone.description),
                    LanguageView.of(phone.languages),
                    dial(phone.number, phone.extension),
                    texts.localized());
        }

        static List<PhoneView> of(List<Phone> phones, RenderContext context) {
            return phones.stream().map(phone -> of(phone, context)).toList();
        }

        /** The number as RFC 3966 writes it: the digits of the first number there is, the plus of an international one, and its extension. */
        static String dial(String number, Integer extension) {
            PhoneText written = PhoneText.of(number);
            Integer inside = extension == null ? written.extension() : extension;
            return "tel:" + written.digits() + (inside == null ? "" : ";ext=" + inside);
        }
    }

    /** HSDS contact: a role to ask for. */
    @Schema(name = "Contact")
    record ContactView(UUID id, String name, String title, String department, String email, List<PhoneView> phones) {

        static List<ContactView> of(List<Contact> contacts, RenderContext context) {
            return contacts.stream()
                    .map(each -> new ContactView(
                            each.id,
                            each.name,
                            each.title,
                            each.department,
                            each.email,
                            PhoneView.of(each.phones, context)))
                    .toList();
        }
    }

    /** HSDS schedule, with the zone's name, appointments and dated exceptions of our profile. */
    @Schema(name = "Schedule")
    record ScheduleView(
            UUID id,
            LocalDate validFrom,
            LocalDate validTo,
            LocalDate dtstart,

            @Schema(
                    description =
                            "Hours from UTC in force at the moment of the answer; timezone_name says which zone it is.")
            BigDecimal timezone,

            LocalDate until,
            Integer count,
            String wkst,
            String freq,
            Integer interval,
            String byday,
            String byweekno,
            String bymonthday,
            String byyearday,
            String description,
            @Schema(description = "Local wall time, HH:MM.") String opensAt,

            @Schema(description = "Local wall time, HH:MM; at or before opens_at is on the next day.")
            String closesAt,

            String scheduleLink,
            String attendingType,
            String notes,
            String timezoneName,

            @Schema(description = "True where one is received by appointment only in these hours; this is not closed.")
            Boolean byAppointment,

            List<ExceptionView> exceptions,
            Map<String, Localized> localized) {

        static List<ScheduleView> of(List<Schedule> schedules, RenderContext context) {
            return schedules.stream().map(each -> of(each, context)).toList();
        }

        private static ScheduleView of(Schedule each, RenderContext context) {
            RenderContext.Texts texts = context.texts(each);
            return new ScheduleView(
                    each.id,
                    each.validFrom,
                    each.validTo,
                    each.dtstart,
                    offset(each.timezoneName, context.now()),
                    each.until,
                    each.count,
                    each.wkst,
                    each.freq,
                    each.interval,
                    each.byday,
                    each.byweekno,
                    each.bymonthday,
                    each.byyearday,
                    texts.in("description", each.description),
                    wallTime(each.opensAt),
                    wallTime(each.closesAt),
                    each.scheduleLink,
                    each.attendingType,
                    texts.in("notes", each.notes),
                    each.timezoneName,
                    each.byAppointment ? true : null,
                    each.exceptions.stream().map(ExceptionView::of).toList(),
                    texts.localized());
        }

        /** Hours from UTC; null in a zone that is none. */
        private static BigDecimal offset(String zone, Instant now) {
            int minutes;
            try {
                minutes = ZoneId.of(zone).getRules().getOffset(now).getTotalSeconds() / 60;
            } catch (DateTimeException unknown) {
                return null;
            }
            return minutes % 60 == 0 ? BigDecimal.valueOf(minutes / 60) : BigDecimal.valueOf(minutes / 60.0);
        }
    }

    /** Days on which a schedule is replaced by other hours, or by none. */
    @Schema(name = "ScheduleException")
    record ExceptionView(
            LocalDate dateFrom, LocalDate dateTo, String opensAt, String closesAt, boolean closed, String reason) {

        static ExceptionView of(ScheduleException each) {
            return new ExceptionView(
                    each.dateFrom,
                    each.dateTo,
                    wallTime(each.opensAt),
                    wallTime(each.closesAt),
                    each.closed,
                    each.reason);
        }
    }

    private static String wallTime(LocalTime time) {
        return time == null ? null : time.toString();
    }

    /** HSDS service_area, with the code of the place it is. */
    @Schema(name = "ServiceArea")
    record ServiceAreaView(
            UUID id, String name, String description, String extent, String extentType, String uri, String placeCode) {

        static List<ServiceAreaView> of(List<ServiceArea> areas) {
            return areas.stream()
                    .map(each -> new ServiceAreaView(
                            each.id,
                            each.name,
                            each.description,
                            each.extent,
                            each.extentType,
                            each.uri,
                            each.placeCode))
                    .toList();
        }
    }

    /** HSDS address, given only when it is complete and may be shown. */
    @Schema(name = "Address")
    record AddressView(
            UUID id,
            String attention,
            @JsonProperty("address_1") String address1,
            @JsonProperty("address_2") String address2,
            String city,
            String region,
            String stateProvince,
            String postalCode,
            String country,

            @Schema(enumeration = {"physical", "postal", "virtual"})
            String addressType) {

        static AddressView of(Address each) {
            return new AddressView(
                    each.id,
                    each.attention,
                    each.address1,
                    each.address2,
                    each.city,
                    each.region,
                    each.stateProvince,
                    each.postalCode,
                    each.country,
                    each.addressType);
        }
    }

    /** HSDS accessibility. */
    @Schema(name = "Accessibility")
    record AccessibilityView(UUID id, String description, String details, String url) {

        static List<AccessibilityView> of(List<Accessibility> all) {
            return all.stream()
                    .map(each -> new AccessibilityView(each.id, each.description, each.details, each.url))
                    .toList();
        }
    }

    /** HSDS cost_option. */
    @Schema(name = "CostOption")
    record CostOptionView(
            UUID id,
            LocalDate validFrom,
            LocalDate validTo,
            String option,
            String currency,
            BigDecimal amount,
            String amountDescription) {

        static List<CostOptionView> of(List<CostOption> all) {
            return all.stream()
                    .map(each -> new CostOptionView(
                            each.id,
                            each.validFrom,
                            each.validTo,
                            each.option,
                            each.currency,
                            Numbers.readable(each.amount),
                            each.amountDescription))
                    .toList();
        }
    }

    /** HSDS required_document. */
    @Schema(name = "RequiredDocument")
    record RequiredDocumentView(UUID id, String document, String uri, Map<String, Localized> localized) {

        static List<RequiredDocumentView> of(List<RequiredDocument> all, RenderContext context) {
            return all.stream()
                    .map(each -> {
                        RenderContext.Texts texts = context.texts(each);
                        return new RequiredDocumentView(
                                each.id, texts.in("document", each.document), each.uri, texts.localized());
                    })
                    .toList();
        }
    }

    /** HSDS funding. */
    @Schema(name = "Funding")
    record FundingView(UUID id, String source) {

        static List<FundingView> of(List<Funding> all) {
            return all.stream()
                    .map(each -> new FundingView(each.id, each.source))
                    .toList();
        }
    }

    /** HSDS url. */
    @Schema(name = "Url")
    record UrlView(UUID id, String label, String url) {

        static List<UrlView> of(List<Url> all) {
            return all.stream()
                    .map(each -> new UrlView(each.id, each.label, each.url))
                    .toList();
        }
    }

    /** HSDS service_capacity. */
    @Schema(name = "ServiceCapacity")
    record CapacityView(
            UUID id, UnitView unit, BigDecimal available, BigDecimal maximum, String description, Instant updated) {

        static List<CapacityView> of(List<ServiceCapacity> all) {
            return all.stream()
                    .map(each -> new CapacityView(
                            each.id,
                            UnitView.of(each.unit),
                            each.available,
                            each.maximum,
                            each.description,
                            each.updated))
                    .toList();
        }
    }

    /** HSDS unit. */
    @Schema(name = "Unit")
    record UnitView(UUID id, String name, String scheme, String identifier, String uri) {

        static UnitView of(Unit each) {
            return new UnitView(each.id, each.name, each.scheme, each.identifier, each.uri);
        }
    }

    /** HSDS organization_identifier. */
    @Schema(name = "OrganizationIdentifier")
    record IdentifierView(UUID id, String identifierScheme, String identifierType, String identifier) {

        static List<IdentifierView> of(List<OrganizationIdentifier> all) {
            return all.stream()
                    .map(each ->
                            new IdentifierView(each.id, each.identifierScheme, each.identifierType, each.identifier))
                    .toList();
        }
    }

    /** HSDS program. */
    @Schema(name = "Program")
    record ProgramView(
            UUID id,
            UUID organizationId,
            String name,
            String alternateName,
            String description,
            Map<String, Localized> localized) {

        static ProgramView of(Program each, RenderContext context) {
            RenderContext.Texts texts = context.texts(each);
            return new ProgramView(
                    each.id,
                    each.organization.id,
                    texts.in("name", each.name),
                    each.alternateName,
                    texts.in("description", each.description),
                    texts.localized());
        }
    }

    /** HSDS attribute: the link to a taxonomy term, or a bare value. */
    @Schema(name = "Attribute")
    record AttributeView(
            UUID id, String linkType, String linkEntity, String label, String value, TaxonomyTermView taxonomyTerm) {

        static List<AttributeView> of(List<Attribute> all, RenderContext context) {
            return all.stream()
                    .map(each -> new AttributeView(
                            each.id,
                            each.linkType,
                            each.linkEntity,
                            each.label,
                            each.value,
                            each.taxonomyTerm == null ? null : TaxonomyTermView.of(each.taxonomyTerm, context)))
                    .toList();
        }
    }

    /** HSDS metadata: one changed field. */
    @Schema(name = "Metadata")
    record MetadataView(
            UUID id,
            LocalDate lastActionDate,
            String lastActionType,
            String fieldName,

            @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS)
            String previousValue,

            @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS)
            String replacementValue,

            String updatedBy) {

        static List<MetadataView> of(List<Metadata> all) {
            return all.stream()
                    .map(each -> new MetadataView(
                            each.id,
                            each.lastActionDate,
                            each.lastActionType,
                            each.fieldName,
                            each.previousValue,
                            each.replacementValue,
                            each.updatedBy))
                    .toList();
        }
    }
}
