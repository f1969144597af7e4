package org.balcao.search.situations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What happens to somebody, and the doors for it.
 *
 * @param id as in {@code search/situations.yaml}
 * @param needs codes of needs it is about; empty if the directory has no door for it
 * @param near codes of needs whose services come before {@code first} where a place is named
 * @param local starter data ids of services that come before others of those needs in the place named
 * @param first starter data ids of services, in the order in which a mediator names them
 * @param urgent the kind of danger, or null
 * @param outside whether the directory has no door for it
 * @param byCountry whether the doors are those of the country that is named, and there is none where the directory has none of it
 * @param unsure whether so little is said that nothing more than help in general can be offered
 */
public record Situation(
        String id,
        List<String> needs,
        List<String> near,
        List<String> local,
        List<String> first,
        String urgent,
        boolean outside,
        boolean unsure,
        @JsonProperty("by_country") boolean byCountry) {

    public Situation {
        needs = needs == null ? List.of() : List.copyOf(needs);
        near = near == null ? List.of() : List.copyOf(near);
        local = local == null ? List.of() : List.copyOf(local);
        first = first == null ? List.of() : List.copyOf(first);
    }
}
