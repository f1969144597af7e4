package org.balcao.directory.rest.download;

import java.util.Optional;

/**
 * Where the pages and the list of a download are.
 *
 * @param top of the product, such as {@code https://balcao.example}; empty if nobody said it
 * @param language of the page
 * @param question the parameters of the list, as an address has them
 */
public record Links(Optional<String> top, String language, String question) {

    /** The page of a service; empty where nobody said what whole addresses are. */
    String whole(String id) {
        return top.map(url -> url + path(id)).orElse("");
    }

    /** The page of a service, of this host where nobody said what whole addresses are. */
    String page(String id) {
        return top.orElse("") + path(id);
    }

    /** The list itself. */
    String list() {
        return top.orElse("") + "/api/services" + (question.isEmpty() ? "" : "?" + question);
    }

    private String path(String id) {
        return "/" + language + "/services/" + id;
    }
}
