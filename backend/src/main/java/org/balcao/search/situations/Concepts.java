package org.balcao.search.situations;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.util.StringHelper;
import org.balcao.search.words.Spelling;

/**
 * What words mean, whatever language they are in: {@code search/concepts/*.tsv} gives the words and short phrases of each language for each concept of
 * {@code search/concepts.tsv}. So a sentence is also compared with those of other languages. A word that is not listed counts as one that begins
 * like it, if both go on differently for three letters at most.
 */
final class Concepts {
    private static final int SEED = 20_261_127;
    private static final int LONGEST_PHRASE = 3;
    private static final int LONGEST_PIECE = 5;
    private static final int SHORTEST_BEGINNING = 5;
    private static final int LONGEST_ENDING = 3;
    private static final short NONE = -1;
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern BETWEEN_FORMS = Pattern.compile("\\s*\\|\\s*");

    /** Where a word or phrase is written: numbers of 32 bits in their order; one may stand there once for each language. */
    private final int[] written;

    private final byte[] language;
    private final short[] concept;

    private Concepts(int[] written, byte[] language, short[] concept) {
        this.written = written;
        this.language = language;
        this.concept = concept;
    }

    /** The concepts and words of the resources. */
    static Concepts ofResources() {
        var ids = new HashMap<String, Short>();
        TabSeparated.lines("/search/concepts.tsv").forEach(line -> ids.put(line[0], (short) ids.size()));
        var table = new Table();
        for (byte language = 0; language < SituationBank.LANGUAGES.size(); language++) {
            for (String[] line :
                    TabSeparated.lines("/search/concepts/" + SituationBank.LANGUAGES.get(language) + ".tsv")) {
                for (String form : BETWEEN_FORMS.split(line[1].strip())) {
                    table.add(form, language, ids.get(line[0]));
                }
            }
        }
        return table.built();
    }

    /** Collects words and their beginnings; of several meanings in a language that of the word with fewest letters left, and of those the first. */
    private static final class Table {
        private record Written(int number, byte language) {}

        private record Meant(short concept, int lettersLeft) {}

        private final Map<Written, Meant> entries = new HashMap<>();

        void add(String form, byte language, short concept) {
            String phrase = String.join(" ", folded(Spelling.runs(form)));
            if (isHan(form)) {
                put(signs(form), language, new Meant(concept, 0));
            } else if (!phrase.isEmpty()) {
                put(phrase(phrase), language, new Meant(concept, 0));
                if (phrase.indexOf(' ') < 0) {
                    addBeginnings(phrase, language, concept);
                }
            }
        }

        private void addBeginnings(String word, byte language, short concept) {
            for (int cut = 0; cut <= LONGEST_ENDING && word.length() - cut >= SHORTEST_BEGINNING; cut++) {
                put(beginning(word.substring(0, word.length() - cut)), language, new Meant(concept, cut));
            }
        }

        private void put(int number, byte language, Meant meant) {
            entries.merge(
                    new Written(number, language),
                    meant,
                    (one, other) -> one.lettersLeft() <= other.lettersLeft() ? one : other);
        }

        Concepts built() {
            List<Written> order = entries.keySet().stream()
                    .sorted(Comparator.comparingInt(Written::number).thenComparing(Written::language))
                    .toList();
            var built = new Concepts(new int[order.size()], new byte[order.size()], new short[order.size()]);
            for (int at = 0; at < order.size(); at++) {
                built.written[at] = order.get(at).number();
                built.language[at] = order.get(at).language();
                built.concept[at] = entries.get(order.get(at)).concept();
            }
            return built;
        }
    }

    void write(DataOutput to) throws IOException {
        to.writeInt(written.length);
        for (int at = 0; at < written.length; at++) {
            to.writeInt(written[at]);
            to.writeByte(language[at]);
            to.writeShort(concept[at]);
        }
    }

    /** @throws IOException if it is not what {@link #write} wrote */
    static Concepts read(DataInput from) throws IOException {
        int length = from.readInt();
        var read = new Concepts(new int[length], new byte[length], new short[length]);
        for (int at = 0; at < length; at++) {
            read.written[at] = from.readInt();
            read.language[at] = from.readByte();
            read.concept[at] = from.readShort();
        }
        return read;
    }

    /** The concepts of a text in a language. */
    List<Integer> in(String text, String language) {
        return new Reading(text).in(SituationBank.LANGUAGES.indexOf(language));
    }

    /** The concepts of a text in the language that has most of its words. */
    List<Integer> in(String text) {
        var reading = new Reading(text);
        int best = 0;
        for (int language = 1; language < SituationBank.LANGUAGES.size(); language++) {
            if (reading.covered(language) > reading.covered(best)) {
                best = language;
            }
        }
        return reading.in(best);
    }

    /** A text, with what its words mean in each language. */
    private final class Reading {
        private final List<Integer> ofSigns = new ArrayList<>();
        private final List<String> words = new ArrayList<>();

        /** By the first word, the number of words less one, and the language. */
        private final short[][][] meant;

        Reading(String text) {
            for (String run : Spelling.runs(text)) {
                if (isHan(run)) {
                    addSigns(run);
                } else {
                    words.addAll(folded(List.of(run)));
                }
            }
            meant = new short[words.size()][LONGEST_PHRASE][SituationBank.LANGUAGES.size()];
            for (int from = 0; from < words.size(); from++) {
                for (int length = 1; length <= LONGEST_PHRASE; length++) {
                    Arrays.fill(meant[from][length - 1], NONE);
                    if (from + length <= words.size()) {
                        find(phrase(String.join(" ", words.subList(from, from + length))), meant[from][length - 1]);
                    }
                }
                addBeginnings(words.get(from), meant[from][0]);
            }
        }

        private void addBeginnings(String word, short[] byLanguage) {
            for (int cut = 0; cut <= LONGEST_ENDING && word.length() - cut >= SHORTEST_BEGINNING; cut++) {
                find(beginning(word.substring(0, word.length() - cut)), byLanguage);
            }
        }

        /** The longest pieces that are known, from the first sign on. */
        private void addSigns(String run) {
            for (int from = 0; from < run.length(); ) {
                int length = Math.min(LONGEST_PIECE, run.length() - from);
                short[] byLanguage = new short[SituationBank.LANGUAGES.size()];
                Arrays.fill(byLanguage, NONE);
                for (; length > 0; length--) {
                    find(signs(run.substring(from, from + length)), byLanguage);
                    if (byLanguage[SituationBank.LANGUAGES.indexOf("zh")] != NONE) {
                        ofSigns.add((int) byLanguage[SituationBank.LANGUAGES.indexOf("zh")]);
                        break;
                    }
                }
                from += Math.max(1, length);
            }
        }

        /** How many words are known in a language. */
        int covered(int language) {
            int covered = 0;
            for (int from = 0; from < words.size(); ) {
                int length = longest(from, language);
                covered += length;
                from += Math.max(1, length);
            }
            return covered;
        }

        List<Integer> in(int language) {
            List<Integer> found = new ArrayList<>(ofSigns);
            for (int from = 0; from < words.size(); ) {
                int length = longest(from, language);
                if (length > 0) {
                    found.add((int) meant[from][length - 1][language]);
                }
                from += Math.max(1, length);
            }
            return found;
        }

        private int longest(int from, int language) {
            int length = LONGEST_PHRASE;
            while (length > 0 && meant[from][length - 1][language] == NONE) {
                length--;
            }
            return length;
        }
    }

    /** Notes what is written with this number means in each language in which nothing is noted yet. */
    private void find(int number, short[] byLanguage) {
        int at = Arrays.binarySearch(written, number);
        if (at < 0) {
            return;
        }
        while (at > 0 && written[at - 1] == number) {
            at--;
        }
        for (; at < written.length && written[at] == number; at++) {
            if (byLanguage[language[at]] == NONE) {
                byLanguage[language[at]] = concept[at];
            }
        }
    }

    private static List<String> folded(List<String> runs) {
        return runs.stream()
                .map(Spelling::folded)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean isHan(String run) {
        return !run.isEmpty() && UnicodeScript.of(run.codePointAt(0)) == UnicodeScript.HAN;
    }

    private static int phrase(String folded) {
        return number("p", folded);
    }

    private static int beginning(String folded) {
        return number("b", folded);
    }

    private static int signs(String run) {
        return number("z", SPACE.matcher(run).replaceAll(""));
    }

    private static int number(String kind, String text) {
        byte[] bytes = (kind + ":" + text).getBytes(StandardCharsets.UTF_8);
        return StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, SEED);
    }
}
