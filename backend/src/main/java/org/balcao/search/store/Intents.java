package org.balcao.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.balcao.search.ServiceFilter.Places;
import org.balcao.search.ServiceFilter.Terms;
import org.balcao.search.ServiceQuery;
import org.balcao.search.model.ContactWords;
import org.balcao.search.model.Days;
import org.balcao.search.model.Meaning;
import org.balcao.search.model.Understood;
import org.balcao.search.model.Understood.Fit;
import org.balcao.search.model.Understood.Group;
import org.balcao.search.situations.Certainty;
import org.balcao.search.situations.Situation;
import org.balcao.search.situations.Situations;
import org.balcao.search.situations.Situations.Guess;
import org.balcao.search.store.Intent.Kind;
import org.balcao.search.words.Word;
import org.balcao.shared.StableId;

/** Works out what somebody wants: a way to reach someone, a name, a situation, or help in general. */
@ApplicationScoped
class Intents {
    private static final String STARTER_DATA = "portugal";
    private static final String HELP = "help";
    private static final ZoneId HERE = ZoneId.of("Europe/Lisbon");
    private static final int MOST_TOPICS = 3;
    private static final int MOST_WORDS_OF_A_NAME = 6;

    /** A situation that leads by less gives way to a name. */
    private static final double LEAD_OVER_A_NAME = 3;

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

        /** Whether the name of one service, its organization or its programme has all of these words. */
        boolean haveName(List<Word> words);

        /** Whether some service fits every group of words. */
        boolean haveAll();
    }

    Intent of(ServiceQuery query, Understood understood, Vocabulary.Known known, Listings listings, Instant now) {
        if (!query.searches()) {
            return browsing(query, known);
        }
        Instant moment = moment(understood, now);
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
        if (isName(said, understood, guess, listings)) {
            return words(Certainty.SURE, List.of(), moment);
        }
        if (guess.certainty() == Certainty.SURE) {
            return situation(guess, moment);
        }
        if (guess.certainty() == Certainty.OUTSIDE) {
            return help(Certainty.OUTSIDE, guess, moment);
        }
        boolean needsOnly =
                !said.isEmpty() && said.stream().allMatch(group -> group.isKnown() && group.fit() != Fit.MISTYPED);
        if (needsOnly) {
            return words(Certainty.SURE, topics(guess), moment);
        }
        return !isCryForHelp(guess) && listings.haveAll()
                ? words(Certainty.UNSURE, topics(guess), moment)
                : help(Certainty.UNSURE, guess, moment);
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

    private static Instant moment(Understood understood, Instant now) {
        return understood.groups().stream()
                .flatMap(group -> group.meanings().stream())
                .map(Meaning::asks)
                .filter(Objects::nonNull)
                .map(asks -> Days.moment(asks, now, HERE))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** A few words that all stand in one name, and that hardly anybody says of a situation; or another name of something. */
    private boolean isName(List<Group> said, Understood understood, Guess guess, Listings listings) {
        if (said.isEmpty() || understood.wordCount() > MOST_WORDS_OF_A_NAME) {
            return false;
        }
        if (said.stream()
                .allMatch(group -> group.meanings().stream()
                        .anyMatch(meaning ->
                                !meaning.search().isEmpty() && meaning.needs().isEmpty()))) {
            return true;
        }
        List<Word> words =
                said.stream().flatMap(group -> group.words().stream()).toList();
        boolean unusual =
                guess.lead() < LEAD_OVER_A_NAME || words.stream().anyMatch(word -> !situations.knows(word.folded()));
        return unusual && listings.haveName(words);
    }

    private static boolean isCryForHelp(Guess guess) {
        return guess.situation() == null || guess.situation().unsure();
    }

    private Intent situation(Guess guess, Instant moment) {
        Situation situation = guess.situation();
        Set<UUID> lines = new LinkedHashSet<>(lines(situation));
        // a second danger that is nearly as near: a line that was not needed harms less than one that was not shown
        guess.close().forEach(other -> lines.addAll(lines(other)));
        return new Intent(
                Kind.SITUATION,
                Certainty.SURE,
                situation,
                List.of(),
                List.copyOf(lines),
                ids(situation.first()),
                situation.needs(),
                situation.near(),
                List.of(),
                moment);
    }

    private Intent help(Certainty certainty, Guess guess, Instant moment) {
        Situation help = situations.named(HELP);
        Set<UUID> lines = new LinkedHashSet<>();
        if (certainty == Certainty.UNSURE) {
            guess.close().forEach(other -> lines.addAll(lines(other)));
        }
        return new Intent(
                Kind.HELP,
                certainty,
                guess.situation(),
                certainty == Certainty.OUTSIDE ? List.of() : topics(guess),
                List.copyOf(lines),
                ids(help.first()),
                List.of(),
                List.of(),
                List.of(),
                moment);
    }

    private static Intent words(Certainty certainty, List<String> topics, Instant moment) {
        return new Intent(
                Kind.WORDS, certainty, null, topics, List.of(), List.of(), List.of(), List.of(), List.of(), moment);
    }

    /** Nothing was typed: the doors of all situations that a chosen need is about, dangers first. */
    private Intent browsing(ServiceQuery query, Vocabulary.Known known) {
        List<String> codes = query.asked().stream()
                .filter(Terms.class::isInstance)
                .flatMap(terms -> known.codes(((Terms) terms).any()).stream())
                .toList();
        Set<UUID> lines = new LinkedHashSet<>();
        Set<UUID> first = new LinkedHashSet<>();
        for (Situation each : situations.all()) {
            if (!each.needs().isEmpty() && isAbout(each.needs().getFirst(), codes)) {
                lines.addAll(lines(each));
                first.addAll(ids(each.first()));
            }
        }
        return new Intent(
                Kind.ALL,
                Certainty.SURE,
                null,
                List.of(),
                List.copyOf(lines),
                List.copyOf(first),
                List.of(),
                query.asks(Places.class) ? codes : List.of(),
                List.of(),
                null);
    }

    private static boolean isAbout(String need, List<String> codes) {
        return codes.stream().anyMatch(code -> need.equals(code) || need.startsWith(code + "."));
    }

    private List<UUID> lines(Situation situation) {
        return situation.urgent() == null ? List.of() : urgentLines.getOrDefault(situation.urgent(), List.of());
    }

    private static List<String> topics(Guess guess) {
        Set<String> topics = new LinkedHashSet<>();
        if (guess.situation() != null && !guess.situation().needs().isEmpty()) {
            topics.add(guess.situation().needs().getFirst());
        }
        guess.others().forEach(other -> other.needs().stream().limit(1).forEach(topics::add));
        return new ArrayList<>(topics).subList(0, Math.min(MOST_TOPICS, topics.size()));
    }

    private static List<UUID> ids(List<String> services) {
        return services.stream()
                .map(id -> StableId.of(STARTER_DATA, "service", id))
                .toList();
    }
}
