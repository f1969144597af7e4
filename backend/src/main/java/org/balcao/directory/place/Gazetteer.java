package org.balcao.directory.place;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.balcao.directory.model.PositionPrecision;

/**
 * Where the parishes and postal codes of Portugal are. Read once from {@code data/portugal/parishes.csv} and {@code postcodes4.csv}, whose
 * origin and licence stand in {@code places.LICENSE.txt}; 3,259 parishes and 682 codes, some two megabytes of memory.
 */
public final class Gazetteer {
    private static final Pattern POSTCODE = Pattern.compile("(\\d{4})(?:[ -]?\\d{3})?");
    private static final Pattern DASHES = Pattern.compile("\\p{Pd}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern UNION = Pattern.compile("União das [Ff]reguesias (?:de|do|da|dos|das) (.+)");
    private static final Pattern PARTS = Pattern.compile(", | e ");
    private static final Pattern IN_BRACKETS = Pattern.compile("(.+?) \\((.+)\\)");

    private final Map<String, List<Spot>> parishes = new HashMap<>();
    private final Map<String, Spot> postcodes = new HashMap<>();

    private Gazetteer() {
        rows("parishes.csv").forEach(this::addParish);
        rows("postcodes4.csv").forEach(row -> postcodes.put(row.get("postcode4"), spot(row, row.get("locality"))));
    }

    private static final class Loaded {
        private static final Gazetteer PORTUGAL = new Gazetteer();
    }

    /** The one of Portugal, read when it is first asked for. */
    public static Gazetteer ofPortugal() {
        return Loaded.PORTUGAL;
    }

    /**
     * Where a postal code is, by its first four digits: {@code 4000}, {@code 4000-123}, {@code 4000 123} or {@code 4000123}. Empty for
     * what is no postal code, and for one that is newer than the list (2016).
     */
    public Optional<Spot> postcode(String written) {
        var code = POSTCODE.matcher(DASHES.matcher(written.strip()).replaceAll("-"));
        return code.matches() ? Optional.ofNullable(postcodes.get(code.group(1))) : Optional.empty();
    }

    /**
     * The parishes of a name, whatever its accents, capitals and dashes; in the order of their codes. A union of parishes is found under
     * the name of each, and one written {@code Setúbal (São Sebastião)} under what stands in the brackets. Many names are those of several
     * parishes: whoever asks chooses by municipality.
     */
    public List<Spot> parishes(String name) {
        return parishes.getOrDefault(folded(name), List.of());
    }

    /** Every name of a parish, without accents and in small letters, with the codes of the municipalities that have one of it. */
    public Map<String, Set<String>> parishNames() {
        Map<String, Set<String>> names = new TreeMap<>();
        parishes.forEach((name, spots) -> spots.forEach(spot ->
                names.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(spot.municipalityCode())));
        return names;
    }

    private void addParish(Map<String, String> row) {
        Spot spot = spot(row, row.get("name"));
        names(row.get("name")).stream()
                .map(Gazetteer::folded)
                .distinct()
                .forEach(name ->
                        parishes.computeIfAbsent(name, key -> new ArrayList<>()).add(spot));
    }

    private static Set<String> names(String name) {
        Set<String> names = new LinkedHashSet<>(List.of(name));
        var union = UNION.matcher(name);
        if (union.matches()) {
            names.add(union.group(1));
            names.addAll(List.of(PARTS.split(union.group(1))));
        }
        for (String each : List.copyOf(names)) {
            var brackets = IN_BRACKETS.matcher(each);
            if (brackets.matches()) {
                names.add(brackets.group(2));
                names.add(brackets.group(1) + " " + brackets.group(2));
            }
        }
        return names;
    }

    private static Spot spot(Map<String, String> row, String name) {
        boolean seat = row.get("precision").equals("municipality");
        return new Spot(
                name,
                row.get("municipality_code"),
                Double.parseDouble(row.get("latitude")),
                Double.parseDouble(row.get("longitude")),
                seat ? PositionPrecision.TOWN : PositionPrecision.PARISH);
    }

    private static String folded(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return NO_LETTERS
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static List<Map<String, String>> rows(String file) {
        try (var content = Objects.requireNonNull(Gazetteer.class.getResourceAsStream("/data/portugal/" + file), file);
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(content)) {
            return rows.readAll();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
