package org.balcao.directory.rest;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an answer depends on that whoever asks chooses: the address with its parameters (for the POST twin of a list its form too), the form
 * and languages that are accepted, and whether it may be compressed.
 *
 * @param form null for GET and HEAD
 * @param accept null where nothing is said
 * @param languages the header {@code Accept-Language}; null where nothing is said, or where the address says it
 */
record AnswerKey(String address, String form, String accept, String languages, boolean gzip) {

    private static final int LONGEST_HEADER = 300;
    private static final int LONGEST_FORM = 2_000;
    private static final Pattern POSITION = Pattern.compile("(^|[?&])(lat|lon)=");
    private static final Pattern GZIP =
            Pattern.compile("(?i)(^|,)\\s*(gzip|x-gzip|\\*)\\s*(?:;\\s*q\\s*=\\s*([0-9.]+))?\\s*(?=,|$)");

    /** @return null for what is answered to one person only: with credentials, or in words that are seldom said twice */
    static AnswerKey of(HttpServerRequest request) {
        return of(request, null);
    }

    /** The same for a POST twin. Where somebody is stands in forms alone, and is not kept. */
    static AnswerKey of(HttpServerRequest request, String form) {
        MultiMap headers = request.headers();
        String address = request.uri();
        if (headers.contains(HttpHeaders.AUTHORIZATION)
                || headers.contains(HttpHeaders.COOKIE)
                || form != null
                        && (form.length() > LONGEST_FORM
                                || POSITION.matcher(form).find())) {
            return null;
        }
        List<String> accept = headers.getAll(HttpHeaders.ACCEPT);
        List<String> languages = headers.getAll(HttpHeaders.ACCEPT_LANGUAGE);
        List<String> encodings = headers.getAll(HttpHeaders.ACCEPT_ENCODING);
        if (!isShort(accept) || !isShort(languages) || !isShort(encodings)) {
            return null;
        }
        return new AnswerKey(address, form, first(accept), first(languages), takesGzip(first(encodings)));
    }

    private static boolean isShort(List<String> values) {
        return values.isEmpty() || values.size() == 1 && values.getFirst().length() <= LONGEST_HEADER;
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? null : values.getFirst();
    }

    /** Whether gzip is accepted with a weight above 0 (RFC 9110, 12.5.3); what is said of it by name counts before the star. */
    static boolean takesGzip(String accepted) {
        if (accepted == null || accepted.isEmpty()) {
            return false;
        }
        boolean takes = false;
        boolean named = false;
        var found = GZIP.matcher(accepted);
        while (found.find()) {
            boolean star = found.group(2).equals("*");
            if (!star || !named) {
                takes = found.group(3) == null || isAboveZero(found.group(3));
                named |= !star;
            }
        }
        return takes;
    }

    private static boolean isAboveZero(String weight) {
        return weight.chars().anyMatch(digit -> digit >= '1' && digit <= '9');
    }

    /** Roughly how many bytes it takes in memory. */
    int weight() {
        return 160 + length(address) + length(form) + length(accept) + length(languages);
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
