package org.balcao.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.balcao.search.OfflineWords;
import org.balcao.search.OfflineWords.Danger;
import org.balcao.search.OfflineWords.Said;
import org.balcao.search.situations.DangerSigns;
import org.balcao.search.situations.Situations;
import org.balcao.search.store.WordFile.Urgent;

/** What a device without a network compares typed words with: of the word files, the lines for dangers and the bank what one language needs. */
@ApplicationScoped
public class WordsToTake {
    /** From which sum on a text may speak of a danger, in halves; lower than even, as a line that was not needed harms less than one not shown. */
    private static final int ENOUGH = -2;

    private final Map<String, OfflineWords> held = new ConcurrentHashMap<>();
    private final Map<String, Urgent> urgent = WordFile.urgent();
    private final Situations situations;

    WordsToTake(Situations situations) {
        this.situations = situations;
    }

    /** @param language one that has a word file */
    public OfflineWords of(String language) {
        return held.computeIfAbsent(language, this::read);
    }

    private OfflineWords read(String language) {
        List<Said> said = WordFile.read(language).concepts().stream()
                .filter(concept -> concept.needs() != null && !concept.needs().isEmpty())
                .map(concept -> new Said(concept.needs(), concept.urgent(), concept.said()))
                .toList();
        List<Danger> dangers = DangerSigns.of(language).stream()
                .map(each -> new Danger(
                        each.kind(),
                        Intents.ids(urgent.get(each.kind()).services()),
                        needs(each.kind()),
                        each.base(),
                        ENOUGH,
                        each.signs()))
                .toList();
        return new OfflineWords(said, dangers);
    }

    private List<String> needs(String danger) {
        return situations.all().stream()
                .filter(each -> danger.equals(each.urgent()))
                .flatMap(each -> each.needs().stream())
                .distinct()
                .toList();
    }
}
