package org.balcao.directory.rest.asked;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.balcao.shared.problem.FieldError;
import org.balcao.shared.problem.ProblemType;

/** What one request asks for, read once and whole: everything that cannot be understood is told in one problem, field by field. */
public final class QueryParameters {

    private static final int MOST_VALUES = 50;

    private final Map<Parameter<?>, List<Object>> values = new HashMap<>();
    private final HttpHeaders headers;
    private final String question;
    private final MultivaluedMap<String, String> given;

    private QueryParameters(HttpHeaders headers, String question, MultivaluedMap<String, String> given) {
        this.headers = headers;
        this.question = question;
        this.given = given;
    }

    /** Reads the address, and the form of a POST twin if there is one. */
    public static QueryParameters of(
            Endpoint endpoint, MultivaluedMap<String, String> query, String form, HttpHeaders headers) {
        MultivaluedMap<String, String> given = new MultivaluedHashMap<>();
        query.forEach((name, texts) -> given.addAll(name, texts));
        addForm(form, given);
        QueryParameters asked = new QueryParameters(headers, endpoint + " " + given, given);
        List<FieldError> errors = new ArrayList<>();
        given.forEach((name, texts) -> endpoint.parameter(name)
                .ifPresentOrElse(
                        parameter -> asked.read(parameter, texts, errors),
                        () -> errors.add(new FieldError(shortened(name), "is not a parameter of this request"))));
        asked.checkPoint(errors);
        if (!errors.isEmpty()) {
            throw ProblemType.INVALID_QUERY.at(errors);
        }
        return asked;
    }

    private static void addForm(String form, MultivaluedMap<String, String> given) {
        if (form == null || form.isBlank()) {
            return;
        }
        try {
            for (String pair : form.strip().split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                given.add(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException unreadable) {
            throw ProblemType.INVALID_BODY.because("The body is not application/x-www-form-urlencoded");
        }
    }

    private void read(Parameter<?> parameter, List<String> texts, List<FieldError> errors) {
        if (texts.size() > (parameter.repeatable() ? MOST_VALUES : 1)) {
            errors.add(new FieldError(
                    parameter.name(),
                    parameter.repeatable()
                            ? "is given more than " + MOST_VALUES + " times"
                            : "is given more than once"));
            return;
        }
        List<Object> read = new ArrayList<>();
        for (String text : texts) {
            try {
                if (text.indexOf('\0') >= 0) {
                    throw new Unreadable("a text without U+0000 is needed");
                }
                read.add(parameter.reading().read(text));
            } catch (Unreadable unreadable) {
                errors.add(new FieldError(parameter.name(), unreadable.getMessage()));
            }
        }
        values.put(parameter, read);
    }

    /** A point has two coordinates, and only a point can be measured from. */
    private void checkPoint(List<FieldError> errors) {
        boolean latitude = values.containsKey(Parameters.LAT);
        boolean longitude = values.containsKey(Parameters.LON);
        if (latitude != longitude) {
            errors.add(new FieldError(latitude ? "lon" : "lat", "is needed too, because a point has both"));
        }
        if (values.containsKey(Parameters.RADIUS) && !(latitude && longitude)) {
            errors.add(new FieldError("radius", "needs lat and lon to measure from"));
        }
        if ((sorts(Parameters.SORT, "distance") || sorts(Parameters.PLACE_SORT, "distance"))
                && !(latitude && longitude)) {
            errors.add(new FieldError("sort", "by distance needs lat and lon to measure from"));
        }
        if (values.containsKey(Parameters.PROXIMITY) && !values.containsKey(Parameters.POSTCODE)) {
            errors.add(new FieldError("proximity", "needs a postcode to measure from"));
        }
    }

    private boolean sorts(Parameter<String> sort, String order) {
        return values.getOrDefault(sort, List.of()).contains(order);
    }

    private static String shortened(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }

    @SuppressWarnings("unchecked")
    public <T> List<T> all(Parameter<T> parameter) {
        return (List<T>) List.copyOf(values.getOrDefault(parameter, List.of()));
    }

    public <T> Optional<T> one(Parameter<T> parameter) {
        return all(parameter).stream().findFirst();
    }

    public <T> T orNull(Parameter<T> parameter) {
        return one(parameter).orElse(null);
    }

    public boolean is(Parameter<Boolean> flag) {
        return one(flag).orElse(false);
    }

    public int page() {
        return one(Parameters.PAGE).orElse(1);
    }

    public int perPage() {
        return one(Parameters.PAGE_SIZE).orElse(Parameters.PER_PAGE);
    }

    /** The languages wanted, of those the directory has texts in. */
    public Languages languages(Set<String> held) {
        return Languages.wanted(
                one(Parameters.LANG).orElse(List.of()), headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), held);
    }

    /** The form of the answer: as the address says, else the first form that the Accept header takes. */
    public Format format(Parameter<Format> parameter, List<Format> forms) {
        return one(parameter).orElseGet(() -> accepted(forms));
    }

    private Format accepted(List<Format> forms) {
        for (MediaType range : headers.getAcceptableMediaTypes()) {
            for (Format form : forms) {
                if (range.isCompatible(MediaType.valueOf(form.mediaType()))) {
                    return form;
                }
            }
        }
        throw ProblemType.NOT_ACCEPTABLE.because("This can be given as "
                + String.join(", ", forms.stream().map(Format::mediaType).toList()));
    }

    /** Whether the reader already has what an entity tag stands for. */
    public boolean has(String entityTag) {
        return has(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), entityTag);
    }

    /**
     * Whether one of the reader's entity tags is the same (RFC 9110, 13.1.2: weakly compared).
     *
     * @param held the header {@code If-None-Match}, or null
     */
    public static boolean has(String held, String entityTag) {
        if (held == null) {
            return false;
        }
        for (String each : held.split(",")) {
            String tag = each.strip();
            if (tag.equals("*") || tag.equals(entityTag) || ("W/" + tag).equals(entityTag)) {
                return true;
            }
        }
        return false;
    }

    /** The parameters as an address has them, in the order of their names. */
    public String address() {
        return new TreeMap<>(given)
                .entrySet().stream()
                        .flatMap(each -> each.getValue().stream().map(value -> each.getKey() + "=" + encoded(value)))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The whole question as text; two equal questions have equal texts. */
    public String question() {
        return question;
    }
}
