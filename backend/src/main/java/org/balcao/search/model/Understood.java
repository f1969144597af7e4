package org.balcao.search.model;

import java.util.List;
import org.balcao.search.words.Word;

/**
 * What somebody typed, in groups: a group is a phrase that is known, or a word that is not.
 *
 * @param text what was typed
 * @param wordCount how many words it has that say something
 */
public record Understood(String text, List<Group> groups, int wordCount) {

    /** How well a phrase was met. */
    public enum Fit {
        SAME,
        STEM,
        SOUND,
        MISTYPED
    }

    /**
     * One group.
     *
     * @param words as typed
     * @param meanings what they stand for; empty if only their letters count
     * @param last whether it holds the last word typed, which may be unfinished
     */
    public record Group(List<Word> words, List<Meaning> meanings, Fit fit, boolean last) {

        public Group {
            words = List.copyOf(words);
            meanings = List.copyOf(meanings);
        }

        /** Whether a listing has to fit it, rather than be lifted by it. */
        public boolean decides() {
            return meanings.isEmpty() || meanings.stream().anyMatch(Meaning::decides);
        }

        public boolean isKnown() {
            return !meanings.isEmpty();
        }

        public String text(String typed) {
            return typed.substring(words.getFirst().start(), words.getLast().end());
        }
    }

    public Understood {
        groups = List.copyOf(groups);
    }

    /** The codes of the places that are named. */
    public List<String> places() {
        return groups.stream()
                .flatMap(group -> group.meanings().stream())
                .flatMap(meaning -> meaning.places().stream())
                .distinct()
                .toList();
    }
}
