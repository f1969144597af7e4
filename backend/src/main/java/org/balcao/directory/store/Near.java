package org.balcao.directory.store;

/**
 * A point to measure from, and how far to go from it; no radius is any distance.
 *
 * <p>Distances are measured to what may be shown of a place: its own point if its address is public, the middle of its municipality if
 * only that is, and never to a hidden place. They are approximate where that point is the middle of a parish, a town or a municipality.
 */
public record Near(double latitude, double longitude, Integer radius) {

    private static final double EARTH = 6_371_008.8;

    /** The straight line through the unit sphere between two points this many metres apart on it. */
    static double chord(double metres) {
        return 2 * Math.sin(Math.min(metres / EARTH, Math.PI) / 2);
    }

    static int metres(double chord) {
        return (int) Math.round(2 * EARTH * Math.asin(Math.min(chord / 2, 1)));
    }

    /** A table {@code near_place (location_id, chord, approximate)} for the beginning of a statement. */
    public String sql() {
        String here = "directory.earth_cube(:near_latitude, :near_longitude)";
        String own = radius == null
                ? ""
                : " and l.pos operator(directory.<@) directory.cube_enlarge(%1$s, :near_chord, 3) and (l.pos operator(directory.<->) %1$s) <= :near_chord"
                        .formatted(here);
        String middle = radius == null ? "" : " and m.chord <= :near_chord";
        return """
                near_place as (
                  select l.id as location_id, l.pos operator(directory.<->) %1$s as chord, coalesce(l.position_precision in ('parish', 'town'), false) as approximate
                  from directory.location l where l.address_visibility = 'full' and l.pos is not null%2$s
                  union all
                  select l.id, m.chord, true
                  from (select code, directory.earth_cube(latitude, longitude) operator(directory.<->) %1$s as chord
                        from directory.place where level = 'municipality' and latitude is not null) m
                  join directory.location l on l.municipality_code = m.code
                  where (l.address_visibility = 'partial' or (l.address_visibility = 'full' and l.pos is null))%3$s
                )""".formatted(here, own, middle);
    }

    public Conditions addTo(Conditions conditions) {
        conditions.with("near_latitude", latitude).with("near_longitude", longitude);
        return radius == null ? conditions : conditions.with("near_chord", chord(radius));
    }
}
