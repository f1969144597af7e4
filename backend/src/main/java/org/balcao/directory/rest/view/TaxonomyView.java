package org.balcao.directory.rest.view;

import java.util.UUID;
import org.balcao.directory.model.Taxonomy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** HSDS taxonomy. */
@Schema(name = "Taxonomy")
public record TaxonomyView(UUID id, String name, String description, String uri, String version) {

    public static TaxonomyView of(Taxonomy taxonomy) {
        return new TaxonomyView(taxonomy.id, taxonomy.name, taxonomy.description, taxonomy.uri, taxonomy.version);
    }
}
