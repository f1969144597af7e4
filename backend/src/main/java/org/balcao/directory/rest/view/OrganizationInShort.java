package org.balcao.directory.rest.view;

import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.Organization;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization by its name. */
@Schema(name = "OrganizationInShort")
public record OrganizationInShort(UUID id, String name, Map<String, Localized> localized) {

    static OrganizationInShort of(Organization organization, RenderContext context) {
        if (organization == null) {
            return null;
        }
        RenderContext.Texts texts = context.texts(organization);
        return new OrganizationInShort(organization.id, texts.in("name", organization.name), texts.localized());
    }
}
