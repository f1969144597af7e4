package org.balcao.directory.rest.asked;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.balcao.directory.rest.asked.Parameter.ParameterType;

/** Every parameter of the API: those of HSDS, those Open Referral UK adds, and ours. */
public final class Parameters {

    public static final int PER_PAGE = 50;
    public static final int MOST_PER_PAGE = 1000;
    public static final int FARTHEST = 500_000;

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    // HSDS
    public static final Parameter<String> SEARCH = new Parameter<>(
            "search",
            "Words to look for, in any of the directory's languages; case and accents do not matter, and the last word may be unfinished.",
            ParameterType.of("string"),
            false,
            ParameterParsers.text(200));
    public static final Parameter<Integer> PAGE = new Parameter<>(
            "page",
            "The page to answer, counted from 1.",
            ParameterType.whole(1, null),
            false,
            ParameterParsers.whole(1, Integer.MAX_VALUE));
    public static final Parameter<Integer> PAGE_SIZE = new Parameter<>(
            "per_page",
            "Records on a page; " + PER_PAGE + " if not said, and " + MOST_PER_PAGE + " with format=csv or xlsx.",
            ParameterType.whole(1, MOST_PER_PAGE),
            false,
            ParameterParsers.whole(1, MOST_PER_PAGE));
    public static final Parameter<Format> FORMAT = format(
            "The form of the answer. ndjson streams all records, one a line, without pages. Wins over the Accept header.",
            Format.LISTS);
    public static final Parameter<Format> SERVICE_FORMAT = format(
            "The form of the answer. ndjson streams all records, one a line, without pages; geojson gives the places, jsonld schema.org. csv and "
                    + "xlsx are a table of up to 1,000 services, and the next ones with page=2; ics has the opening hours of the services of a page "
                    + "in the coming fourteen days; atom has the services that changed last first. Wins over the Accept header.",
            Format.SERVICES);
    public static final Parameter<Format> ONE_SERVICE_FORMAT = format(
            "The form of the answer: HSDS JSON, the places as GeoJSON, or schema.org as JSON-LD. Wins over the Accept header.",
            Format.ONE_SERVICE);
    public static final Parameter<String> TAXONOMY_TERM_ID = new Parameter<>(
            "taxonomy_term_id",
            "A taxonomy term, by its id or code; its narrower terms are found too. Terms of one taxonomy given together find what has any of "
                    + "them, terms of different taxonomies narrow each other.",
            ParameterType.of("string"),
            true,
            ParameterParsers.text(200));
    public static final Parameter<UUID> TAXONOMY_ID =
            id("taxonomy_id", "A taxonomy: what has any of its terms.").repeated();
    public static final Parameter<UUID> ORGANIZATION_ID =
            id("organization_id", "The organization that provides it.").repeated();
    public static final Parameter<Instant> MODIFIED_AFTER = new Parameter<>(
            "modified_after",
            "Modified at or after this moment. A service is modified when anything under it is.",
            ParameterType.of("string", "date-time"),
            false,
            ParameterParsers::moment);
    public static final Parameter<Boolean> MINIMAL =
            flag("minimal", "Only id and last_modified, all in one page unless per_page is given.");
    public static final Parameter<Boolean> FULL = flag("full", "Full records, as by id.");
    public static final Parameter<Boolean> FULL_SERVICE =
            flag("full_service", "Give the organization's services in full.");
    public static final Parameter<Boolean> TOP_ONLY = flag("top_only", "Only terms without a broader term.");
    public static final Parameter<UUID> PARENT_ID =
            id("parent_id", "The terms right below this one.").repeated();
    public static final Parameter<String> POSTCODE = new Parameter<>(
            "postcode",
            "A Portuguese postal code (1234-567), or its first four digits: places with that code, or services whose area covers the "
                    + "municipality it lies in.",
            ParameterType.of("string"),
            false,
            ParameterParsers.text(20));
    public static final Parameter<Integer> PROXIMITY = new Parameter<>(
            "proximity",
            "With postcode: places at most this many metres from the middle of the places with that code.",
            ParameterType.whole(0, FARTHEST),
            false,
            ParameterParsers.whole(0, FARTHEST));

    // Open Referral UK
    public static final Parameter<Double> MINIMUM_AGE = new Parameter<>(
            "minimum_age",
            "The service states a minimum age of at least this.",
            ParameterType.of("number"),
            false,
            ParameterParsers.decimal(0, 150));
    public static final Parameter<Double> MAXIMUM_AGE = new Parameter<>(
            "maximum_age",
            "The service states a maximum age of at most this.",
            ParameterType.of("number"),
            false,
            ParameterParsers.decimal(0, 150));
    public static final Parameter<LocalTime> START_TIME = new Parameter<>(
            "start_time",
            "It has a schedule that opens at or after this time. With end_time and day: one schedule meets all of them.",
            ParameterType.of("string"),
            false,
            ParameterParsers::time);
    public static final Parameter<LocalTime> END_TIME = new Parameter<>(
            "end_time",
            "It has a schedule that closes at or before this time.",
            ParameterType.of("string"),
            false,
            ParameterParsers::time);
    public static final Parameter<DayOfWeek> DAY = new Parameter<>(
            "day", "It has a schedule on this weekday.", ParameterType.oneOf(DAYS), true, ParameterParsers::day);

    // ours
    public static final Parameter<List<String>> LANG = new Parameter<>(
            "lang",
            "Languages for the texts, best first, separated by commas (ar,en,pt). Wins over Accept-Language. Each text falls back along the "
                    + "list, then to Portuguese.",
            ParameterType.of("string"),
            false,
            ParameterParsers::languageTags);
    public static final Parameter<String> LANGUAGE = new Parameter<>(
            "language",
            "Somebody there speaks this language (ISO 639 code).",
            ParameterType.of("string"),
            true,
            ParameterParsers::languageCode);
    public static final Parameter<String> PLACE = new Parameter<>(
            "place",
            "The code of a district, autonomous region or municipality: given there, or for people there, or nationwide.",
            ParameterType.of("string"),
            true,
            ParameterParsers.text(20));
    public static final Parameter<String> PACK_PLACE = new Parameter<>(
            "place",
            "The code of a district, autonomous region or municipality: only what is given there, or for people there, or nationwide.",
            ParameterType.of("string"),
            false,
            ParameterParsers.text(20));
    public static final Parameter<AsOf> SINCE = new Parameter<>(
            "since",
            "The as_of of an earlier pack of the same language and place: only what changed since. Where that is not known any more, the whole "
                    + "pack comes.",
            ParameterType.of("string"),
            false,
            AsOf::read);
    public static final Parameter<Double> LAT = new Parameter<>(
            "lat",
            "Latitude to measure from; together with lon.",
            ParameterType.of("number", "double"),
            false,
            ParameterParsers.decimal(-90, 90));
    public static final Parameter<Double> LON = new Parameter<>(
            "lon",
            "Longitude to measure from; together with lat.",
            ParameterType.of("number", "double"),
            false,
            ParameterParsers.decimal(-180, 180));
    public static final Parameter<Integer> RADIUS = new Parameter<>(
            "radius",
            "At most this many metres from lat and lon.",
            ParameterType.whole(1, FARTHEST),
            false,
            ParameterParsers.whole(1, FARTHEST));
    public static final Parameter<Moment> OPEN_AT = new Parameter<>(
            "open_at",
            "Open at this moment (RFC 3339), or now. Unknown hours and by appointment do not count as open.",
            ParameterType.of("string"),
            false,
            Moment::read);
    public static final Parameter<String> DELIVERY_MODE = new Parameter<>(
            "delivery_mode",
            "How it is received.",
            ParameterType.oneOf(List.of("in_person", "phone", "online")),
            true,
            ParameterParsers.oneOf(List.of("in_person", "phone", "online")));
    public static final Parameter<Boolean> FREE =
            flag("free", "Known to cost nothing (true), or known to cost something (false).");
    public static final Parameter<String> STATUS = new Parameter<>(
            "status",
            "The service's status; every status if not said.",
            ParameterType.oneOf(List.of("active", "inactive", "defunct", "temporarily closed")),
            true,
            ParameterParsers.oneOf(List.of("active", "inactive", "defunct", "temporarily closed")));
    public static final Parameter<String> CONFIDENCE = new Parameter<>(
            "confidence",
            "At least this sure.",
            ParameterType.oneOf(List.of("high", "medium", "low")),
            false,
            ParameterParsers.oneOf(List.of("high", "medium", "low")));
    public static final Parameter<Double> AGE = new Parameter<>(
            "age",
            "The age of the person it is for: services that state no limits, or limits this age is within.",
            ParameterType.of("number"),
            false,
            ParameterParsers.decimal(0, 150));
    public static final Parameter<Boolean> INTERPRETER =
            flag("interpreter", "Known that an interpreter can join (true), or that none can (false).");
    public static final Parameter<Boolean> ACCESSIBLE =
            flag("accessible", "Given at a place whose accessibility is described (true), or at none (false).");
    public static final Parameter<Boolean> AT_ONE_STOP_CENTRE =
            flag("one_stop_centre", "Given at a one-stop centre (true), or at none (false).");
    public static final Parameter<LocalDate> CHECKED_SINCE = new Parameter<>(
            "checked_since",
            "The listing was checked (assured_date) on this day or later.",
            ParameterType.of("string", "date"),
            false,
            ParameterParsers::date);
    public static final Parameter<String> SORT = new Parameter<>(
            "sort",
            "relevance (of the words searched for; without words, the services that do little besides the term asked for come first), "
                    + "distance (with lat and lon), opening (open now first, then by when they open next), modified (changed last first) or entry. Not said: "
                    + "relevance with search, modified with format=atom, else entry. "
                    + "Of equals, the one entered first.",
            ParameterType.oneOf(List.of("relevance", "distance", "opening", "modified", "entry")),
            false,
            ParameterParsers.oneOf(List.of("relevance", "distance", "opening", "modified", "entry")));
    public static final Parameter<String> FOLD = new Parameter<>(
            "fold",
            "programs: branches of a program stand behind its entry (the program's own service for the whole country) if that is in the list, and "
                    + "folded_items says how many they are. Not where a place is named: by place, by lat and lon or in the words. Not said: every service "
                    + "is listed by itself. Pages only, never ndjson or minimal.",
            ParameterType.oneOf(List.of("programs")),
            false,
            ParameterParsers.oneOf(List.of("programs")));
    public static final Parameter<String> PLACE_SORT = new Parameter<>(
            "sort",
            "distance (with lat and lon) or entry. Not said: entry.",
            ParameterType.oneOf(List.of("distance", "entry")),
            false,
            ParameterParsers.oneOf(List.of("distance", "entry")));
    public static final Parameter<Boolean> ONE_STOP_CENTRE =
            flag("one_stop_centre", "Only places that are one-stop centres (true), or that are not (false).");
    public static final Parameter<String> LEVEL = new Parameter<>(
            "level",
            "The level of the place.",
            ParameterType.oneOf(List.of("district", "autonomous_region", "municipality")),
            true,
            ParameterParsers.oneOf(List.of("district", "autonomous_region", "municipality")));
    public static final Parameter<String> PARENT_CODE = new Parameter<>(
            "parent_code",
            "The code of the district or region it lies in.",
            ParameterType.of("string"),
            true,
            ParameterParsers.text(20));
    public static final Parameter<Integer> YEAR = new Parameter<>(
            "year",
            "The year; this one if not said.",
            ParameterType.whole(1900, 2199),
            false,
            ParameterParsers.whole(1900, 2199));

    private Parameters() {}

    private static Parameter<Format> format(String description, List<Format> forms) {
        List<String> names = forms.stream().map(Format::wire).toList();
        return new Parameter<>(
                "format",
                description,
                ParameterType.oneOf(names),
                false,
                text -> Format.of(ParameterParsers.oneOf(names).read(text)));
    }

    private static Parameter<Boolean> flag(String name, String description) {
        return new Parameter<>(name, description, ParameterType.of("boolean"), false, ParameterParsers::yesOrNo);
    }

    private static Parameter<UUID> id(String name, String description) {
        return new Parameter<>(name, description, ParameterType.of("string", "uuid"), false, ParameterParsers::uuid);
    }
}
