package org.balcao.sync.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.balcao.sync.model.Kind;
import org.jdbi.v3.core.Handle;

/** Names and telephone numbers by which people know who somebody is: who takes another's waits for the national team. */
@ApplicationScoped
public class Identities {
    private static final Set<String> WITH_NUMBERS = Set.of("phones", "contacts");
    private static final Set<String> NAMES = Set.of("name", "alternate_name", "translations");
    private static final Set<Kind> NAMED = Set.of(Kind.ORGANIZATION, Kind.SERVICE, Kind.PROGRAM);
    private static final Pattern EXTENSION = Pattern.compile("(?i)\\s*(x|ext|ramal|#).*$", Pattern.DOTALL);

    /** The fields of a record in which somebody takes what another is known by. */
    public Set<String> taken(
            Handle handle,
            Kind kind,
            UUID organization,
            ObjectNode before,
            ObjectNode after,
            Collection<String> changed) {
        Set<String> taken = new HashSet<>();
        if (kind == Kind.ORGANIZATION
                && before != null
                && changed.contains("name")
                && !isSameName(handle, before, after)) {
            taken.add("name");
        }
        added(changed, before, after, NAMES, Identities::namesIn).forEach((field, names) -> {
            if (isNameOfAnother(handle, kind, organization, names)) {
                taken.add(field);
            }
        });
        Map<String, Set<String>> numbers = added(changed, before, after, WITH_NUMBERS, Identities::numbersIn);
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

    /** By field what it says that it did not say before; only fields that say something new. */
    private static Map<String, Set<String>> added(
            Collection<String> changed,
            ObjectNode before,
            ObjectNode after,
            Set<String> fields,
            Function<JsonNode, Set<String>> said) {
        Map<String, Set<String>> added = new HashMap<>();
        for (String field : fields) {
            if (changed.contains(field)) {
                Set<String> news = said.apply(after.path(field));
                news.removeAll(said.apply(before == null ? MissingNode.getInstance() : before.path(field)));
                if (!news.isEmpty()) {
                    added.put(field, news);
                }
            }
        }
        return added;
    }

    private static boolean isSameName(Handle handle, ObjectNode before, ObjectNode after) {
        return handle.createQuery("select directory.bare(:was) is not distinct from directory.bare(:is)")
                .bind("was", before.path("name").asText(""))
                .bind("is", after.path("name").asText(""))
                .mapTo(Boolean.class)
                .one();
    }

    /** Names, also in other languages, that another organization or a service that the national team holds is known by. */
    private static boolean isNameOfAnother(Handle handle, Kind kind, UUID organization, Set<String> names) {
        return NAMED.contains(kind)
                && handle.createQuery("""
                        with said as (select directory.bare(n) as name from unnest(:names) as n)
                        select exists (select from directory.service s
                                where directory.bare(s.name) in (select name from said) and s.organization_id is distinct from cast(:organization as uuid)
                                  and exists (select from sync.provenance p where p.record_id = s.id and p.rank = 1
                                                 and (p.until is null or p.until >= current_date)))
                            or exists (select from directory.organization o
                                where (directory.bare(o.name) in (select name from said) or directory.bare(o.alternate_name) in (select name from said))
                                  and o.id is distinct from cast(:organization as uuid))""")
                        .bindArray("names", String.class, List.copyOf(names))
                        .bind("organization", organization)
                        .mapTo(Boolean.class)
                        .one();
    }

    /** A name, or the names among translations. */
    private static Set<String> namesIn(JsonNode said) {
        Set<String> names = new HashSet<>();
        if (said.isTextual()) {
            names.add(said.textValue());
        }
        for (JsonNode each : said.isArray() ? said : MissingNode.getInstance()) {
            if (Set.of("name", "alternate_name").contains(each.path("field").asText())) {
                names.add(each.path("value").asText());
            }
        }
        names.removeIf(String::isBlank);
        return names;
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
        list.findValuesAsText("number").stream()
                .map(Identities::key)
                .filter(number -> !number.isEmpty())
                .forEach(numbers::add);
        return numbers;
    }

    /** Digits of every script, without an extension and the country's prefix. */
    private static String key(String number) {
        StringBuilder digits = new StringBuilder();
        EXTENSION
                .matcher(number)
                .replaceFirst("")
                .codePoints()
                .map(Character::getNumericValue)
                .filter(digit -> digit >= 0 && digit <= 9)
                .forEach(digits::append);
        return digits.toString().replaceFirst("^(00)?351(?=[0-9]{3})", "");
    }
}
