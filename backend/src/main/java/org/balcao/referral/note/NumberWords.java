package org.balcao.referral.note;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers in words, as ICU spells them in each language; and the words for days of a month. */
final class NumberWords {
    private static final int FEWEST = 6;
    private static final int LAST_DAY = 31;
    private static final int[] OTHERS = {30, 40, 50, 60, 70, 80, 90, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000};

    private static final List<String> LANGUAGES = List.of(
            "pt", "pt-PT", "en", "fr", "es", "it", "de", "ro", "uk", "ru", "pl", "bg", "tr", "ar", "fa", "he", "hi",
            "ka", "el", "hy", "nl", "sv", "sq", "vi", "id", "ms", "sw", "af", "ta", "hu", "cs", "lt", "sr", "th", "lo",
            "my", "km");

    /** What people say when they spell a number, beside its digits. */
    private static final Map<String, Set<String>> ALSO = Map.of(
            "pt", Set.of("meia", "duplo"),
            "pt-PT", Set.of("meia", "duplo"),
            "en", Set.of("oh", "nought", "double", "triple"),
            "fr", Set.of("double"),
            "es", Set.of("doble"),
            "hi", Set.of("जीरो", "शून्य", "नौ", "आठ", "सात", "छह", "छः", "पाँच", "पांच", "चार", "तीन", "दो", "एक"),
            "ar", Set.of("اثنين", "تلاتة", "تمانية", "صفر"));

    private static final Set<String> AND = Set.of(
            "and", "e", "y", "et", "und", "en", "și", "и", "і", "та", "و", "ו", "og", "och", "ve", "na", "dhe", "ir",
            "a", "и́", "da", "და");

    private static final String BETWEEN = "[\\s\\p{P}]{0,3}(?:(?:" + String.join("|", AND) + ")\\s{1,2})?";
    private static final String NO_LETTER = "(?![\\p{L}\\p{M}])";

    private static final List<Pattern> RUNS = runs();
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    private NumberWords() {}

    /** Six or more words for numbers, one after the other, perhaps with digits among them. */
    static boolean hasRun(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return RUNS.stream()
                .flatMap(run -> run.matcher(lower).results())
                .map(MatchResult::group)
                .anyMatch(run -> WORD.matcher(run).find());
    }

    private static List<Pattern> runs() {
        List<Pattern> runs = new ArrayList<>();
        for (String language : LANGUAGES) {
            Set<String> words = words(language);
            if (words.isEmpty()) {
                continue;
            }
            String word = "(?:" + String.join("|", words) + "|(?<!\\d)\\d{1,3}(?!\\d))";
            boolean parted = !Set.of("th", "lo", "my", "km").contains(language);
            String each = parted ? word + "(?:" + NO_LETTER + "|(?=" + word + "))" : word;
            runs.add(Pattern.compile((parted ? "(?<![\\p{L}\\p{M}])" : "") + "(?=\\d?[^\\d]*\\p{L})(?:" + each + BETWEEN
                    + "){" + FEWEST + ",}+"));
        }
        return List.copyOf(runs);
    }

    /** The words of the numbers that others are made of, the longest first. */
    private static Set<String> words(String language) {
        Set<String> words = new LinkedHashSet<>();
        ALSO.getOrDefault(language, Set.of()).forEach(word -> words.add(PlainText.of(word)));
        for (String spelled : spelled(language, false)) {
            for (String word : spelled.split("[^\\p{L}\\p{M}]+")) {
                if (word.length() > 1 && !AND.contains(word)) {
                    words.add(word);
                }
            }
        }
        return longestFirst(words);
    }

    /** Days of a month in words, with their order or without: three, third, trois, troisième; the longest first. */
    static Set<String> days(String language) {
        Set<String> days = new LinkedHashSet<>();
        for (String spelled : spelled(language, true)) {
            days.add(Pattern.quote(spelled));
        }
        return longestFirst(days);
    }

    private static Set<String> longestFirst(Set<String> words) {
        Set<String> sorted =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        sorted.addAll(words);
        return sorted;
    }

    private static Set<String> spelled(String language, boolean days) {
        RuleBasedNumberFormat format =
                new RuleBasedNumberFormat(ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
        Set<String> spelled = new LinkedHashSet<>();
        for (String rules : format.getRuleSetNames()) {
            boolean ordinal = rules.contains("ordinal");
            if (!rules.startsWith("%spellout") || rules.contains("year") || (ordinal && !days)) {
                continue;
            }
            for (int number = days ? 1 : 0; number <= LAST_DAY; number++) {
                add(spelled, format.format(number, rules));
            }
            for (int number : days ? new int[0] : OTHERS) {
                add(spelled, format.format(number, rules));
            }
        }
        return spelled;
    }

    private static void add(Set<String> spelled, String words) {
        String plain = PlainText.of(words).toLowerCase(Locale.ROOT);
        if (plain.codePoints().noneMatch(Character::isDigit)) {
            spelled.add(plain);
        }
    }
}
