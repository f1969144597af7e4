package org.balcao.referral.note;

import java.util.List;
import java.util.regex.Pattern;

/** A street with a number of a door. A street without one may stay, and so may "on the street for three months". */
final class Streets {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** A number of a door: no amount of days, people or money. */
    private static final String DOOR =
            "(?:n\\.?\\s?[o°.]\\s*\\.?|no|num|nr|номер|नंबर|नं\\.?|নং|號|رقم|#|-)?\\s*\\d{1,4}(?![\\d:h])"
                    + "(?!\\s?(?:meses|mês|mes\\b|dias?|anos?|semanas?|noites?|horas?|vezes|filh|pessoa|amig|criança|adulto|colega|irm|€|eur|"
                    + "months?|weeks?|days?|years?|nights?|hours?|kids?|child|people|times|mois|jours?|semaines?|ans\\b|nuits?|enfants?|"
                    + "años?|días?|noches?|hijos?|"
                    + "дн|дні|день|тиж|міс|рок|рік|ноч|ніч|нед|мес|год|лет\\b|діт|дет|"
                    + "أشهر|شهر|أسابيع|أيام|يوم|سنوات|سنة|ليال|ماه|روز|هفته|سال|مہین|دن|ہفت|سال|"
                    + "महीन|दिन|साल|हफ्त|মাস|দিন|বছর|คืน|เดือน|วัน|ปี|สัปดาห์|חודש|ימים|שנ|შვილ|თვ|დღ|წელ|மாத|நாள்|ਮਹੀਨ|ਦਿਨ|ਸਾਲ))";

    /** Words that stand between "street" and a number where no address is meant. */
    private static final String NO_NAME =
            "(?:há|ha|com|desde|tem|têm|por|durante|ou|mas|porque|since|for|with|has|and|but|depuis|avec|pour|hace|con|tiene|"
                    + "від|з|із|вже|уже|с|со|около|منذ|مع|از|سے|से|और)\\b";

    /** Up to six words of a name; in none of them does a sentence go on. */
    private static final String NAME = "(?:\\s+(?!" + NO_NAME + ")[\\p{L}\\p{M}'’.-]{1,30}){1,6}";

    private static final List<Pattern> STREETS = List.of(
            // the number comes after the name
            pattern(
                    "(?<![\\p{L}\\p{M}])(?:rua|r\\.|avenida|av\\.?|avda\\.?|travessa|tv\\.|trav\\.|largo|praça|pç\\.?|pct?a\\.?|praceta|beco|calçada|"
                            + "estrada|alameda|bairro|rotunda|urbanização|calle|c/|plaza|paseo|carrer|via|viale|piazza|corso|strada|str\\.|bulevardul|"
                            + "ulica|ul\\.|вул\\.?|вулиц[яіею]|ул\\.?|улиц[аеыу]|просп(?:ект)?\\.?|пр-т|бул\\.|пр\\.|пл\\.|бульвар|провулок|переулок|площа|площадь|"
                            + "شارع|زقاق|نهج|خیابان|کوچه|بلوار|گلی|سڑک|רחוב|שדרות|סמטת|ጎዳና|οδός|οδος|փողոց|rue|rruga)"
                            + NAME
                            + "\\s*,?\\s*(?:lote\\s*|bloco\\s*|дом\\s*|д\\.\\s*|буд\\.\\s*|پلاک\\s*)?" + DOOR),
            // the number comes before the name
            pattern(
                    "(?<![\\p{L}\\d])\\d{1,4}(?:\\s?[a-z]|\\s?bis|\\s?ter)?,?\\s+(?:rue|avenue|boulevard|bd|chemin|impasse|allée|quai|ruelle)\\s+(?!"
                            + NO_NAME + ")\\p{L}"),
            pattern(
                    "(?<![\\p{L}\\d])\\d{1,4}[a-z]?,?\\s+(?:(?!on\\b|in\\b|the\\b|at\\b|from\\b|of\\b|to\\b|for\\b|his\\b|her\\b|our\\b|their\\b|"
                            + "days?\\b|weeks?\\b|months?\\b|years?\\b|nights?\\b|kids?\\b|people\\b|children\\b)[\\p{L}'’.-]{2,20}\\s+){1,3}"
                            + "(?:street|st|road|rd|avenue|ave|lane|square|drive|crescent|terrace)(?![\\p{L}])"),
            // one word with the kind of street in it
            pattern("[\\p{L}-]{3,30}(?:straße|strasse|str\\.|gasse|platz|weg|straat|laan|gatan|vägen)\\s+" + DOOR),
            pattern("[\\p{L}.]{2,30}\\s+(?:cad(?:desi)?|sok(?:ak|ağı)?|mah(?:allesi)?|bulvarı)\\.?\\s*,?\\s*" + DOOR),
            pattern("[\\p{L}\\p{M}]{2,30}\\s+(?:ქუჩა|გამზირი|தெரு|சாலை|मार्ग|रोड|रोड़|রোড|সড়ক|ਰੋਡ|ਗਲੀ|փողոց)\\s*,?\\s*"
                    + DOOR),
            pattern("\\p{IsHan}[路街道巷弄]\\s?\\d{1,4}\\s?[号號弄巷]?"),
            pattern("(?:ถนน|ซอย|ตรอก)\\s?[\\p{L}\\p{M}]{2,30}\\s*" + DOOR),
            // a word that a number of a door follows
            pattern(
                    "(?<![\\p{L}\\p{M}])(?:lote|bloco|پلاک|पलाक|गली|ਗਲੀ|রোড|বাড়ি|বাসা|घर|मकान|ਮਕਾਨ|ซอย|בית מס)\\s*(?:नंबर|नं\\.?|नम्बर|নং|নম্বর|ਨੰਬਰ|ਨੰ\\.?|no\\.?|n\\.?o\\.?)?\\s*"
                            + "\\d{1,4}(?!\\d)(?!\\s?(?:में|মধ্যে|ਵਿੱਚ))"));

    private Streets() {}

    static boolean in(String text) {
        return STREETS.stream().anyMatch(each -> each.matcher(text).find());
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(PlainText.folded(expression), FLAGS);
    }
}
