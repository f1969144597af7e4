package org.balcao.directory.rest.asked;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Set;
import java.util.TreeSet;

/**
 * The languages a reader wants, best first.
 *
 * <p>Only languages the directory has texts in are kept, and the list ends with Portuguese, in which every text exists. So two
 * readers who would see the same texts ask for the same languages, however long their lists are.
 *
 * @param translations the languages that were asked for expressly, in the order of their tags: lists of translations hold no others; empty for all
 */
public record Languages(List<String> tags, List<String> translations) {

    public static final String SOURCE = "pt";

    public Languages {
        tags = List.copyOf(tags);
        translations = List.copyOf(translations);
    }

    /** Reads the explicit list if there is one, else the header. A header nobody can read is as good as none. */
    public static Languages wanted(List<String> explicit, String acceptLanguage, Set<String> held) {
        if (explicit.isEmpty()) {
            return new Languages(kept(fromHeader(acceptLanguage), held), List.of());
        }
        var asked = new TreeSet<String>();
        asked.add(SOURCE);
        explicit.forEach(each -> asked.addAll(kept(List.of(each), held)));
        return new Languages(kept(explicit, held), List.copyOf(asked));
    }

    /** For what shows no list of translations. */
    public Languages withoutTranslations() {
        return translations.isEmpty() ? this : new Languages(tags, List.of());
    }

    private static List<String> fromHeader(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 500) {
            return List.of();
        }
        try {
            return LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(LanguageRange::getRange)
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    /** Looks each tag up as RFC 4647 does, from the whole tag down to its language. */
    private static List<String> kept(List<String> wanted, Set<String> held) {
        List<String> tags = new ArrayList<>();
        for (String range : wanted) {
            String tag = range.toLowerCase(Locale.ROOT);
            while (!tag.isEmpty() && !tag.equals(SOURCE) && !held.contains(tag)) {
                tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
            }
            if (tag.equals(SOURCE)) {
                break;
            }
            if (!tag.isEmpty() && !tags.contains(tag)) {
                tags.add(tag);
            }
        }
        tags.add(SOURCE);
        return tags;
    }
}
