package org.balcao.web;

import java.util.List;
import java.util.Locale;
import org.balcao.shared.TextLanguages;

/** The languages the page is built in, and which of them a browser would like best. */
final class PageLanguages {
    /** The languages of the page; the first is the one for everybody else. */
    static final List<String> ALL = TextLanguages.OF_THE_PAGE;

    private final List<String> built;

    /** @param built language tags in the order in which they are offered; the first is the one for everybody else */
    PageLanguages(List<String> built) {
        this.built = List.copyOf(built);
    }

    boolean contains(String tag) {
        return built.contains(tag);
    }

    List<String> all() {
        return built;
    }

    /** The built language that fits an Accept-Language header best (RFC 4647 lookup), else the first. */
    String bestFor(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 1000) {
            return built.getFirst();
        }
        try {
            var found = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), built);
            return found == null ? built.getFirst() : found;
        } catch (IllegalArgumentException unreadable) {
            return built.getFirst();
        }
    }
}
