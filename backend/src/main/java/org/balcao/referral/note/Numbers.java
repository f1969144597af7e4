package org.balcao.referral.note;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of telephones, papers and accounts: six digits or more, however they are parted, and letters mixed with digits. Hours, years from
 * one to the other, laws, amounts of money and the ages of children may stay.
 */
final class Numbers {
    private static final int FEWEST_DIGITS = 6;
    private static final int FEWEST_IN_A_MIXTURE = 4;
    private static final int OLDEST_CHILD = 25;
    private static final int MOST_CHILDREN = 8;
    private static final int CENTURY = 100;
    private static final int LONGEST_TIME = 60;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Stands for what may stay; a letter, so that it parts what stands before and after it. */
    private static final String MAY_STAY = "ǂ";

    /** No digit close before: a part of a longer number is not excused. */
    private static final String ALONE = "(?<!\\d[ .,/_-]{0,2})";

    private static final Pattern HOUR = Pattern.compile(
            ALONE + "(?:[01]?\\d|2[0-4])(?::[0-5]\\d|\\s?h\\s?[0-5]\\d|\\s?h(?!\\p{L})|\\.[0-5]\\d\\s?h)(?!\\d)",
            FLAGS);
    private static final Pattern SECOND_HOUR = Pattern.compile(
            MAY_STAY
                    + "(\\s?[-,/]\\s?)(?:[01]?\\d|2[0-4])(?::[0-5]\\d|\\s?h\\s?[0-5]\\d|\\s?h(?!\\p{L})|\\.[0-5]\\d\\s?h)(?![\\d:])",
            FLAGS);
    private static final Pattern HOURS =
            Pattern.compile(ALONE + "(?:[01]?\\d|2[0-4])\\s?[-/]\\s?(?:[01]?\\d|2[0-4])\\s?h(?!\\p{L})", FLAGS);
    private static final Pattern YEARS =
            Pattern.compile(ALONE + "((?:19|20)\\d\\d)\\s?[-/]\\s?((?:19|20)?\\d\\d)(?![\\d/-])");
    private static final Pattern LAW = Pattern.compile(
            PlainText.folded(
                    "(?<!\\p{L})(?:lei|decreto(?:-lei)?|dl|portaria|despacho|regulamento|diretiva|act|law|loi|décret|ley|directive|закон\\w*)\\s*"
                            + "(?:n\\.?\\s?o?\\.?\\s*)?\\d{1,4}(?:-[a-z])?/(?:19|20)?\\d\\d(?!\\d)"),
            FLAGS);
    private static final Pattern MONEY = Pattern.compile(
            PlainText.folded(ALONE
                    + "\\d{1,3}(?:[ .,]?\\d{3})?(?:[.,]\\d{1,2})?\\s?(?:€|\\$|£|₴|(?:eur|euros?|usd|d[oó]lares|grn|грн|руб\\p{L}{0,4}|евро|євро|"
                    + "يورو|یورو|यूरो|ইউরো|欧元|ευρώ|ევრო|אירו)(?!\\p{L}))"),
            FLAGS);

    private static final String AND = "(?:e|y|and|et|und|și|и|і|та|ו|و)";
    private static final String BETWEEN = "(?:[^\\p{L}\\d]{0,8}|\\s" + AND + "\\s?)";
    private static final Pattern RUN = Pattern.compile("\\d(?:" + BETWEEN + "\\d)*");
    private static final Pattern LIST_OF_AGES =
            Pattern.compile("\\d{1,2}(?:(?:\\s?[,،、]\\s?|\\s" + AND + "\\s?)\\d{1,2})+", FLAGS);
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D+");

    private static final Pattern MIXTURE =
            Pattern.compile("(?<![\\p{L}\\d])(?=[a-zа-я]*\\d)(?=\\d*[a-zа-я])[a-zа-я\\d]{5,}(?![\\p{L}\\d])", FLAGS);
    private static final Pattern DECADE = Pattern.compile("(?:19|20)\\d0e?s", FLAGS);
    private static final Pattern CHANGE = Pattern.compile("(?<=\\d)(?=\\p{L})|(?<=\\p{L})(?=\\d)");
    private static final int MOST_CHANGES = 3;
    /** Letters and digits parted by hyphens, as numbers of papers and plates are. */
    private static final Pattern PARTED_MIXTURE =
            Pattern.compile("(?<![\\p{L}\\d])[a-z\\d]{1,12}(?:[-/.][a-z\\d]{1,12}){1,8}(?![\\p{L}\\d])", FLAGS);

    private static final Pattern LONG_GROUP = Pattern.compile("(?<!\\d)(?!(?:19|20)\\d\\d(?!\\d))\\d{3,}");
    private static final int FEWEST_IN_LONG_GROUPS = 9;
    private static final Pattern SERIES = Pattern.compile("(?<![\\p{L}\\d])[A-ZА-Я]{1,3}[ -]?\\d{5}(?!\\d)");
    private static final Pattern NAMED = Pattern.compile(
            PlainText.folded(
                    "(?<!\\p{L})(?:tel(?:ef|efone|emóvel|éfono|éphone|ephone)?|tlm|telm|phone|mobile|whatsapp|nif|niss|iban|passaporte|passport|pasaporte|"
                            + "passeport|processo|utente|паспорт|тел|телефон|هاتف|جواز|پاسپورت|पासपोर्ट|फोन|护照|电话)[^\\p{L}\\d]{0,3}(?:n[^\\p{L}\\d]{0,3}o?[^\\p{L}\\d]{0,2})?"
                            + "(?!(?:19|20)\\d\\d(?!\\d))\\d{4,}"),
            FLAGS);

    private Numbers() {}

    static boolean in(String text) {
        if (NAMED.matcher(text).find() || SERIES.matcher(text).find() || NumberWords.hasRun(text)) {
            return true;
        }
        String rest = withoutWhatMayStay(text);
        return RUN.matcher(rest).results().map(MatchResult::group).anyMatch(Numbers::isLong)
                || MIXTURE.matcher(rest).results().map(MatchResult::group).anyMatch(Numbers::isMixed)
                || PARTED_MIXTURE
                        .matcher(rest)
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(Numbers::isMixedAndParted)
                || LONG_GROUP
                                .matcher(rest)
                                .results()
                                .mapToInt(each -> each.group().length())
                                .sum()
                        >= FEWEST_IN_LONG_GROUPS;
    }

    private static String withoutWhatMayStay(String text) {
        String rest = LAW.matcher(text).replaceAll(MAY_STAY);
        rest = MONEY.matcher(rest).replaceAll(MAY_STAY);
        rest = YEARS.matcher(rest)
                .replaceAll(years -> isSpan(years) ? MAY_STAY : Matcher.quoteReplacement(years.group()));
        rest = HOURS.matcher(rest).replaceAll(MAY_STAY);
        rest = HOUR.matcher(rest).replaceAll(MAY_STAY);
        return SECOND_HOUR.matcher(rest).replaceAll(MAY_STAY);
    }

    /** From one year to a later one, or a school year. */
    private static boolean isSpan(MatchResult years) {
        int from = Integer.parseInt(years.group(1));
        int to = Integer.parseInt(years.group(2));
        return to < CENTURY ? to == (from + 1) % CENTURY : to > from && to - from <= LONGEST_TIME;
    }

    private static boolean isLong(String run) {
        return NOT_DIGITS.matcher(run).replaceAll("").length() >= FEWEST_DIGITS && !areAges(run);
    }

    /** Ages are small, parted by commas, and told from the oldest or the youngest on. */
    private static boolean areAges(String run) {
        if (!LIST_OF_AGES.matcher(run.toLowerCase(Locale.ROOT)).matches()) {
            return false;
        }
        int[] ages = NOT_DIGITS.splitAsStream(run).mapToInt(Integer::parseInt).toArray();
        boolean up = true;
        boolean down = true;
        for (int i = 0; i < ages.length; i++) {
            if (ages[i] > OLDEST_CHILD) {
                return false;
            }
            up &= i == 0 || ages[i] >= ages[i - 1];
            down &= i == 0 || ages[i] <= ages[i - 1];
        }
        return ages.length <= MOST_CHILDREN && (up || down);
    }

    private static boolean isMixedAndParted(String token) {
        return token.chars().anyMatch(Character::isLetter)
                && token.chars().filter(Character::isDigit).count() >= FEWEST_IN_A_MIXTURE;
    }

    private static boolean isMixed(String token) {
        long digits = token.chars().filter(Character::isDigit).count();
        int changes = CHANGE.split(token).length - 1;
        return !DECADE.matcher(token).matches() && (digits >= FEWEST_IN_A_MIXTURE || changes > MOST_CHANGES);
    }
}
