package org.balcao.web;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address of a page of results, as what it asks of the API. The page reads its address in the same way ({@code model/serviceQuery.ts}) and asks
 * in the same order ({@code filtersOf} in {@code api/services.ts}), so that its questions are those of {@link FirstQuestions}.
 *
 * @param query what stands after the question mark of the page, without what the page does not know
 * @param filters as parameters of the API, each with an ampersand after it
 * @param page the number of the page, from 1
 */
record ResultsAddress(String query, String filters, int page) {
    private static final Pattern NEED = Pattern.compile("[a-z0-9_]{1,40}(\\.[a-z0-9_]{1,40}){0,4}");
    private static final Pattern PLACE = Pattern.compile("[0-9A-Za-z-]{1,20}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,3}");
    private static final List<String> DELIVERY_MODES = List.of("in_person", "phone", "online");

    /** Known in the browser alone: words somebody typed, where they are, a map. */
    private static final Set<String> OF_THE_BROWSER = Set.of("words", "search", "near", "view");

    /** Nothing where only the browser knows what will be asked. */
    static Optional<ResultsAddress> of(MultiMap parameters) {
        if (OF_THE_BROWSER.stream().anyMatch(parameters::contains)) {
            return Optional.empty();
        }
        Chosen chosen = new Chosen();
        first(parameters, "need", NEED).ifPresent(need -> chosen.add("need", "taxonomy_term_id", need, need));
        first(parameters, "place", PLACE).ifPresent(place -> chosen.add("place", "place", place, place));
        parameters.getAll("language").stream()
                .filter(language -> LANGUAGE.matcher(language).matches())
                .distinct()
                .forEach(language -> chosen.add("language", "language", language, language));
        if ("now".equals(parameters.get("open"))) {
            chosen.add("open", "open_at", "now", "now");
        }
        DELIVERY_MODES.stream()
                .filter(parameters.getAll("delivery_mode")::contains)
                .forEach(mode -> chosen.add("delivery_mode", "delivery_mode", mode, mode));
        if ("true".equals(parameters.get("free"))) {
            chosen.add("free", "free", "true", "true");
        }
        if ("true".equals(parameters.get("confirmed"))) {
            chosen.add("confirmed", "confidence", "true", "medium");
        }
        int page = first(parameters, "page", PAGE).map(Integer::valueOf).orElse(1);
        String query = page == 1 ? chosen.query.toString() : chosen.query + "page=" + page + "&";
        return Optional.of(new ResultsAddress(query.replaceFirst("&$", ""), chosen.filters.toString(), page));
    }

    /** What was chosen, in the words of the page and in those of the API. */
    private static final class Chosen {
        private final StringBuilder query = new StringBuilder();
        private final StringBuilder filters = new StringBuilder();

        void add(String ofThePage, String ofTheApi, String value, String asked) {
            query.append(ofThePage).append('=').append(value).append('&');
            filters.append(ofTheApi).append('=').append(asked).append('&');
        }
    }

    /** A question that was asked without any filter, with these. */
    String in(String question) {
        return question.replaceFirst("\\?", "?" + filters).replaceFirst("&page=1&", "&page=" + page + "&");
    }

    private static Optional<String> first(MultiMap parameters, String name, Pattern pattern) {
        return Optional.ofNullable(parameters.get(name))
                .filter(value -> pattern.matcher(value).matches());
    }
}
