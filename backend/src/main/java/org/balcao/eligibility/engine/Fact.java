package org.balcao.eligibility.engine;

import java.util.List;

/**
 * Something that a rule may ask of a person.
 *
 * @param index its place in the pack, which is also its place in {@link Answers}
 * @param codes of a code its values in order; of a bool yes and no; else empty
 * @param least of a number the least it may be; of a date {@link Days#FIRST}
 * @param most the most
 * @param stage when it is asked: 1 safety and age, 2 situation and arrival, 3 dates, 4 family and work, 5 money and papers; 0 never
 * @param sensitive it tells something that could harm the person in the wrong hands
 */
public record Fact(
        int index, String id, Kind kind, List<String> codes, long least, long most, int stage, boolean sensitive) {

    /** What its values are. */
    public enum Kind {
        BOOL,
        CODE,
        DATE,
        INT;

        boolean isCode() {
            return this == BOOL || this == CODE;
        }
    }

    static final List<String> YES_NO = List.of("yes", "no");

    public Fact {
        codes = List.copyOf(codes);
    }

    /** All codes it may have, a bit for each. */
    int allCodes() {
        return codes.size() == Integer.SIZE ? -1 : (1 << codes.size()) - 1;
    }
}
