package org.balcao.shared;

import java.util.Arrays;
import java.util.Optional;

/** What a page says of the record that it is about before any script runs, for whoever makes pages. */
public interface RecordPages {

    /** The kinds of records that have a page of their own, by the word in its address. */
    enum Kind {
        SERVICE("services"),
        ORGANIZATION("organizations"),
        /** A district, autonomous region or municipality, by its code. */
        PLACE("places"),
        LOCATION("locations");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    /** What stands at an address. */
    sealed interface Found {}

    /**
     * A record.
     *
     * @param id as addresses have it
     * @param name null where it is not shown
     * @param description in words, of any length; null if there is none
     * @param discreet whether name and description are not to be where others see them: in the title of a document, which stays in the list of what a
     *     device has opened, and in the preview of a link
     * @param offered whether it is there to be used now and may be listed by search engines
     * @param json the record in the words of schema.org, as JSON; null if nothing is to be said of it
     * @param card what its page begins with; null where nothing is shown of it
     */
    record Shown(
            String id, String name, String description, boolean discreet, boolean offered, String json, ShownCard card)
            implements Found {}

    /** Another record has taken its place. */
    record Moved(String id) implements Found {}

    /** It was there once and will not come back. */
    record Gone() implements Found {}

    /** There never was such a record. */
    record Missing() implements Found {}

    /**
     * Looks for a record; it may take as long as the database does.
     *
     * @param id as it stands in an address: anything
     * @param language a tag, in which its texts are wanted
     */
    Found find(Kind kind, String id, String language);
}
