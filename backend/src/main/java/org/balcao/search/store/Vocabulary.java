package org.balcao.search.store;

import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.balcao.directory.model.TaxonomyTerm;
import org.balcao.directory.model.Translation;
import org.balcao.directory.place.Gazetteer;
import org.balcao.directory.store.CountedPlaces;
import org.balcao.directory.store.CountedPlaces.CountedPlace;
import org.balcao.directory.store.RecordVersion;
import org.balcao.directory.store.Records;
import org.balcao.directory.store.ServiceCopy;
import org.balcao.directory.store.TaxonomyQueries;
import org.balcao.directory.store.TaxonomyQueries.TermQuery;
import org.balcao.search.model.Lexicon;
import org.balcao.search.model.Meaning;
import org.balcao.search.model.Phrase;
import org.balcao.search.situations.Situations;
import org.balcao.search.words.Word;
import org.balcao.search.words.Words;
import org.jboss.logging.Logger;

/** The phrases that are known: the word files, the names of needs and audiences in all languages, and of places. */
@ApplicationScoped
class Vocabulary {

    private static final String NEEDS = "balcao-needs";

    /**
     * A term of a taxonomy.
     *
     * @param code null if it has none
     * @param names by language
     */
    record Term(UUID id, UUID taxonomy, String code, boolean need, Map<String, String> names) {

        /** Its name in the first of the languages it has one in, else in Portuguese. */
        String name(List<String> languages) {
            return languages.stream()
                    .map(language -> names.get(language.split("-", 2)[0]))
                    .filter(name -> name != null)
                    .findFirst()
                    .orElse(names.get(Translation.SOURCE_LANGUAGE));
        }
    }

    /**
     * Everything known of words.
     *
     * @param all the terms in the order of their entry
     * @param terms those with a code, by it
     * @param copies all of them, by their ids, whole without PostgreSQL
     */
    record Known(
            Lexicon lexicon,
            List<Phrase> phrases,
            List<Term> all,
            Map<String, Term> terms,
            Map<UUID, TaxonomyTerm> copies,
            Map<String, CountedPlace> places) {

        /** The terms named by id or code, grouped by their taxonomy; a name nobody knows has none. */
        Map<UUID, List<UUID>> named(List<String> names) {
            Map<UUID, List<UUID>> named = new LinkedHashMap<>();
            for (Term term : all) {
                boolean byCode = term.code() != null && names.contains(term.code());
                if (byCode || names.contains(term.id().toString())) {
                    named.computeIfAbsent(term.taxonomy(), each -> new ArrayList<>())
                            .add(term.id());
                }
            }
            return named;
        }

        /** The codes of the terms named by id or code. */
        List<String> codes(List<String> names) {
            return all.stream()
                    .filter(term -> term.code() != null)
                    .filter(term -> names.contains(term.code())
                            || names.contains(term.id().toString()))
                    .map(Term::code)
                    .toList();
        }
    }

    /** Languages that people ask for; Portuguese is what they learn. */
    private static final List<String> SPOKEN = List.of(
            "en", "fr", "es", "uk", "ru", "ar", "fa", "ur", "hi", "bn", "ne", "zh", "ro", "tr", "ti", "pa", "ps", "ku",
            "so", "am", "wo", "de", "it", "pl", "bg", "ka");

    private static final int SHORTEST_PARISH = 5;

    private static final TermQuery ALL = new TermQuery(null, List.of(), false, List.of());
    private static final int MOST_TERMS = 10_000;

    /** Of letters; nobody types a longer one. */
    private static final int LONGEST_NAME = 500;

    private static final Logger LOG = Logger.getLogger("search");

    private final TaxonomyQueries taxonomies;
    private final Records records;
    private final CountedPlaces places;
    private final Situations situations;
    private final List<WordFile> files = WordFile.all();
    private final AtomicReference<Known> held = new AtomicReference<>();

    Vocabulary(TaxonomyQueries taxonomies, Records records, CountedPlaces places, Situations situations) {
        this.situations = situations;
        this.records = records;
        this.taxonomies = taxonomies;
        this.places = places;
    }

    /** What is known; made again when a term or a place changed. */
    Known known() {
        Known known = held.get();
        return known == null ? renew() : known;
    }

    @Transactional
    Known renew() {
        Map<String, Term> terms = new LinkedHashMap<>();
        List<UUID> ids = taxonomies.terms(ALL, 1, MOST_TERMS).stamps().stream()
                .map(RecordVersion::id)
                .toList();
        Map<UUID, TaxonomyTerm> copies = records.show(TaxonomyTerm.class, ids, Vocabulary::copy);
        copies.values().removeIf(Objects::isNull);
        List<Term> all = copies.values().stream().map(Vocabulary::term).toList();
        all.stream().filter(term -> term.code() != null).forEach(term -> terms.put(term.code(), term));
        List<Phrase> phrases = new ArrayList<>();
        Set<String> ignored = new HashSet<>();
        for (WordFile file : files) {
            Set<String> silent = new HashSet<>();
            file.ignore().forEach(each -> Words.of(each, file.language()).forEach(word -> silent.add(word.folded())));
            ignored.addAll(silent);
            for (WordFile.Concept concept : file.concepts()) {
                concept.said().forEach(said -> add(phrases, said, file.language(), silent, concept.meaning()));
            }
        }
        for (Term term : terms.values()) {
            Meaning meaning = term.need()
                    ? new Meaning(List.of(term.code()), null, null, null, null, null, null)
                    : new Meaning(null, List.of(term.code()), null, null, null, null, null);
            term.names().forEach((language, name) -> addName(phrases, term, language, name, meaning));
        }
        Map<String, CountedPlace> byCode = places.names().byCode();
        addPlaces(phrases, byCode);
        addParishes(phrases);
        addLanguages(phrases);
        Known known = new Known(new Lexicon(phrases, ignored), phrases, all, terms, copies, byCode);
        held.set(known);
        return known;
    }

    /** Null of a term that cannot be read: the others are known all the same. */
    private static TaxonomyTerm copy(TaxonomyTerm term) {
        try {
            return ServiceCopy.of(term);
        } catch (RuntimeException | StackOverflowError failure) {
            if (!RecordFault.isOne(failure)) {
                throw failure;
            }
            LOG.warnf("The term %s is left out of what the search knows: %s", term.id, RecordFault.reason(failure));
            return null;
        }
    }

    private static void addName(List<Phrase> phrases, Term term, String language, String name, Meaning meaning) {
        try {
            if (name != null && name.length() <= LONGEST_NAME) {
                add(phrases, name, language, Set.of(), meaning);
            }
        } catch (RuntimeException failure) {
            LOG.warnf("A name of the term %s is not known to the search: %s", term.id(), RecordFault.reason(failure));
        }
    }

    private static Term term(TaxonomyTerm term) {
        UUID taxonomy = term.taxonomyDetail == null ? term.id : term.taxonomyDetail.id;
        return new Term(term.id, taxonomy, term.code, isNeed(term), names(term));
    }

    private static boolean isNeed(TaxonomyTerm term) {
        return term.taxonomyDetail != null && NEEDS.equals(term.taxonomyDetail.name);
    }

    private static Map<String, String> names(TaxonomyTerm term) {
        Map<String, String> names = new HashMap<>();
        names.put(Translation.SOURCE_LANGUAGE, term.name);
        term.translations.stream()
                .filter(each -> each.field.equals("name"))
                .forEach(each -> names.put(each.language, each.value));
        return names;
    }

    private static void add(List<Phrase> phrases, String said, String language, Set<String> silent, Meaning meaning) {
        List<Word> words = Words.of(said, language);
        List<Word> saying =
                words.stream().filter(word -> !silent.contains(word.folded())).toList();
        if (!words.isEmpty()) {
            boolean town = !meaning.places().isEmpty() && !language.equals(Translation.SOURCE_LANGUAGE);
            boolean exact = meaning.asks() != null || meaning.spoken() != null || town;
            phrases.add(new Phrase(said, language, exact || saying.isEmpty() ? words : saying, meaning, exact));
        }
    }

    /** Parishes whose name is that of no other municipality's, and no word that people say for what they need: their municipality. */
    private void addParishes(List<Phrase> phrases) {
        Set<String> taken = new HashSet<>();
        phrases.forEach(phrase -> {
            if (phrase.words().size() == 1) {
                taken.add(phrase.words().getFirst().folded());
            }
        });
        Gazetteer.ofPortugal().parishNames().forEach((name, municipalities) -> {
            List<Word> words = Words.of(name, Translation.SOURCE_LANGUAGE);
            boolean ordinary = words.stream()
                    .allMatch(word -> taken.contains(word.folded())
                            || word.folded().length() < SHORTEST_PARISH
                            || situations.knows(word.folded()));
            if (municipalities.size() == 1 && !words.isEmpty() && !ordinary) {
                Meaning meaning = new Meaning(null, null, null, List.copyOf(municipalities), null, null, null);
                phrases.add(new Phrase(name, Translation.SOURCE_LANGUAGE, words, meaning, true));
            }
        });
    }

    /** The names of the languages that people ask for, in the languages that they ask in; Unicode's (CLDR). */
    private static void addLanguages(List<Phrase> phrases) {
        for (String spoken : SPOKEN) {
            Meaning meaning = new Meaning(null, null, null, null, spoken, null, null);
            for (String in : WordFile.LANGUAGES) {
                add(phrases, ULocale.getDisplayLanguage(spoken, in), in, Set.of(), meaning);
            }
        }
    }

    /** Places of one name are meant together: a district and its capital. */
    private static void addPlaces(List<Phrase> phrases, Map<String, CountedPlace> byCode) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        byCode.values()
                .forEach(
                        place -> codes.computeIfAbsent(place.name().toLowerCase(Locale.ROOT), each -> new ArrayList<>())
                                .add(place.code()));
        codes.forEach((name, both) -> add(
                phrases,
                name,
                Translation.SOURCE_LANGUAGE,
                Set.of(),
                new Meaning(null, null, null, both, null, null, null)));
    }
}
