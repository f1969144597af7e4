package org.balcao.search.words;

import com.github.benmanes.caffeine.cache.Cache;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/** The stems of a word by the rules of each language it may be in; Lucene's stemmers, Ukrainian by dictionary. */
final class Stems {

    private record Key(String language, String word) {}

    private static final int MOST_HELD = 100_000;
    private static final Cache<Key, Set<String>> HELD =
            Words.forgetful().maximumSize(MOST_HELD).build();

    private static final Map<String, Analyzer> BY_LANGUAGE = Map.ofEntries(
            Map.entry("pt", by(small -> new SnowballFilter(small, new PortugueseStemmer()))),
            Map.entry("en", by(small -> new SnowballFilter(small, new EnglishStemmer()))),
            Map.entry("fr", by(FrenchLightStemFilter::new)),
            Map.entry("es", by(SpanishLightStemFilter::new)),
            Map.entry("ro", by(small -> new SnowballFilter(small, new RomanianStemmer()))),
            Map.entry("ru", by(small -> new SnowballFilter(small, new RussianStemmer()))),
            Map.entry("uk", new UkrainianMorfologikAnalyzer()),
            Map.entry("ar", by(small -> new ArabicStemFilter(new ArabicNormalizationFilter(small)))),
            Map.entry("ur", by(small -> new ArabicNormalizationFilter(small))),
            Map.entry(
                    "fa",
                    by(small -> new PersianStemFilter(
                            new PersianNormalizationFilter(new ArabicNormalizationFilter(small))))),
            Map.entry(
                    "hi",
                    by(small ->
                            new HindiStemFilter(new HindiNormalizationFilter(new IndicNormalizationFilter(small))))),
            Map.entry("ne", by(small -> new SnowballFilter(new IndicNormalizationFilter(small), new NepaliStemmer()))),
            Map.entry(
                    "bn",
                    by(small -> new BengaliStemFilter(
                            new BengaliNormalizationFilter(new IndicNormalizationFilter(small))))));

    private static final Map<UnicodeScript, List<String>> BY_SCRIPT = Map.of(
            UnicodeScript.LATIN, List.of("pt", "en", "es", "fr", "ro"),
            UnicodeScript.CYRILLIC, List.of("uk", "ru"),
            UnicodeScript.ARABIC, List.of("ar", "fa", "ur"),
            UnicodeScript.DEVANAGARI, List.of("hi", "ne"),
            UnicodeScript.BENGALI, List.of("bn"));

    private Stems() {}

    /** The languages that a word may be in by its script. */
    static List<String> languagesOf(String word) {
        return word.isEmpty() ? List.of() : BY_SCRIPT.getOrDefault(UnicodeScript.of(word.codePointAt(0)), List.of());
    }

    /** Whether there are rules for the stems of a language. */
    static boolean has(String language) {
        return BY_LANGUAGE.containsKey(language);
    }

    static Set<String> of(String word, List<String> languages) {
        Set<String> stems = new LinkedHashSet<>();
        for (String language : languages) {
            stems.addAll(HELD.get(new Key(language, word), Stems::made));
        }
        return stems;
    }

    private static Set<String> made(Key key) {
        Analyzer analyzer = BY_LANGUAGE.get(key.language());
        Set<String> stems = new LinkedHashSet<>();
        if (analyzer != null) {
            addAll(stems, key.language(), analyzer, key.word());
            String folded = Folding.fold(key.word());
            if (languagesOf(key.word()).equals(languagesOf("a"))) {
                addAll(stems, key.language(), analyzer, folded);
            }
        }
        return stems;
    }

    private static void addAll(Set<String> stems, String language, Analyzer analyzer, String word) {
        try (TokenStream stream = analyzer.tokenStream("", word.toLowerCase(Locale.ROOT))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String stem = Folding.fold(term.toString());
                if (stem.length() > 1) {
                    stems.add(language + "~" + stem);
                }
            }
            stream.end();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Analyzer by(Function<TokenStream, TokenStream> stemming) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                KeywordTokenizer whole = new KeywordTokenizer();
                return new TokenStreamComponents(whole, stemming.apply(new LowerCaseFilter(whole)));
            }
        };
    }
}
