package org.balcao.directory.store;

/** What is said of a service in several tables, gathered in one for a statement. */
public final class ServiceTables {

    /** Who speaks what: the service itself, those who answer its phones, the people at its places. */
    public static final String SPOKEN = """
            (select service_id, lower(code) as code from directory.language where service_id is not null
             union select p.service_id, lower(l.code) from directory.language l join directory.phone p on p.id = l.phone_id
                   where p.service_id is not null
             union select sal.service_id, lower(l.code) from directory.language l
                   join directory.service_at_location sal on sal.location_id = l.location_id)""";

    /** The areas of a service, said of it or of one of its places. */
    public static final String AREAS = """
            (select service_id, place_code, nationwide from directory.service_area where service_id is not null
             union all select sal.service_id, a.place_code, a.nationwide from directory.service_area a
                   join directory.service_at_location sal on sal.id = a.service_at_location_id)""";

    private ServiceTables() {}
}
