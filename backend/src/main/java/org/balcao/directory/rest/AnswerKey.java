package org.balcao.directory.rest;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.balcao.shared.KeyedHash;

/**
 * What an answer depends on that whoever asks chooses. Of texts it holds a hash alone, because people type words into addresses and forms.
 *
 * @param question the address with its parameters (for the POST twin of a list its form too), the form and the languages that are accepted
 * @param gzip whether the answer may be compressed
 */
record AnswerKey(KeyedHash question, boolean gzip) {

    /** Roughly how many bytes a key takes in memory, with its place in the cache. */
    static final int WEIGHT = 160;

    private static final int LONGEST_HEADER = 300;
    private static final int LONGEST_FORM = 2_000;

    /** Parameters that tell where somebody is, a postal code of seven digits down to the street. */
    private static final Set<String> POSITION = Set.of("lat", "lon", "postcode");

    private static final Pattern PARAMETERS = Pattern.compile("[&;]");
    private static final Pattern GZIP =
            Pattern.compile("(?i)(^|,)\\s*(gzip|x-gzip|\\*)\\s*(?:;\\s*q\\s*=\\s*([0-9.]+))?\\s*(?=,|$)");

    /**
     * @param form null for GET and HEAD
     * @return null for what is answered to one person only: with credentials, from where somebody is, or in words that are seldom said twice
     */
    static AnswerKey of(HttpServerRequest request, String form) {
        return of(request.uri(), form, request.headers());
    }

    static AnswerKey of(String address, String form, MultiMap headers) {
        if (headers.contains(HttpHeaders.AUTHORIZATION)
                || headers.contains(HttpHeaders.COOKIE)
                || form != null && form.length() > LONGEST_FORM
                || tellsPosition(address.substring(address.indexOf('?') + 1))
                || form != null && tellsPosition(form.strip())) {
            return null;
        }
        List<String> accept = headers.getAll(HttpHeaders.ACCEPT);
        List<String> languages = headers.getAll(HttpHeaders.ACCEPT_LANGUAGE);
        List<String> encodings = headers.getAll(HttpHeaders.ACCEPT_ENCODING);
        if (!isShort(accept) || !isShort(languages) || !isShort(encodings)) {
            return null;
        }
        return new AnswerKey(KeyedHash.of(address, form, first(accept), first(languages)), takesGzip(first(encodings)));
    }

    /** Whether a parameter tells a position, however its name is written; what cannot be read may tell one. */
    private static boolean tellsPosition(String parameters) {
        for (String each : PARAMETERS.split(parameters)) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? each : each.substring(0, equals);
            try {
                if (POSITION.contains(name.indexOf('%') < 0 ? name : URLDecoder.decode(name, StandardCharsets.UTF_8))) {
                    return true;
                }
            } catch (IllegalArgumentException unreadable) {
                return true;
            }
        }
        return false;
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
}
