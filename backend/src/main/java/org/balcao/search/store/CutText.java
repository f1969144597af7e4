package org.balcao.search.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.balcao.search.store.MatchableTexts.Text;
import org.balcao.search.words.Word;
import org.balcao.search.words.Words;

/** A text of a service that is cut into words when it is looked through for the first time, and not again. */
final class CutText {
    private final Text text;
    private volatile List<Words.Piece> pieces;

    CutText(Text text) {
        this.text = text;
    }

    Text text() {
        return text;
    }

    /** The words that are sought, where they stand in the text. */
    List<Word> those(Predicate<Word> sought) {
        List<Words.Piece> cut = pieces;
        if (cut == null) {
            cut = Words.pieces(text.value(), text.language());
            pieces = cut;
        }
        List<Word> those = new ArrayList<>();
        for (Words.Piece piece : cut) {
            for (Word word : piece.words()) {
                if (sought.test(word)) {
                    those.add(word.movedBy(piece.from()));
                }
            }
        }
        return those;
    }
}
