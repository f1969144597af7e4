package org.balcao.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.balcao.search.Certainty;
import org.balcao.search.ServiceFilter.Terms;
import org.balcao.search.ServiceQuery;
import org.balcao.search.model.ContactWords;
import org.balcao.search.model.Countries;
import org.balcao.search.model.Days;
import org.balcao.search.model.Meaning;
import org.balcao.search.model.Understood;
import org.balcao.search.model.Understood.Fit;
import org.balcao.search.model.Understood.Group;
import org.balcao.search.situations.Situation;
import org.balcao.search.situations.Situations;
import org.balcao.search.situations.Situations.Guess;
import org.balcao.search.store.Intent.Kind;
import org.balcao.search.words.Word;
import org.balcao.search.words.Words;
import org.balcao.shared.StableId;

/** Works out what somebody wants: a way to reach someone, a name, a situation, or help in general. */
@ApplicationScoped
class Intents {
    private static final String STARTER_DATA = "portugal";
    private static final String HELP = "help";
    private static final int MOST_TOPICS = 3;
    private static final int MOST_AGREED = 2;
    private static final int MOST_WORDS_OF_A_NAME = 6;
    private static final int SHORTEST_NAME = 3;

    /** A situation that leads by less gives way to a name. */
    private static final double LEAD_OVER_A_NAME = 3;

    private static final int GENERAL_DOORS = 2;

    private final Countries countries = new Countries(WordFile.LANGUAGES);
    private final Situations situations;
    private final Map<String, List<UUID>> urgentLines = new HashMap<>();

    Intents(Situations situations) {
        this.situations = situations;
        WordFile.urgent().forEach((kind, lines) -> urgentLines.put(kind, ids(lines.services())));
    }

    /** What the index is asked while it is worked out. */
    interface Listings {
        /** Whether some listing has this telephone number, e-mail address or site. */
        boolean haveContact(String contact);

        /** Whether some listing has a word, or another form of it. */
        boolean have(Word word);

        /** Whether the name of one service, its organization or its programme has all of these words. */
        boolean haveName(List<Word> words);

        /** Whether the name of one service that is for one of some needs has all of these words. */
        boolean haveName(List<Word> words, List<String> needs);
    }

    Intent of(ServiceQuery query, Understood understood, Vocabulary.Known known, Listings listings, Instant now) {
        if (!query.searches()) {
            return browsing(query, known);
        }
        ZonedDateTime moment = moment(understood, PlaceZones.of(query, understood, known.places()), now);
        List<String> contacts = ContactWords.in(query.search()).stream()
                .map(ContactWords.Typed::word)
                .filter(listings::haveContact)
                .toList();
        if (!contacts.isEmpty()) {
            return new Intent(
                    Kind.CONTACT,
                    Certainty.SURE,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    contacts,
                    moment);
        }
        List<Group> said = understood.groups().stream()
                .filter(group -> !isCircumstance(group))
                .toList();
        String rest = rest(query.search(), understood);
        if (said.isEmpty() && rest.isBlank()) {
            return words(Certainty.SURE, List.of(), moment);
        }
        Guess guess = situations.guess(rest);
        List<String> needs = needs(said);
        if (needs.isEmpty() && isName(said, understood, guess, listings)) {
            return words(Certainty.SURE, List.of(), moment);
        }
        if (!needs.isEmpty() && !agrees(guess, needs)) {
            return ofNeeds(Kind.SITUATION, needs, needs::contains, needs, moment);
        }
        if (guess.certainty() == Certainty.SURE) {
            return guess.situation().byCountry()
                    ? byCountry(guess, rest, listings, moment)
                    : situation(guess.situation(), Certainty.SURE, guess, null, moment);
        }
        if (situations.mayBeDanger(guess)) {
            return situation(guess.situation(), guess.certainty(), guess, null, moment);
        }
        if (guess.certainty() == Certainty.OUTSIDE) {
            return help(Certainty.OUTSIDE, guess, moment);
        }
        Optional<Situation> agreed = agreed(guess, said);
        if (agreed.isPresent()) {
            return situation(agreed.get(), Certainty.UNSURE, guess, null, moment);
        }
        boolean knownOnly =
                !said.isEmpty() && said.stream().allMatch(group -> group.isKnown() && group.fit() != Fit.MISTYPED);
        if (knownOnly) {
            return words(Certainty.SURE, topics(guess), moment);
        }
        return situations.knowsLittle(guess)
                ? words(Certainty.UNSURE, topics(guess), moment)
                : help(Certainty.UNSURE, guess, moment);
    }

    /** The offices of the country that is meant: no door if the directory has none of it, and not sure while nobody says which it is. */
    private Intent byCountry(Guess guess, String text, Listings listings, ZonedDateTime moment) {
        Situation situation = guess.situation();
        Optional<String> country = countries.in(text).or(() -> countries.whoseLanguage(text));
        if (country.isEmpty()) {
            return situation(situation, Certainty.UNSURE, guess, null, moment);
        }
        return listings.haveName(Words.of(country.get(), "pt"), situation.needs())
                ? situation(situation, Certainty.SURE, guess, country.get(), moment)
                : help(Certainty.OUTSIDE, guess, moment);
    }

    /** The needs that are all that is said, such as "work"; none where anything else is said. */
    private static List<String> needs(List<Group> said) {
        return said.stream().allMatch(Intents::isNeed) ? needsAmong(said) : List.of();
    }

    private static List<String> needsAmong(List<Group> said) {
        return said.stream()
                .filter(Intents::isNeed)
                .flatMap(group -> group.meanings().stream())
                .flatMap(meaning -> meaning.needs().stream())
                .distinct()
                .toList();
    }

    private static boolean isNeed(Group group) {
        return group.fit() != Fit.MISTYPED
                && group.meanings().stream()
                        .anyMatch(meaning -> !meaning.needs().isEmpty());
    }

    /**
     * Two hints that agree put the doors of a situation first, and no more: it is about a need that is said in so many words, or the words of the
     * sentence and what they mean both speak of it.
     */
    private static Optional<Situation> agreed(Guess guess, List<Group> said) {
        List<String> needs = needsAmong(said);
        return guess.nearest().stream()
                .limit(MOST_AGREED)
                .filter(each ->
                        !each.needs().isEmpty() && needs.contains(each.needs().getFirst()))
                .findFirst()
                .or(() -> Optional.ofNullable(guess.situation())
                        .filter(nearest -> guess.agreed() && !nearest.unsure() && !nearest.outside()));
    }

    /** Whether the situation is surely one of the needs, and not a narrower one: "work" alone is no accident at work. */
    private static boolean agrees(Guess guess, List<String> needs) {
        return guess.certainty() == Certainty.SURE
                && needs.contains(guess.situation().needs().getFirst());
    }

    /** A place, a language, a day or "free": where, in what and when, not what. */
    private static boolean isCircumstance(Group group) {
        return group.isKnown()
                && group.meanings().stream()
                        .allMatch(meaning -> meaning.needs().isEmpty()
                                && meaning.search().isEmpty()
                                && meaning.audiences().isEmpty()
                                && (!meaning.places().isEmpty() || meaning.spoken() != null || meaning.asks() != null));
    }

    /** What was typed without the places, days and numbers in it; a language stays, since "who speaks Hindi" is a situation too. */
    private static String rest(String typed, Understood understood) {
        var rest = new StringBuilder(typed);
        for (Group group : understood.groups()) {
            boolean circumstance = isCircumstance(group)
                    && group.meanings().stream().noneMatch(meaning -> meaning.spoken() != null)
                    && group.meanings().stream().noneMatch(meaning -> "free".equals(meaning.asks()));
            if (circumstance) {
                group.words().forEach(word -> blank(rest, word.start(), word.end()));
            }
        }
        ContactWords.in(typed).forEach(contact -> blank(rest, contact.start(), contact.end()));
        return rest.toString();
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int at = start; at < Math.min(end, text.length()); at++) {
            text.setCharAt(at, ' ');
        }
    }

    private static ZonedDateTime moment(Understood understood, ZoneId zone, Instant now) {
        return understood.groups().stream()
                .flatMap(group -> group.meanings().stream())
                .map(Meaning::asks)
                .filter(Objects::nonNull)
                .map(asks -> Days.moment(asks, now, zone))
                .flatMap(Optional::stream)
                .findFirst()
                .map(moment -> moment.atZone(zone))
                .orElse(null);
    }

    /** A few words that all stand in one name, and that hardly anybody says of a situation; or another name of something. */
    private boolean isName(List<Group> said, Understood understood, Guess guess, Listings listings) {
        if (said.isEmpty() || understood.wordCount() > MOST_WORDS_OF_A_NAME) {
            return false;
        }
        List<Group> written = said.stream()
                .filter(group -> group.isKnown() || listings.have(group.words().getFirst()))
                .toList();
        if (!written.isEmpty() && written.stream().allMatch(Intents::isOtherName)) {
            return true;
        }
        List<Word> words =
                said.stream().flatMap(group -> group.words().stream()).toList();
        boolean unusual =
                guess.lead() < LEAD_OVER_A_NAME || words.stream().anyMatch(word -> !situations.knows(word.folded()));
        return unusual && listings.haveName(words);
    }

    private Intent situation(
            Situation situation, Certainty certainty, Guess guess, String country, ZonedDateTime moment) {
        Set<UUID> lines = new LinkedHashSet<>(lines(situation));
        // a second danger that is nearly as near: a line that was not needed harms less than one that was not shown
        guess.close().forEach(other -> lines.addAll(lines(other)));
        return new Intent(
                Kind.SITUATION,
                certainty,
                situation,
                certainty == Certainty.SURE ? List.of() : topics(guess),
                List.copyOf(lines),
                without(lines, ids(situation.first())),
                situation.needs(),
                situation.near(),
                country,
                List.of(),
                moment);
    }

    /**
     * The lines and desks that help with anything; where it is not sure, the first doors of what it may be after two of them, and that of what is
     * likely before them.
     */
    private Intent help(Certainty certainty, Guess guess, ZonedDateTime moment) {
        Set<UUID> lines = new LinkedHashSet<>();
        List<UUID> general = general();
        Set<UUID> first = new LinkedHashSet<>(general);
        if (certainty == Certainty.UNSURE) {
            guess.close().forEach(other -> lines.addAll(lines(other)));
            first = new LinkedHashSet<>();
            if (situations.isLikely(guess)) {
                ids(guess.situation().first()).stream().limit(1).forEach(first::add);
            }
            first.addAll(general.subList(0, GENERAL_DOORS));
            for (Situation each : guess.nearest()) {
                ids(each.first()).stream().limit(1).forEach(first::add);
            }
            first.addAll(general);
        }
        return new Intent(
                Kind.HELP,
                certainty,
                guess.situation(),
                certainty == Certainty.OUTSIDE ? List.of() : topics(guess),
                List.copyOf(lines),
                without(lines, List.copyOf(first)),
                List.of(),
                certainty == Certainty.OUTSIDE || guess.situation() == null
                        ? List.of()
                        : guess.situation().near(),
                null,
                List.of(),
                moment);
    }

    /** Whether somebody answers there whatever the question is. */
    boolean helpsWithAnything(UUID service) {
        return general().contains(service);
    }

    private List<UUID> general() {
        return ids(situations.named(HELP).first());
    }

    private static List<UUID> without(Set<UUID> lines, List<UUID> doors) {
        return doors.stream().filter(door -> !lines.contains(door)).toList();
    }

    private static Intent words(Certainty certainty, List<String> topics, ZonedDateTime moment) {
        return new Intent(
                Kind.WORDS,
                certainty,
                null,
                topics,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                moment);
    }

    /** Nothing was typed: the needs that were chosen. */
    private Intent browsing(ServiceQuery query, Vocabulary.Known known) {
        List<String> codes = query.asked().stream()
                .filter(Terms.class::isInstance)
                .flatMap(terms -> known.codes(((Terms) terms).any()).stream())
                .toList();
        return ofNeeds(Kind.ALL, codes, need -> isAbout(need, codes), List.of(), null);
    }

    /**
     * The doors of all situations that are about some needs, dangers first.
     *
     * @param about whether the need that a situation is about first is one of them
     */
    private Intent ofNeeds(
            Kind kind, List<String> codes, Predicate<String> about, List<String> needs, ZonedDateTime moment) {
        Set<UUID> lines = new LinkedHashSet<>();
        Set<UUID> first = new LinkedHashSet<>();
        for (Situation each : situations.all()) {
            if (!each.needs().isEmpty() && about.test(each.needs().getFirst())) {
                lines.addAll(lines(each));
                first.addAll(ids(each.first()));
            }
        }
        return new Intent(
                kind,
                Certainty.SURE,
                null,
                List.of(),
                List.copyOf(lines),
                without(lines, List.copyOf(first)),
                needs,
                codes,
                null,
                List.of(),
                moment);
    }

    /** Words that hardly anybody says of a situation, so that they rather name something: those of the groups that nothing is known of. */
    List<Word> names(Understood understood) {
        return understood.groups().stream()
                .filter(group -> !group.isKnown())
                .flatMap(group -> group.words().stream())
                .filter(word -> word.folded().length() >= SHORTEST_NAME && !situations.knows(word.folded()))
                .toList();
    }

    /** Another name of an office, such as CLAIM. */
    private static boolean isOtherName(Group group) {
        return group.meanings().stream()
                .anyMatch(meaning ->
                        !meaning.search().isEmpty() && meaning.needs().isEmpty());
    }

    private static boolean isAbout(String need, List<String> codes) {
        return codes.stream().anyMatch(code -> need.equals(code) || need.startsWith(code + "."));
    }

    private List<UUID> lines(Situation situation) {
        return situation.urgent() == null ? List.of() : urgentLines.getOrDefault(situation.urgent(), List.of());
    }

    private static List<String> topics(Guess guess) {
        return guess.nearest().stream()
                .flatMap(each -> each.needs().stream().limit(1))
                .distinct()
                .limit(MOST_TOPICS)
                .toList();
    }

    static List<UUID> ids(List<String> services) {
        return services.stream()
                .map(id -> StableId.of(STARTER_DATA, "service", id))
                .toList();
    }
}
