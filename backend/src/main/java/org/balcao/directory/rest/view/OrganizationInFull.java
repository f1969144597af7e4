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
    public static OrganizationInFull of(Organization organization, RenderContext context) {
        return of(
                organization,
                context,
                organization.services.stream()
                        .map(each -> ServiceListItem.under(each, context))
                        .toList());
    }

    /** With its services in full. */
    public static OrganizationInFull withFullServices(Organization organization, RenderContext context) {
        return of(
                organization,
                context,
                organization.services.stream()
                        .map(each -> ServiceInFull.under(each, context))
                        .toList());
    }

    static OrganizationInFull nested(Organization organization, RenderContext context) {
        return of(organization, context, null);
    }

    private static OrganizationInFull of(Organization organization, RenderContext context, List<?> services) {
        boolean nested = services == null;
        return new OrganizationInFull(
                OrganizationCore.of(organization, context),
                nested ? null : organization.services.size(),
                UrlView.of(organization.additionalWebsites),
                FundingView.of(organization.funding),
                ContactView.of(organization.contacts, context),
                PhoneView.of(organization.phones, context),
                nested
                        ? null
                        : organization.locations.stream()
                                .map(each -> LocationView.nested(each, context))
                                .toList(),
                organization.programs.stream()
                        .map(each -> ProgramView.of(each, context))
                        .toList(),
                IdentifierView.of(organization.organizationIdentifiers),
                AttributeView.of(organization.attributes, context),
                MetadataView.of(organization.metadata),
                SourceView.of(organization.sources),
                TranslationView.of(organization, sourceTexts(organization), context),
                services);
    }

    private static Map<String, String> sourceTexts(Organization organization) {
        return Map.of("name", organization.name, "description", organization.description);
    }
}
