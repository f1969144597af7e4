package org.balcao.shared;

import java.util.List;

/** The languages that people are spoken to in. */
public final class TextLanguages {
    /** Those that the page is in, by their tags; the first is the one for everybody else. */
    public static final List<String> OF_THE_PAGE =
            List.of("pt", "en", "fr", "es", "uk", "ar", "ru", "hi", "bn", "ne", "ur", "zh");

    private TextLanguages() {}
}
