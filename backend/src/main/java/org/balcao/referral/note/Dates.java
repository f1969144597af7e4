package org.balcao.referral.note;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Dates in figures and in words, a month of a year, and a year of birth. A month alone may stay, and so may a year alone. */
final class Dates {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int LAST_DAY = 31;
    private static final int LAST_MONTH = 12;
    private static final int FIRST_YEAR = 1300;
    private static final int LAST_YEAR = 2600;
    private static final int SHORT_YEAR = 100;

    /** Languages and calendars whose months are known: those of Unicode's CLDR for who comes to such a desk. */
    private static final List<String> LANGUAGES = List.of(
            "pt",
            "en",
            "fr",
            "es",
            "it",
            "de",
            "ro",
            "uk",
            "ru",
            "be",
            "pl",
            "bg",
            "sr",
            "hr",
            "cs",
            "sk",
            "sl",
            "lt",
            "lv",
            "et",
            "hu",
            "sq",
            "tr",
            "az",
            "uz",
            "kk",
            "ky",
            "tk",
            "mn",
            "ar",
            "ar_SY",
            "ar_DZ",
            "ar_MA",
            "fa",
            "fa@calendar=persian",
            "ps",
            "ps@calendar=persian",
            "ur",
            "hi",
            "bn",
            "ne",
            "pa",
            "gu",
            "mr",
            "ta",
            "te",
            "kn",
            "ml",
            "si",
            "th",
            "km",
            "lo",
            "my",
            "vi",
            "id",
            "fil",
            "zh",
            "ja",
            "ko",
            "ti",
            "am",
            "am@calendar=ethiopic",
            "ti@calendar=ethiopic",
            "so",
            "om",
            "sw",
            "rw",
            "ha",
            "yo",
            "ig",
            "wo",
            "ff",
            "ln",
            "he",
            "ka",
            "hy",
            "el",
            "nl",
            "sv",
            "nb",
            "da",
            "fi",
            "ca",
            "gl",
            "eu",
            "ku",
            "ckb",
            "mk",
            "bs");

    /** Languages whose short names of months are known too. */
    private static final Set<String> SHORT =
            Set.of("pt", "en", "fr", "es", "it", "de", "ro", "uk", "ru", "pl", "nl", "tr", "th");

    /** Names of months that are also words: only with a year, a capital or "of". */
    private static final Set<String> ALSO_WORDS = Set.of(
            "may", "march", "mai", "mart", "maj", "mars", "set", "out", "mar", "dez", "ago", "dec", "sep", "jun", "jul",
            "jan", "apr", "abr", "avr", "mei", "august", "ene", "feb", "fev", "oct", "nov", "dic", "gen", "mag", "giu",
            "lug", "ott", "iul", "iun", "ian", "oca", "haz", "tem", "eyl", "eki", "kas", "ara", "nis", "sty", "lut",
            "kwi", "cze", "lip", "sie", "wrz", "paź", "lis", "gru", "янв", "лют", "бер", "кві", "тра", "чер", "лип",
            "сер", "вер", "жов", "лис", "гру", "мая", "май", "دی", "تیر", "مهر", "мај");

    private static final int SHORTEST_WITH_ENDINGS = 4;
    private static final Set<Character.UnicodeScript> WITH_ENDINGS = EnumSet.of(
            Character.UnicodeScript.ARMENIAN,
            Character.UnicodeScript.BENGALI,
            Character.UnicodeScript.TAMIL,
            Character.UnicodeScript.TELUGU,
            Character.UnicodeScript.KANNADA,
            Character.UnicodeScript.MALAYALAM,
            Character.UnicodeScript.SINHALA);

    private static final Set<String> FOLDED_WORDS =
            ALSO_WORDS.stream().map(PlainText::folded).collect(Collectors.toUnmodifiableSet());
    private static final String MONTH = months();
    private static final String WORD_OF_MONTH =
            ALSO_WORDS.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    private static final String END = "(?![\\p{L}\\p{M}])";
    private static final String OF = "(?:de|d'|of|del|di|da|du|van|af|the|dia|ngày)";
    private static final String DAY =
            "(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])(?!\\d)(?:\\s?(?:st|nd|rd|th|er|o|a|°|\\.|-?го|-е|日|号)(?!\\p{L}))?";
    private static final String YEAR = "(?<!\\d)(?:1[3-9]\\d\\d|2[0-5]\\d\\d|'\\d\\d|\\d\\d)(?!\\d)";
    private static final String LONG_YEAR = "(?<!\\d)(?:1[3-9]\\d\\d|2[0-5]\\d\\d)(?!\\d)";
    private static final String GAP = "[\\s,./\\-]{0,3}";
    private static final String AND_YEAR = GAP + "(?:" + OF + "\\s)?" + YEAR;

    private static final List<Pattern> IN_WORDS = List.of(
            // 3 May, 3 de maio, ב-3 במאי
            pattern(DAY + GAP + "(?:" + OF + "\\s)?[בהበብንከ]?(?:" + MONTH + ")" + END),
            pattern(DAY + GAP + OF + "\\s(?:" + WORD_OF_MONTH + ")" + END),
            pattern("(?:le|du|au|el|am|on|dal|il) " + DAY + "\\s?(?:" + WORD_OF_MONTH + ")" + END),
            // 3 may 1990, 1 Jan. 85
            pattern(DAY + GAP + "(?:" + OF + "\\s)?(?:" + WORD_OF_MONTH + ")\\.?" + AND_YEAR),
            // May 3, maio 3 de 1990
            pattern("(?<![\\p{L}\\p{M}])[በብንከ]?(?:" + MONTH + ")" + GAP + DAY + "(?!\\s?\\p{L})"),
            pattern("(?<![\\p{L}\\p{M}])(?:" + MONTH + "|" + WORD_OF_MONTH + ")" + GAP + DAY + AND_YEAR),
            // May 1990, 1990 m. gegužės
            pattern("(?<![\\p{L}\\p{M}])(?:" + MONTH + "|" + WORD_OF_MONTH + ")\\.?" + GAP + "(?:" + OF + "\\s)?"
                    + LONG_YEAR),
            pattern(LONG_YEAR + "[\\s,.年년]{1,3}(?:m\\.\\s|г\\.\\s)?(?:" + MONTH + ")" + END),
            // 5月3日, 1990年5月
            pattern("(?:ngay )?" + DAY + " thang \\d{1,2}(?:,? nam)? \\d{4}|ngay " + DAY
                    + " thang \\d|thang \\d{1,2},? nam \\d{4}"),
            // 3 do 5 de 90
            pattern(DAY + "\\s(?:do|de|of)\\s(?:0?[1-9]|1[0-2])\\s(?:de|do|of)\\s" + YEAR),
            pattern("\\d{4}\\s?[年년]\\s?\\d{0,2}十?\\d?\\s?[月월]|(?:十|\\d){1,3}\\s?[月월]\\s?(?:十|\\d){1,3}\\s?[日号號일]"),
            // the third of May, três de maio
            pattern("(?<![\\p{L}\\p{M}])(?:" + days() + ")(?:\\s|\\sdia\\s)" + OF + "\\s(?:" + MONTH + "|"
                    + WORD_OF_MONTH + ")" + END),
            pattern("(?<![\\p{L}\\p{M}])(?:" + days() + ")\\s(?:" + MONTH + ")" + END));

    /** A name of a month that is also a word, with its capital: 3 May, May 3. */
    private static final Pattern CAPITAL =
            Pattern.compile(DAY + "\\s(?:May|March|Mai|Mart|August)(?!\\p{L})|(?<!\\p{L})(?:May|March|Mai|August)\\s"
                    + DAY + "(?!\\s?\\p{L})");

    private static final Pattern FIGURES =
            Pattern.compile("(?<![\\d.,:/])(\\d{1,4})\\s?([./\\\\-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{2,4})(?![\\d/])");
    private static final Pattern ROMAN_MONTH = Pattern.compile(
            DAY + "\\s?[-./ ]\\s?(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})\\s?[-./ ]\\s?" + YEAR, Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_AND_MONTH =
            Pattern.compile("(?<![\\d.,:/-]|(?:art|lei)\\.? ?)(0[1-9]|[12]\\d|3[01])/(0[1-9]|1[0-2])(?![\\d/])");
    private static final Pattern YEAR_AND_MONTH = Pattern.compile(
            "(?<![\\d.,:/-])(?:(?:19|20)\\d\\d[-/.](0[1-9]|1[0-2])|(0[1-9]|1[0-2])[-/.](?:19|20)\\d\\d)(?![\\d/-])");
    private static final Pattern LAW =
            Pattern.compile("(?:lei|dl|portaria|decreto|decreto-lei)\\s(?:n\\.?\\s?o?\\.?\\s*)?\\d", FLAGS);

    private static final Pattern DOTTED_DAY =
            Pattern.compile("(?<![\\d.,:/])(?:0?[1-9]|[12]\\d|3[01])\\.(?:0[1-9]|1[0-2])\\.(?!\\d)");

    private static final Pattern BIRTH = pattern(
            "(?:(?<![\\p{L}\\p{M}])(?:born|birth|nascid|nascimento|nasceu|nacid|nació|nacimiento|d\\.?n\\.?(?!\\p{L})|d\\.?o\\.?b|nee?s? (?:en|le|au)(?!\\p{L})|naissance|"
                    + "geboren|geb\\.|nat[oa] (?:il|nel)|născut|doğum|urodz|род(?:ил|жен)|рожд|народ|مواليد|ولد|ولاد|متولد|تولد|پیدائش|जन्म|জন্ম|"
                    + "ਜਨਮ|பிறந்த|ልደት|נולד|เกิด|დაიბად|γεννή|ծնված|出生|生于)[^\\d]{0,18}" + LONG_YEAR
                    + ")|(?<![\\p{L}\\p{M}])(?:nascid[ao]s?|nasceu|born|nacid[ao]|nacio) (?:em|in|en) '?\\d\\d(?!\\d)|"
                    + LONG_YEAR
                    + "\\s?(?:г\\.?\\s?р|р\\.?\\s?н|年?\\s?出生|年?\\s?生(?!活))");

    private Dates() {}

    static boolean in(String text) {
        return FIGURES.matcher(text).results().anyMatch(Dates::isDate)
                || ROMAN_MONTH.matcher(text).find()
                || DAY_AND_MONTH
                        .matcher(text)
                        .results()
                        .anyMatch(each -> !each.group(1).equals(each.group(2)))
                || (YEAR_AND_MONTH.matcher(text).results().anyMatch(Dates::isNoSchoolYear)
                        && !LAW.matcher(text).find())
                || DOTTED_DAY.matcher(text).find()
                || BIRTH.matcher(text).find()
                || CAPITAL.matcher(text).find()
                || IN_WORDS.stream().anyMatch(each -> each.matcher(text).find());
    }

    /** Day, month and year in the order of one of the countries. */
    private static boolean isDate(MatchResult figures) {
        int first = Integer.parseInt(figures.group(1));
        int middle = Integer.parseInt(figures.group(3));
        int last = Integer.parseInt(figures.group(4));
        return (isDay(first) && isMonth(middle) && isYear(last))
                || (isMonth(first) && isDay(middle) && isYear(last))
                || (isYear(first) && isMonth(middle) && isDay(last));
    }

    private static boolean isNoSchoolYear(MatchResult match) {
        String[] parts = match.group().split("[-/.]");
        return !(parts[0].length() == 4
                && Integer.parseInt(parts[1]) == (Integer.parseInt(parts[0]) + 1) % SHORT_YEAR
                && match.group().indexOf('.') < 0);
    }

    private static boolean isDay(int number) {
        return number >= 1 && number <= LAST_DAY;
    }

    private static boolean isMonth(int number) {
        return number >= 1 && number <= LAST_MONTH;
    }

    private static boolean isYear(int number) {
        return number < SHORT_YEAR || (number >= FIRST_YEAR && number <= LAST_YEAR);
    }

    private static String months() {
        Set<String> names =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (String language : LANGUAGES) {
            DateFormatSymbols symbols = new DateFormatSymbols(new ULocale(language));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                names.addAll(List.of(symbols.getMonths(context, DateFormatSymbols.WIDE)));
                if (SHORT.contains(language)) {
                    names.addAll(List.of(symbols.getMonths(context, DateFormatSymbols.ABBREVIATED)));
                }
            }
        }
        return names.stream()
                .map(name -> PlainText.of(name).toLowerCase(Locale.ROOT).replaceAll("\\.$", ""))
                .filter(name -> name.codePointCount(0, name.length()) > 1)
                .filter(name -> name.codePoints().noneMatch(Character::isDigit))
                .filter(name -> !FOLDED_WORDS.contains(name))
                .distinct()
                .map(Dates::withEndings)
                .collect(Collectors.joining("|"));
    }

    /** A name as it stands in a sentence: with what the language adds to it (მაისი, მაისს). */
    private static String withEndings(String name) {
        Character.UnicodeScript script = Character.UnicodeScript.of(name.codePointAt(0));
        if (script == Character.UnicodeScript.GEORGIAN) {
            return Pattern.quote(name.replaceAll("ი$", "")) + "\\p{L}{0,3}";
        }
        boolean isLong = name.length() >= SHORTEST_WITH_ENDINGS;
        return Pattern.quote(name) + (isLong && WITH_ENDINGS.contains(script) ? "[\\p{L}\\p{M}]{0,3}" : "\\.?");
    }

    private static String days() {
        return List.of("pt", "en", "fr", "es", "it", "de", "uk", "ru", "ar", "ro").stream()
                .flatMap(language -> NumberWords.days(language).stream())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.joining("|"));
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(PlainText.folded(expression), FLAGS);
    }
}
