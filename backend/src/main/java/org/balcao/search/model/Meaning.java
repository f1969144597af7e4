package org.balcao.search.model;

import java.util.List;

/**
 * What a phrase stands for, beyond its letters.
 *
 * @param needs codes of needs
 * @param audiences codes of audiences
 * @param search other words to look for, as they stand in listings
 * @param places official codes of places
 * @param spoken a language that somebody should speak, or null
 * @param asks free, open_now, phone or online, or null
 * @param urgent the kind of danger it speaks of, or null
 */
public record Meaning(
        List<String> needs,
        List<String> audiences,
        List<String> search,
        List<String> places,
        String spoken,
        String asks,
        String urgent) {

    public Meaning {
        needs = needs == null ? List.of() : List.copyOf(needs);
        audiences = audiences == null ? List.of() : List.copyOf(audiences);
        search = search == null ? List.of() : List.copyOf(search);
        places = places == null ? List.of() : List.copyOf(places);
    }

    /** Whether a listing has to fit it; the rest only helps the order. */
    public boolean decides() {
        return !needs.isEmpty() || !search.isEmpty() || !places.isEmpty();
    }
}
