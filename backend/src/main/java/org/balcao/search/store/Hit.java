package org.balcao.search.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.balcao.directory.store.Stamp;
import org.hibernate.search.engine.search.projection.dsl.ProjectionFinalStep;
import org.hibernate.search.engine.search.projection.dsl.SearchProjectionFactory;
import org.hibernate.search.engine.spatial.GeoPoint;

/** A service as the index gave it. */
final class Hit {

    private Hit() {}

    /** What is read of each service that is found, in one go; the distances if they are measured from somewhere. */
    static ProjectionFinalStep<Stamp> projection(SearchProjectionFactory<?, ?> each, GeoPoint here) {
        return each.composite()
                .from(
                        each.composite()
                                .from(
                                        each.id(String.class),
                                        each.field("position", Long.class),
                                        each.field("version", Long.class))
                                .asList(),
                        here == null
                                ? each.constant(null)
                                : each.distance("points", here).list(),
                        here == null
                                ? each.constant(null)
                                : each.distance("middles", here).list())
                .as(Hit::stamp);
    }

    private static Stamp stamp(List<?> record, Object points, Object middles) {
        Integer metres = least(points);
        Integer middle = least(middles);
        return new Stamp(
                UUID.fromString((String) record.get(0)),
                (Long) record.get(1),
                (Long) record.get(2),
                0,
                metres,
                metres != null && metres.equals(middle));
    }

    private static Integer least(Object distances) {
        if (!(distances instanceof Collection<?> metres)) {
            return null;
        }
        return metres.stream()
                .filter(each -> each != null)
                .map(each -> (int) Math.round((Double) each))
                .min(Integer::compare)
                .orElse(null);
    }
}
