package org.balcao.search.store;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.balcao.directory.store.CountedPlaces.CountedPlace;
import org.balcao.directory.store.Near;
import org.balcao.search.ServiceQuery;
import org.balcao.search.model.Understood;

/** By whose clock somebody means a day or an hour: "Saturday" on the Azores begins an hour after Lisbon's. */
final class PlaceZones {
    private static final ZoneId MOST = ZoneId.of("Europe/Lisbon");

    private PlaceZones() {}

    /** The zone of the places that are typed, else of those that a filter names, else of where the person is; Lisbon's where they differ. */
    static ZoneId of(ServiceQuery query, Understood understood, Map<String, CountedPlace> places) {
        List<String> typed = understood.places();
        List<String> codes = typed.isEmpty() ? query.places() : typed;
        Set<ZoneId> zones = codes.stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .map(CountedPlace::zone)
                .collect(Collectors.toSet());
        if (zones.isEmpty() && query.near() != null) {
            return nearest(query.near(), places.values());
        }
        return zones.size() == 1 ? zones.iterator().next() : MOST;
    }

    private static ZoneId nearest(Near near, Collection<CountedPlace> places) {
        Stream<CountedPlace> placed =
                places.stream().filter(place -> place.latitude() != null && place.longitude() != null);
        return placed.min(Comparator.comparingDouble(place -> squared(near, place)))
                .map(CountedPlace::zone)
                .orElse(MOST);
    }

    /** Enough to tell islands from one another: a degree east is about three quarters of a degree north here. */
    private static double squared(Near near, CountedPlace place) {
        double north = near.latitude() - place.latitude();
        double east = (near.longitude() - place.longitude()) * 0.77;
        return north * north + east * east;
    }
}
