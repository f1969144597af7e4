package org.balcao.sync.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.balcao.sync.model.Kind;
import org.jdbi.v3.core.Handle;

/** Names and telephone numbers by which people know who somebody is: who takes another's waits for the national team. */
@ApplicationScoped
public class Identities {
    private static final Set<String> WITH_NUMBERS = Set.of("phones", "contacts");

    /** The fields of a record in which somebody takes what another is known by. */
    public Set<String> taken(
            Handle handle,
            Kind kind,
            UUID organization,
            ObjectNode before,
            ObjectNode after,
            Collection<String> changed) {
        Set<String> taken = new HashSet<>();
        if (changed.contains("name") && isNameOfAnother(handle, kind, organization, before, after)) {
            taken.add("name");
        }
        Map<String, Set<String>> numbers = new HashMap<>();
        for (String field : WITH_NUMBERS) {
            if (changed.contains(field)) {
                Set<String> added = numbersIn(after.path(field));
                added.removeAll(numbersIn(before == null ? null : before.path(field)));
                if (!added.isEmpty()) {
                    numbers.put(field, added);
                }
            }
        }
        if (!numbers.isEmpty()) {
            Set<String> all = new HashSet<>();
            numbers.values().forEach(all::addAll);
            Set<String> others = ofOthers(handle, organization, all);
            numbers.forEach((field, each) -> {
                if (each.stream().anyMatch(others::contains)) {
                    taken.add(field);
                }
            });
        }
        return taken;
    }

    /** An organization that calls itself otherwise, and a service that is called as one that the national team holds. */
    private static boolean isNameOfAnother(
            Handle handle, Kind kind, UUID organization, ObjectNode before, ObjectNode after) {
        String name = after.path("name").asText("");
        return switch (kind) {
            case ORGANIZATION ->
                before != null
                        && !handle.createQuery("select directory.bare(:was) is not distinct from directory.bare(:is)")
                                .bind("was", before.path("name").asText(""))
                                .bind("is", name)
                                .mapTo(Boolean.class)
                                .one();
            case SERVICE, PROGRAM ->
                handle.createQuery("""
                                select exists (select from directory.service s
                                        where directory.bare(s.name) = directory.bare(:name) and s.organization_id is distinct from cast(:organization as uuid)
                                          and exists (select from sync.provenance p where p.record_id = s.id and p.rank = 1
                                                         and (p.until is null or p.until >= current_date)))
                                    or exists (select from directory.organization o
                                        where directory.bare(o.name) = directory.bare(:name) and o.id is distinct from cast(:organization as uuid))""")
                        .bind("name", name)
                        .bind("organization", organization)
                        .mapTo(Boolean.class)
                        .one();
            default -> false;
        };
    }

    private static Set<String> ofOthers(Handle handle, UUID organization, Set<String> numbers) {
        return new HashSet<>(handle.createQuery("""
                        select distinct directory.number_key(p.number) from directory.phone p
                          left join directory.contact c on c.id = p.contact_id
                          left join directory.service_at_location x on x.id = coalesce(p.service_at_location_id, c.service_at_location_id)
                          left join directory.service s on s.id = coalesce(p.service_id, c.service_id, x.service_id)
                          left join directory.location l on l.id = coalesce(p.location_id, c.location_id)
                         where directory.number_key(p.number) = any(:numbers)
                           and coalesce(p.organization_id, c.organization_id, s.organization_id, l.organization_id)
                               <> coalesce(cast(:organization as uuid), '00000000-0000-0000-0000-000000000000')""")
                .bindArray("numbers", String.class, List.copyOf(numbers))
                .bind("organization", organization)
                .mapTo(String.class)
                .list());
    }

    /** Every {@code number} in a list and in what its elements hold, as {@code directory.number_key} makes it. */
    private static Set<String> numbersIn(JsonNode list) {
        Set<String> numbers = new HashSet<>();
        if (list != null) {
            list.findValuesAsText("number").stream()
                    .map(number -> number.replaceAll("[^0-9]", "").replaceFirst("^(00)?351(?=[0-9]{3})", ""))
                    .filter(number -> !number.isEmpty())
                    .forEach(numbers::add);
        }
        return numbers;
    }
}
