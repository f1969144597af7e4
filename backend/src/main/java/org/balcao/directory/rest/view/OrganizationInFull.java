package org.balcao.directory.rest.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.balcao.directory.model.Organization;
import org.balcao.directory.rest.view.Parts.AttributeView;
import org.balcao.directory.rest.view.Parts.ContactView;
import org.balcao.directory.rest.view.Parts.FundingView;
import org.balcao.directory.rest.view.Parts.IdentifierView;
import org.balcao.directory.rest.view.Parts.MetadataView;
import org.balcao.directory.rest.view.Parts.PhoneView;
import org.balcao.directory.rest.view.Parts.ProgramView;
import org.balcao.directory.rest.view.Parts.UrlView;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization with everything known of it. Inside a service it lists neither its services nor its places. */
@Schema(name = "Organization")
public record OrganizationInFull(
        @JsonUnwrapped OrganizationCore core,
        Integer servicesCount,
        List<UrlView> additionalWebsites,
        List<FundingView> funding,
        List<ContactView> contacts,
        List<PhoneView> phones,
        List<LocationView> locations,
        List<ProgramView> programs,
        List<IdentifierView> organizationIdentifiers,
        List<AttributeView> attributes,
        List<MetadataView> metadata,
        List<SourceView> sources,
        List<TranslationView> translations,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = ServiceListItem.class,
                description = "In full with full_service=true.")
        List<?> services) {

    /** With its services in list form. */
    public static OrganizationInFull of(Organization organization, Showing showing) {
        return of(
                organization,
                showing,
                organization.services.stream()
                        .map(each -> ServiceListItem.under(each, showing))
                        .toList());
    }

    /** With its services in full. */
    public static OrganizationInFull withFullServices(Organization organization, Showing showing) {
        return of(
                organization,
                showing,
                organization.services.stream()
                        .map(each -> ServiceInFull.under(each, showing))
                        .toList());
    }

    static OrganizationInFull nested(Organization organization, Showing showing) {
        return of(organization, showing, null);
    }

    private static OrganizationInFull of(Organization organization, Showing showing, List<?> services) {
        boolean nested = services == null;
        return new OrganizationInFull(
                OrganizationCore.of(organization, showing),
                nested ? null : organization.services.size(),
                UrlView.of(organization.additionalWebsites),
                FundingView.of(organization.funding),
                ContactView.of(organization.contacts, showing),
                PhoneView.of(organization.phones, showing),
                nested
                        ? null
                        : organization.locations.stream()
                                .map(each -> LocationView.nested(each, showing))
                                .toList(),
                organization.programs.stream()
                        .map(each -> ProgramView.of(each, showing))
                        .toList(),
                IdentifierView.of(organization.organizationIdentifiers),
                AttributeView.of(organization.attributes, showing),
                MetadataView.of(organization.metadata),
                SourceView.of(organization.sources),
                TranslationView.of(organization, sourceTexts(organization)),
                services);
    }

    private static Map<String, String> sourceTexts(Organization organization) {
        return Map.of("name", organization.name, "description", organization.description);
    }
}
