package org.balcao.search.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.balcao.search.model.Understood.Fit;
import org.balcao.search.model.Understood.Group;
import org.balcao.search.words.Word;
import org.balcao.search.words.Words;

/**
 * All phrases that are known, in every language at once. A phrase is met when all its words are near each other in what was typed, in any
 * order: as they are, in another form, as they sound in Latin letters, or with typing mistakes.
 */
public final class Lexicon {

    private static final int SPREAD = 3;
    private static final int SHORTEST_SOUND = 4;

    /** A short word is too near to too many names: "gais" is not Gaia. */
    private static final int SHORTEST_MISTYPED = 5;

    private static final Set<String> OTHER_SCRIPTS =
            Set.of("uk", "ru", "ar", "fa", "ur", "hi", "bn", "ne", "zh", "ka", "ti");
    private static final Set<String> WITHOUT_VOWELS = Set.of("ar", "fa", "ur");

    private record Spot(Phrase phrase, int word) {}

    /** A phrase as it was met. */
    private record Met(Phrase phrase, Set<Integer> at, Fit fit) {}

    private final Map<String, List<Spot>> byFolded = new HashMap<>();
    private final Map<String, List<Spot>> byStem = new HashMap<>();
    private final Map<String, List<Spot>> bySound = new HashMap<>();
    private final Set<String> ignored = new HashSet<>();

    /** @param ignored words that say nothing of what is sought, folded */
    public Lexicon(Collection<Phrase> phrases, Collection<String> ignored) {
        this.ignored.addAll(ignored);
        for (Phrase phrase : phrases) {
            for (int i = 0; i < phrase.words().size(); i++) {
                Word word = phrase.words().get(i);
                Spot spot = new Spot(phrase, i);
                byFolded.computeIfAbsent(word.folded(), each -> new ArrayList<>())
                        .add(spot);
                if (phrase.exact()) {
                    continue;
                }
                if (phrase.meaning().places().isEmpty()) {
                    word.stems()
                            .forEach(stem -> byStem.computeIfAbsent(stem, each -> new ArrayList<>())
                                    .add(spot));
                }
                if (OTHER_SCRIPTS.contains(phrase.language())) {
                    addSound(Words.sound(word.folded()), spot);
                    if (WITHOUT_VOWELS.contains(phrase.language())) {
                        addSound("-" + Words.consonants(word.folded()), spot);
                    }
                }
            }
        }
    }

    private void addSound(String sound, Spot spot) {
        if (sound.length() >= SHORTEST_SOUND) {
            bySound.computeIfAbsent(sound, each -> new ArrayList<>()).add(spot);
        }
    }

    /**
     * Reads what was typed.
     *
     * @param isWritten whether some listing has the word, so that it is not taken for a mistyped other one
     */
    public Understood read(String typed, Predicate<Word> isWritten) {
        List<Word> words = Words.typed(typed);
        Map<Phrase, Map<Integer, Integer>> spots = new LinkedHashMap<>(); // phrase → its word → where it was typed
        Map<Phrase, Fit> fits = new HashMap<>();
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            boolean found = note(byFolded.get(word.folded()), at, Fit.SAME, spots, fits);
            for (String stem : word.stems()) {
                found |= note(byStem.get(stem), at, Fit.STEM, spots, fits);
            }
            if (!found
                    && !ignored.contains(word.folded())
                    && !isWritten.test(word)
                    && !notePlace(word, at, spots, fits)) {
                boolean sounds = note(bySound.get(Words.sound(word.folded())), at, Fit.SOUND, spots, fits)
                        | note(bySound.get("-" + Words.consonants(word.folded())), at, Fit.SOUND, spots, fits);
                if (!sounds) {
                    noteMistyped(word, at, spots, fits);
                }
            }
        }
        return grouped(typed, words, chosen(words, spots, fits));
    }

    private static boolean note(
            List<Spot> found, int at, Fit fit, Map<Phrase, Map<Integer, Integer>> spots, Map<Phrase, Fit> fits) {
        if (found == null) {
            return false;
        }
        for (Spot spot : found) {
            Map<Integer, Integer> met = spots.computeIfAbsent(spot.phrase(), each -> new TreeMap<>());
            if (!met.containsKey(spot.word()) && !met.containsValue(at)) {
                met.put(spot.word(), at);
                fits.merge(spot.phrase(), fit, (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        }
        return true;
    }

    /** A place with "in", "to" or "from" written into its name. */
    private boolean notePlace(Word word, int at, Map<Phrase, Map<Integer, Integer>> spots, Map<Phrase, Fit> fits) {
        String typed = word.typed().toLowerCase(Locale.ROOT);
        Set<String> languages = PlaceForms.languages(typed);
        for (String name : PlaceForms.of(typed)) {
            List<Spot> places = byFolded.getOrDefault(name, List.of()).stream()
                    .filter(spot -> !spot.phrase().meaning().places().isEmpty()
                            && spot.phrase().words().size() == 1
                            && languages.contains(spot.phrase().language()))
                    .toList();
            if (!places.isEmpty()) {
                return note(places, at, Fit.STEM, spots, fits);
            }
        }
        return false;
    }

    private void noteMistyped(Word word, int at, Map<Phrase, Map<Integer, Integer>> spots, Map<Phrase, Fit> fits) {
        int most = word.folded().length() < SHORTEST_MISTYPED ? 0 : Words.mistakes(word.folded());
        if (most == 0) {
            return;
        }
        int least = most;
        List<List<Spot>> nearest = new ArrayList<>();
        for (Map.Entry<String, List<Spot>> known : byFolded.entrySet()) {
            if (known.getKey().length() < SHORTEST_SOUND
                    || known.getKey().charAt(0) != word.folded().charAt(0)
                    || known.getValue().stream().noneMatch(Lexicon::mayBeMistyped)) {
                continue;
            }
            int distance = Words.distance(word.folded(), known.getKey(), least);
            if (distance < least) {
                nearest.clear();
                least = distance;
            }
            if (distance == least) {
                nearest.add(known.getValue());
            }
        }
        nearest.forEach(spotsOfWord ->
                note(spotsOfWord.stream().filter(Lexicon::mayBeMistyped).toList(), at, Fit.MISTYPED, spots, fits));
    }

    /** Names and places may: a need, a danger or a day is never understood from a word that is another one. */
    private static boolean mayBeMistyped(Spot spot) {
        Meaning meaning = spot.phrase().meaning();
        return !spot.phrase().exact() && meaning.needs().isEmpty() && meaning.urgent() == null;
    }

    /** The phrases that are met whole, the longest and best first, none over another. */
    private List<Met> chosen(List<Word> words, Map<Phrase, Map<Integer, Integer>> spots, Map<Phrase, Fit> fits) {
        List<Met> met = new ArrayList<>();
        spots.forEach((phrase, where) -> {
            Set<Integer> at = Set.copyOf(where.values());
            int spread = at.stream().max(Integer::compare).orElse(0)
                    - at.stream().min(Integer::compare).orElse(0)
                    + 1;
            if (where.size() == phrase.words().size()
                    && spread <= at.size() + SPREAD
                    && !(at.size() == 1
                            && ignored.contains(words.get(at.iterator().next()).folded()))) {
                met.add(new Met(phrase, at, fits.get(phrase)));
            }
        });
        met.sort(Comparator.comparingInt((Met each) -> -each.at().size()).thenComparing(Met::fit));
        List<Met> chosen = new ArrayList<>();
        for (Met each : met) {
            boolean free = chosen.stream()
                    .allMatch(other -> other.at().equals(each.at()) && other.fit() == each.fit()
                            || other.at().stream().noneMatch(each.at()::contains));
            if (free) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    private Understood grouped(String typed, List<Word> words, List<Met> chosen) {
        Map<Integer, Group> groups = new TreeMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Met met : chosen) {
            int first = met.at().stream().min(Integer::compare).orElseThrow();
            taken.addAll(met.at());
            Group held = groups.get(first);
            List<Meaning> meanings = new ArrayList<>(held == null ? List.of() : held.meanings());
            if (!meanings.contains(met.phrase().meaning())) {
                meanings.add(met.phrase().meaning());
            }
            List<Word> said = met.at().stream().sorted().map(words::get).toList();
            groups.put(first, new Group(said, meanings, met.fit(), met.at().contains(words.size() - 1)));
        }
        boolean onlyIgnored = taken.isEmpty() && words.stream().allMatch(word -> ignored.contains(word.folded()));
        int saying = taken.size();
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            if (!taken.contains(at) && (onlyIgnored || !ignored.contains(word.folded()))) {
                saying++;
                groups.put(at, new Group(List.of(word), List.of(), Fit.SAME, at == words.size() - 1));
            }
        }
        return new Understood(typed, List.copyOf(groups.values()), saying);
    }
}
