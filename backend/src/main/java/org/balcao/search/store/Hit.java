package org.balcao.search.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.balcao.directory.store.Reason;
import org.balcao.directory.store.Stamp;
import org.balcao.search.store.ServiceEntry.Text;
import org.hibernate.search.engine.search.projection.dsl.ProjectionFinalStep;
import org.hibernate.search.engine.search.projection.dsl.SearchProjectionFactory;
import org.hibernate.search.engine.spatial.GeoPoint;

/** A service as the index gave it, with what its reasons are made from. */
record Hit(
        Stamp stamp,
        List<Text> shown,
        Set<String> needs,
        Set<String> ownNeeds,
        Set<String> audiences,
        Set<String> languages,
        Set<String> places,
        Set<String> areas,
        boolean nationwide,
        Set<String> deliveryModes,
        boolean free) {

    /** What is read of each service that is found, in one go. */
    static ProjectionFinalStep<Hit> projection(SearchProjectionFactory<?, ?> each, GeoPoint here) {
        return each.composite()
                .from(
                        each.composite()
                                .from(
                                        each.id(String.class),
                                        each.field("position", Long.class),
                                        each.field("version", Long.class))
                                .asList(),
                        each.composite()
                                .from(
                                        each.field("needs", String.class).set(),
                                        each.field("audiences", String.class).set(),
                                        each.field("languages", String.class).set(),
                                        each.field("places", String.class).set(),
                                        each.field("areas", String.class).set(),
                                        each.field("deliveryModes", String.class)
                                                .set(),
                                        each.field("ownNeeds", String.class).set())
                                .asList(),
                        each.composite()
                                .from(
                                        each.field("shown", String.class),
                                        each.field("nationwide", Boolean.class),
                                        each.field("free", Boolean.class),
                                        here == null
                                                ? each.constant(null)
                                                : each.distance("points", here).list(),
                                        here == null
                                                ? each.constant(null)
                                                : each.distance("middles", here).list())
                                .asList())
                .as(Hit::of);
    }

    private static Hit of(List<?> record, List<?> codes, List<?> others) {
        Integer metres = least(others.get(3));
        Integer middle = least(others.get(4));
        Stamp stamp = new Stamp(
                UUID.fromString((String) record.get(0)),
                (Long) record.get(1),
                (Long) record.get(2),
                0,
                metres,
                metres != null && metres.equals(middle));
        return new Hit(
                stamp,
                Entries.read((String) others.get(0)),
                codes(codes.get(0)),
                codes(codes.get(6)),
                codes(codes.get(1)),
                codes(codes.get(2)),
                codes(codes.get(3)),
                codes(codes.get(4)),
                Boolean.TRUE.equals(others.get(1)),
                codes(codes.get(5)),
                Boolean.TRUE.equals(others.get(2)));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> codes(Object set) {
        return (Set<String>) set;
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

    /** The same with its reasons. */
    Stamp stamp(List<Reason> because) {
        return new Stamp(
                stamp.id(),
                stamp.position(),
                stamp.version(),
                stamp.parts(),
                stamp.metres(),
                stamp.approximate(),
                because);
    }
}
