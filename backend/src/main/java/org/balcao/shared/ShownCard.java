package org.balcao.shared;

/**
 * What a page shows of a record before any script runs: who it is, and how to call.
 *
 * @param id as addresses have it
 * @param name as a line of text
 * @param sourceName its name as it stands on the door, where that is another one; null where it is not
 * @param organization whose it is; null where that goes without saying
 * @param description in words, of any length; null if there is none
 * @param telephone null where no number is known, or none answers any more
 */
public record ShownCard(
        String id, String name, String sourceName, String organization, String description, Telephone telephone) {

    /**
     * A number to call.
     *
     * @param number as it is read
     * @param uri as it is dialled, a {@code tel:} address
     */
    public record Telephone(String number, String uri) {}
}
