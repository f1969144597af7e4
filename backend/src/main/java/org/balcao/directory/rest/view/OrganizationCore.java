package org.balcao.directory.rest.view;

import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.Organization;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization's scalars, with what our profile adds to them. */
@Schema(name = "OrganizationScalars")
public record OrganizationCore(
        UUID id,
        String name,
        String alternateName,
        String description,
        String email,
        String website,
        Integer yearIncorporated,
        String legalStatus,
        String logo,
        String uri,
        UUID parentOrganizationId,
        Map<String, Localized> localized,
        @Schema(enumeration = {"high", "medium", "low"}) String confidence,
        String organizationType,

        @Schema(enumeration = {"active", "inactive", "defunct"})
        String status) {

    static OrganizationCore of(Organization organization, RenderContext context) {
        RenderContext.Texts texts = context.texts(organization);
        return new OrganizationCore(
                organization.id,
                texts.in("name", organization.name),
                organization.alternateName,
                texts.in("description", organization.description),
                organization.email,
                organization.website,
                organization.yearIncorporated,
                organization.legalStatus,
                organization.logo,
                organization.uri,
                organization.parentOrganization == null ? null : organization.parentOrganization.id,
                texts.localized(),
                organization.confidence,
                organization.organizationType,
                organization.status);
    }
}
