package org.balcao.sync.store;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The lists of words that the national team looks after: all that no organization's source made.
 *
 * @param lists their ids
 * @param names their names, in lower case
 * @param codes the codes of their terms
 */
public record NationalWords(Set<UUID> lists, Set<String> names, Set<String> codes) {
    private static final String NATIONAL = """
            not exists (select from directory.record_origin o join sync.source s on s.id = o.source
                          where o.record_id = t.id and s.organization_id is not null)""";

    public NationalWords {
        lists = Set.copyOf(lists);
        names = Set.copyOf(names);
        codes = Set.copyOf(codes);
    }

    public static NationalWords read(Handle handle) {
        Set<UUID> lists = new HashSet<>();
        Set<String> names = new HashSet<>();
        handle.createQuery("select t.id, lower(t.name) as name from directory.taxonomy t where " + NATIONAL)
                .map((row, context) -> {
                    lists.add(row.getObject("id", UUID.class));
                    return row.getString("name");
                })
                .forEach(names::add);
        Set<String> codes = new HashSet<>(
                handle.createQuery("select distinct t.code from directory.taxonomy_term t where t.code is not null and "
                                + NATIONAL)
                        .mapTo(String.class)
                        .list());
        return new NationalWords(lists, names, codes);
    }

    /** Whether a list or a term of this name would pass for one of the national team's. */
    public boolean isName(String name) {
        return name != null && names.contains(name.strip().toLowerCase(Locale.ROOT));
    }
}
