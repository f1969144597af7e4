package org.balcao.search;

import java.util.List;

/**
 * One reason why a service is among those found. Their points together are its place in the order.
 *
 * @param kind word, need, audience, place, area, nationwide, spoken, free, delivery_mode or urgent
 * @param field the HSDS name of the text a word stands in, or null
 * @param language of that text
 * @param text the text, or the part of it around the words
 * @param marks where in it the words are, as pairs of UTF-16 offsets, the second exclusive
 * @param code of the need, audience, place, language or danger
 * @param name of the need, audience or place, in the reader's language
 */
public record Reason(
        String kind,
        String field,
        String language,
        String text,
        List<List<Integer>> marks,
        String code,
        String name,
        double points) {

    public static Reason of(String kind, String code, String name, double points) {
        return new Reason(kind, null, null, null, null, code, name, points);
    }
}
