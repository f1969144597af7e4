package org.balcao.search.situations;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.StringHelper;
import org.balcao.search.words.Spelling;
import org.balcao.search.words.Words;

/**
 * What a sentence is compared by: its words in Latin letters, how they sound, their consonants, pairs of neighbours, and their pieces of three to
 * five letters, which count half; of scripts without spaces, their signs. Each is a number of 32 bits; hardly two of half a million share one.
 * Apart from these, the concepts of its words.
 */
final class Features {
    private static final int SEED = 20_261_127;
    private static final int SHORTEST_SOUND = 4;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;
    private static final int MOST_SIGNS = 3;

    private static final float PIECE = 0.5f;
    private static final float PAIR = 0.5f;
    private static final int MOST_CONCEPTS = 10_000;

    /** Of how much a feature is there: how often it comes, and how much its kind counts. */
    static final class Amount {
        private final float kind;
        private int times;

        private Amount(float kind) {
            this.kind = kind;
        }

        /** The second time a feature comes it says less than the first. */
        float weight() {
            return kind * (float) (1 + Math.log(times));
        }
    }

    private final Map<Integer, Amount> amounts = new HashMap<>();

    private Features() {}

    /** The features of a text. */
    static Map<Integer, Amount> of(String text) {
        var features = new Features();
        String before = null;
        for (String run : Spelling.runs(text)) {
            String word = Spelling.folded(run);
            if (word.isEmpty()) {
                continue;
            }
            features.add("w", word, 1);
            if (word.length() >= SHORTEST_SOUND) {
                features.add("s", Words.sound(word), 1);
                features.add("k", Words.consonants(word), 1);
            }
            features.addPieces("c", "<" + word + ">", SHORTEST_PIECE, LONGEST_PIECE, PIECE);
            if (UnicodeScript.of(run.codePointAt(0)) == UnicodeScript.HAN) {
                features.addPieces("z", run, 1, MOST_SIGNS, 1);
            }
            if (before != null) {
                features.add("b", before + " " + word, 1);
            }
            before = word;
        }
        return features.amounts;
    }

    /** The features of concepts: each one, and each two of them together, which count half. */
    static Map<Integer, Amount> ofConcepts(Collection<Integer> concepts) {
        var features = new Features();
        List<Integer> different = concepts.stream().distinct().sorted().toList();
        for (int i = 0; i < different.size(); i++) {
            features.add(different.get(i), 1);
            for (int other : different.subList(i + 1, different.size())) {
                features.add(MOST_CONCEPTS * (1 + different.get(i)) + other, PAIR);
            }
        }
        return features.amounts;
    }

    private void addPieces(String kind, String word, int shortest, int longest, float counts) {
        for (int length = shortest; length <= longest; length++) {
            for (int from = 0; from + length <= word.length(); from++) {
                add(kind, word.substring(from, from + length), counts);
            }
        }
    }

    /** The words of a text, in plain Latin letters. */
    static List<String> wordsOf(String text) {
        return Spelling.runs(text).stream()
                .map(Spelling::folded)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The features that the longest pieces of a word are, in plain Latin letters. */
    static Set<Integer> piecesOf(String word) {
        var features = new Features();
        features.addPieces("c", "<" + word + ">", LONGEST_PIECE, LONGEST_PIECE, PIECE);
        return features.amounts.keySet();
    }

    /** The feature that a word is, in plain Latin letters. */
    static int ofWord(String folded) {
        return number("w", folded);
    }

    private static int number(String kind, String text) {
        byte[] bytes = (kind + ":" + text).getBytes(StandardCharsets.UTF_8);
        return StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, SEED);
    }

    private void add(String kind, String text, float counts) {
        add(number(kind, text), counts);
    }

    private void add(int feature, float counts) {
        amounts.computeIfAbsent(feature, each -> new Amount(counts)).times++;
    }
}
