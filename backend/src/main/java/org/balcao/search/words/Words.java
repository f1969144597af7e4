package org.balcao.search.words;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts texts into words, by ICU's rules and dictionaries for scripts without spaces. */
public final class Words {

    private static final int LONGEST = 60;
    private static final DefaultICUTokenizerConfig BY_DICTIONARY = new DefaultICUTokenizerConfig(true, false);
    private static final int MOST_LETTERS_HELD = 2_000_000;

    /** The words of the pieces of text that were read last, by the language they were read in; by "" if in any. */
    private static final Map<String, Cache<String, List<Word>>> HELD = new ConcurrentHashMap<>();

    private static final String ANY = "";

    /** Any language that has no rules for its stems; there may be as many as sources think of. */
    private static final String OTHER = "other";

    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");
    private static final Pattern VOWELS = Pattern.compile("[aeiou]");

    /** After the official romanizations: Ukraine's of 2010, ICAO's for Russian, and common usage for Arabic and Hindi. */
    private static final String[][] SAME_SOUND = {
        {"shch", "s"}, {"sch", "s"}, {"zh", "z"}, {"kh", "h"}, {"ch", "c"}, {"sh", "s"}, {"ts", "c"}, {"tz", "c"},
        {"ph", "f"}, {"th", "t"}, {"dh", "d"}, {"bh", "b"}, {"gh", "h"}, {"iu", "u"}, {"yu", "u"}, {"ju", "u"},
        {"ia", "a"}, {"ya", "a"}, {"ja", "a"}, {"ie", "e"}, {"ye", "e"}, {"je", "e"}, {"y", "i"}, {"j", "i"},
        {"w", "v"}, {"q", "k"}, {"g", "h"}, {"ou", "u"}, {"oo", "u"}, {"ee", "i"}
    };

    private static final Duration LONGEST_HELD = Duration.ofHours(1);

    private Words() {}

    /** Caches of single words: some were typed by people, so each is forgotten an hour after it was last used. */
    static Caffeine<Object, Object> forgetful() {
        return Caffeine.newBuilder().expireAfterAccess(LONGEST_HELD).scheduler(Scheduler.systemScheduler());
    }

    /**
     * What stands between two spaces of a text.
     *
     * @param from where it begins in the text
     * @param words its words, counted from its own beginning
     */
    public record Piece(int from, List<Word> words) {}

    /** The words of a text in a known language. */
    public static List<Word> of(String text, String language) {
        return joined(pieces(text, language));
    }

    /** The pieces of a text in a known language. */
    public static List<Piece> pieces(String text, String language) {
        String known = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return cut(text, Stems.has(known) ? known : OTHER);
    }

    /** The words that somebody typed, in whatever language. */
    public static List<Word> typed(String text) {
        return joined(cut(text, ANY));
    }

    private static List<Word> joined(List<Piece> pieces) {
        List<Word> words = new ArrayList<>();
        for (Piece piece : pieces) {
            for (Word word : piece.words()) {
                words.add(word.movedBy(piece.from()));
            }
        }
        return words;
    }

    /** Piece by piece between spaces: no word reaches over one, and listings are made of the same pieces again and again. */
    private static List<Piece> cut(String text, String language) {
        Cache<String, List<Word>> held = HELD.computeIfAbsent(
                language,
                each -> forgetful()
                        .maximumWeight(MOST_LETTERS_HELD)
                        .weigher((String piece, List<Word> words) -> piece.length() + 1)
                        .build());
        List<Piece> pieces = new ArrayList<>();
        int length = text.length();
        for (int from = 0; from < length; from++) {
            int end = from;
            while (end < length && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            if (end > from) {
                pieces.add(new Piece(from, held.get(text.substring(from, end), piece -> cutPiece(piece, language))));
            }
            from = end;
        }
        return pieces;
    }

    private static List<Word> cutPiece(String text, String language) {
        List<Word> words = new ArrayList<>();
        try (ICUTokenizer tokenizer = new ICUTokenizer(BY_DICTIONARY)) {
            tokenizer.setReader(new StringReader(text));
            CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                int start = offset.startOffset();
                String typed = term.toString();
                if (typed.length() == offset.endOffset() - start) {
                    int[] core = Apostrophes.core(typed);
                    typed = typed.substring(core[0], core[1]);
                    start += core[0];
                }
                String folded = Folding.fold(typed);
                if (!folded.isEmpty() && folded.length() <= LONGEST) {
                    List<String> spoken = language.equals(ANY) ? Stems.languagesOf(typed) : List.of(language);
                    words.add(new Word(typed, folded, Stems.of(typed, spoken), start, start + typed.length()));
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return List.copyOf(words);
    }

    /** How many letters have to be written otherwise to make one word of the other, swapped neighbours counting once; at most {@code most} + 1. */
    public static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        int[] next = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            next[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                next[j] = Math.min(Math.min(next[j - 1], row[j]) + 1, row[j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    next[j] = Math.min(next[j], before[j - 2] + 1);
                }
                least = Math.min(least, next[j]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = row;
            row = next;
            next = free;
        }
        return row[other.length()];
    }

    /** How many typing mistakes are forgiven in a word: none in the shortest and in numbers, one in short ones, two in long ones. */
    public static int mistakes(String folded) {
        return folded.length() < 4 || folded.chars().anyMatch(Character::isDigit) ? 0 : folded.length() < 8 ? 1 : 2;
    }

    /**
     * How a word sounds however it is written in Latin letters: a romanization by hand ({@code zhytlo}) and one by rule ({@code zitlo}) come to
     * the same.
     */
    public static String sound(String folded) {
        String sound = folded;
        for (String[] same : SAME_SOUND) {
            sound = sound.replace(same[0], same[1]);
        }
        return DOUBLED.matcher(sound).replaceAll("$1");
    }

    /** The same without vowels, as Arabic is written. */
    public static String consonants(String folded) {
        return DOUBLED.matcher(VOWELS.matcher(sound(folded)).replaceAll("")).replaceAll("$1");
    }
}
