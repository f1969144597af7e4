package org.balcao.directory.rest.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.balcao.directory.model.Organization;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization as lists give it. */
@Schema(name = "OrganizationListItem")
public record OrganizationListItem(@JsonUnwrapped OrganizationCore core, Integer servicesCount) {

    public static OrganizationListItem of(Organization organization, RenderContext context) {
        return new OrganizationListItem(OrganizationCore.of(organization, context), organization.services.size());
    }
}
