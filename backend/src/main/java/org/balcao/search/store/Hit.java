package org.balcao.search.store;

import java.util.Collection;
import java.util.UUID;
import org.balcao.directory.store.RecordVersion;
import org.hibernate.search.engine.search.projection.dsl.ProjectionFinalStep;
import org.hibernate.search.engine.search.projection.dsl.SearchProjectionFactory;
import org.hibernate.search.engine.spatial.GeoPoint;

/**
 * A service as it was found.
 *
 * @param metres how far it is from where the reader asked, or null
 * @param approximate whether that was measured from the middle of the municipality
 */
record Hit(UUID id, Integer metres, boolean approximate) {

    /** What is read of each service that is found; the distances if they are measured from somewhere. */
    static ProjectionFinalStep<Hit> projection(SearchProjectionFactory<?, ?> each, GeoPoint here) {
        return here == null
                ? each.composite().from(each.id(String.class)).as(id -> new Hit(UUID.fromString(id), null, false))
                : each.composite()
                        .from(
                                each.id(String.class),
                                each.distance("points", here).list(),
                                each.distance("middles", here).list())
                        .as(Hit::of);
    }

    private static Hit of(String id, Collection<Double> points, Collection<Double> middles) {
        Integer metres = least(points);
        return new Hit(UUID.fromString(id), metres, metres != null && metres.equals(least(middles)));
    }

    private static Integer least(Collection<Double> metres) {
        return metres.stream()
                .filter(each -> each != null)
                .map(each -> (int) Math.round(each))
                .min(Integer::compare)
                .orElse(null);
    }

    RecordVersion version(StoredHit stored) {
        return new RecordVersion(id, stored.position(), stored.version(), 0, metres, approximate);
    }
}
