package org.balcao.directory.rest.view;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.balcao.directory.model.Translatable;
import org.balcao.directory.store.CountedPlaces.CountedPlace;
import org.balcao.directory.store.EffectiveHours;
import org.balcao.directory.store.HelpLine;

/**
 * One showing of one record: for readers of which languages, at which moment. It remembers which languages were really used.
 */
public final class RenderContext {

    private final List<String> languages;
    private final List<String> translations;
    private final Instant now;
    private final EffectiveHours hours;
    private final Function<String, Optional<CountedPlace>> places;
    private final Supplier<Optional<HelpLine.Line>> callInstead;
    private final Set<String> used = new TreeSet<>();

    public RenderContext(
            List<String> languages,
            Instant now,
            EffectiveHours hours,
            Function<String, Optional<CountedPlace>> places) {
        this(languages, List.of(), now, hours, places, Optional::empty);
    }

    /**
     * @param translations languages outside which no translations are listed; empty for all
     * @param callInstead who to call where no contact is known; asked only then
     */
    public RenderContext(
            List<String> languages,
            List<String> translations,
            Instant now,
            EffectiveHours hours,
            Function<String, Optional<CountedPlace>> places,
            Supplier<Optional<HelpLine.Line>> callInstead) {
        this.callInstead = callInstead;
        this.languages = List.copyOf(languages);
        this.translations = List.copyOf(translations);
        this.now = now;
        this.hours = hours;
        this.places = places;
    }

    Instant now() {
        return now;
    }

    EffectiveHours hours() {
        return hours;
    }

    Optional<CountedPlace> place(String code) {
        return code == null ? Optional.empty() : places.apply(code);
    }

    Optional<HelpLine.Line> callInstead() {
        return callInstead.get();
    }

    /** The languages of the texts that were shown. */
    public Set<String> used() {
        return Set.copyOf(used);
    }

    /** Whether the translations into a language are listed. */
    boolean lists(String language) {
        return translations.isEmpty() || translations.contains(language.toLowerCase(Locale.ROOT));
    }

    Texts texts(Translatable record) {
        return new Texts(record);
    }

    /** The texts of one record, each in the first wanted language it exists in. */
    final class Texts {

        private final Translatable record;
        private final Map<String, Localized> localized = new LinkedHashMap<>();

        private Texts(Translatable record) {
            this.record = record;
        }

        String in(String field, String sourceText) {
            return record.text(field, sourceText, languages)
                    .map(text -> {
                        used.add(text.language());
                        localized.put(
                                field, new Localized(text.language(), text.origin(), text.reviewed(), text.stale()));
                        return text.value();
                    })
                    .orElse(null);
        }

        /** What is to be known of the texts taken so far. */
        Map<String, Localized> localized() {
            return localized.isEmpty() ? null : localized;
        }
    }
}
