package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.balcao.directory.model.Service;

/**
 * Programs with one entry and many branches.
 *
 * <p>The entry of a program is an active service of it for the whole country, given by the organization that the program is of. Its branches are
 * the services of the program that are not for the whole country, whoever gives them.
 */
@ApplicationScoped
public class ProgramBranches {

    private static final String NATIONWIDE =
            "exists (select from " + ServiceTables.AREAS + " wide where wide.service_id = s.id and wide.nationwide)";

    /** Of a service {@code s}: it is the entry of its program. */
    public static final String ENTRY = "s.status = 'active' and " + NATIONWIDE
            + " and exists (select from directory.program p where p.id = s.program_id and p.organization_id = s.organization_id)";

    /** Of a service {@code s}: it is a branch of its program. */
    public static final String BRANCH = "s.program_id is not null and not " + NATIONWIDE;

    /** Active branches with the municipalities where they are; where none is known, with the districts that they are for. */
    private static final String OF_ENTRY = """
            with branch as (
              select s.id, s.position from directory.service s
              where %s and s.status = 'active' and s.freshness <> 'hidden'
                and s.program_id in (select s.program_id from directory.service s where s.id = :entry and %s)
            ), here as (
              select sal.service_id, l.municipality_code as code
              from branch join directory.service_at_location sal on sal.service_id = branch.id
              join directory.location l on l.id = sal.location_id
              where l.address_visibility <> 'hidden' and l.municipality_code is not null
              union
              select area.service_id, area.place_code from branch join %s area on area.service_id = branch.id
              where area.place_code is not null
            ), placed as (
              select here.service_id, p.code, p.name, p.parent_name, p.latitude, p.longitude, p.level = 'municipality' as town,
                     bool_or(p.level = 'municipality') over (partition by here.service_id) as in_town
              from here join directory.place p on p.code = here.code
            )
            select branch.id, placed.code, placed.name, case when placed.town then placed.parent_name end as district,
                   placed.latitude, placed.longitude
            from branch left join placed on placed.service_id = branch.id and (placed.town or not placed.in_town)
            order by placed.name nulls last, branch.position, placed.code""".formatted(BRANCH, ENTRY, ServiceTables.AREAS);

    /**
     * A branch at a place.
     *
     * @param code of a municipality or, where none is known, of a district or autonomous region; null where no place is known
     * @param district in which the municipality lies
     * @param latitude of the middle of the place
     */
    public record Branch(UUID service, String code, String place, String district, Double latitude, Double longitude) {}

    private final EntityManager entities;

    ProgramBranches(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether a service is the entry of its program. */
    public static boolean isEntry(Service service, boolean nationwide) {
        return nationwide
                && service.program != null
                && "active".equals(service.status)
                && service.program.organization != null
                && Objects.equals(service.program.organization.id, service.organization.id);
    }

    /** Whether a service is a branch of its program. */
    public static boolean isBranch(Service service, boolean nationwide) {
        return service.program != null && !nationwide;
    }

    /** The active branches behind an entry, once for each place; none if the service is no entry. In the order of the names of places. */
    public List<Branch> of(UUID entry) {
        return new Conditions()
                .with("entry", entry).rows(entities, OF_ENTRY).stream()
                        .map(ProgramBranches::branch)
                        .toList();
    }

    private static Branch branch(Tuple row) {
        return new Branch(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("district", String.class),
                row.get("latitude", Double.class),
                row.get("longitude", Double.class));
    }
}
