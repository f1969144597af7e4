package org.balcao.sync.store;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The lists of words that the national team looks after: all that no organization's source made.
 *
 * @param lists their ids
 * @param names their names, without signs and accents
 * @param terms the ids of their terms
 * @param codes the codes of their terms, without signs and accents
 */
public record NationalWords(Set<UUID> lists, Set<String> names, Set<UUID> terms, Set<String> codes) {
    private static final String NATIONAL = """
            not exists (select from directory.record_origin o join sync.source s on s.id = o.source
                          where o.record_id = t.id and s.organization_id is not null)""";

    public NationalWords {
        lists = Set.copyOf(lists);
        names = Set.copyOf(names);
        terms = Set.copyOf(terms);
        codes = Set.copyOf(codes);
    }

    public static NationalWords read(Handle handle) {
        Set<UUID> lists = new HashSet<>();
        Set<String> names = new HashSet<>();
        handle.createQuery("select t.id, t.name from directory.taxonomy t where " + NATIONAL)
                .map((row, context) -> {
                    lists.add(row.getObject("id", UUID.class));
                    return bare(row.getString("name"));
                })
                .forEach(names::add);
        Set<UUID> terms = new HashSet<>();
        Set<String> codes = new HashSet<>();
        handle.createQuery("select t.id, coalesce(t.code, '') as code from directory.taxonomy_term t where " + NATIONAL)
                .map((row, context) -> {
                    terms.add(row.getObject("id", UUID.class));
                    return bare(row.getString("code"));
                })
                .forEach(codes::add);
        codes.remove("");
        return new NationalWords(lists, names, terms, codes);
    }

    /** Whether a list of this name would pass for one of the national team's. */
    public boolean isName(String name) {
        return name != null && names.contains(bare(name));
    }

    public boolean isTerm(UUID id) {
        return id != null && terms.contains(id);
    }

    /** Whether a term with this code would pass for one of the national team's. */
    public boolean isCode(String code) {
        return code != null && codes.contains(bare(code));
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
