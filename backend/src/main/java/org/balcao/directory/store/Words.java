package org.balcao.directory.store;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words somebody typed: runs of letters and digits, in small letters. Punctuation and signs are not words. */
public record Words(List<String> all) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final int MOST = 12;

    public Words {
        all = List.copyOf(all);
    }

    public static Words of(String typed) {
        return new Words(WORD.matcher(typed)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .limit(MOST)
                .toList());
    }

    public boolean none() {
        return all.isEmpty();
    }

    /** All of them, the last perhaps unfinished, as PostgreSQL's text search writes it. */
    String query() {
        return String.join(" & ", all) + ":*";
    }

    /** A condition that a text holds each of them somewhere, whatever its accents and case. */
    Conditions in(Conditions conditions, String text) {
        if (none()) {
            return conditions.and("search", "false");
        }
        for (int i = 0; i < all.size(); i++) {
            String name = "word_" + i;
            conditions.and(
                    "search",
                    "directory.unaccent(lower(" + text + ")) like '%' || directory.unaccent(:" + name + ") || '%'",
                    name,
                    all.get(i));
        }
        return conditions;
    }
}
