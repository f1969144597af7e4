package org.balcao.directory.usecase;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.balcao.directory.model.Place;

/** What a source's names of places mean. */
final class PlaceNames {
    private static final String MUNICIPALITY = "municipality";

    /** Parts of the country that are not districts but cover one exactly. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("Algarve", "08", "Algarve region", "08", "Açores", "40", "Madeira", "30");

    private final List<Place> places;
    private final Map<String, Place> byCode;

    PlaceNames(List<Place> places) {
        this.places = List.copyOf(places);
        this.byCode = this.places.stream().collect(Collectors.toMap(place -> place.code, Function.identity()));
    }

    Optional<Place> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The places that a name means: one, or the municipalities of an island, or none when it is not known or not clear.
     * A name that a municipality and its district share means the municipality, because claiming less sends nobody in vain.
     *
     * @param near codes of municipalities that tell two places of the same name apart
     */
    List<Place> named(String name, Collection<String> near) {
        if (OTHER_NAMES.containsKey(name)) {
            return find(OTHER_NAMES.get(name)).stream().toList();
        }
        var municipalities = places.stream()
                .filter(place -> place.level.equals(MUNICIPALITY) && place.name.equals(name))
                .toList();
        if (municipalities.size() > 1) {
            return municipalities.stream()
                    .filter(place -> near.contains(place.code))
                    .toList();
        }
        if (!municipalities.isEmpty()) {
            return municipalities;
        }
        var others = places.stream()
                .filter(place -> !place.level.equals(MUNICIPALITY) && place.name.equals(name))
                .toList();
        return !others.isEmpty()
                ? others
                : places.stream().filter(place -> isOn(name, place)).toList();
    }

    /** Islands are written "Ilha de São Miguel". */
    private static boolean isOn(String island, Place place) {
        return place.level.equals(MUNICIPALITY) && place.island != null && place.island.endsWith(" " + island);
    }

    /** The time zone that all these municipalities share; that of the mainland when they differ or there are none. */
    String timezoneOf(Collection<String> codes) {
        var zones = codes.stream()
                .flatMap(code -> find(code).stream())
                .map(place -> place.timezoneName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return zones.size() == 1 ? zones.iterator().next() : "Europe/Lisbon";
    }
}
