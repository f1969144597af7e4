package org.balcao.sync.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.balcao.sync.format.Package.Row;
import org.balcao.sync.model.Kind;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * A plain list of services, one a row, as an association keeps it in a spreadsheet: what a column means is known by its name, or by the map that
 * the source keeps ({@code {"Onde": "address"}}).
 */
final class Sheet {
    private static final int MOST_ROWS = 100_000;

    /** What people call their columns. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("id", "id"),
            Map.entry("codigo", "id"),
            Map.entry("name", "name"),
            Map.entry("nome", "name"),
            Map.entry("servico", "name"),
            Map.entry("service", "name"),
            Map.entry("description", "description"),
            Map.entry("descricao", "description"),
            Map.entry("status", "status"),
            Map.entry("phone", "phone"),
            Map.entry("telephone", "phone"),
            Map.entry("telefone", "phone"),
            Map.entry("contacto", "phone"),
            Map.entry("email", "email"),
            Map.entry("e-mail", "email"),
            Map.entry("correio eletronico", "email"),
            Map.entry("website", "url"),
            Map.entry("site", "url"),
            Map.entry("url", "url"),
            Map.entry("address", "address"),
            Map.entry("morada", "address"),
            Map.entry("postal code", "postal_code"),
            Map.entry("codigo postal", "postal_code"),
            Map.entry("city", "city"),
            Map.entry("cidade", "city"),
            Map.entry("localidade", "city"),
            Map.entry("concelho", "city"),
            Map.entry("municipality", "city"),
            Map.entry("languages", "languages"),
            Map.entry("linguas", "languages"),
            Map.entry("how to apply", "application_process"),
            Map.entry("como pedir", "application_process"),
            Map.entry("documents", "required_documents"),
            Map.entry("documentos", "required_documents"),
            Map.entry("cost", "fees_description"),
            Map.entry("preco", "fees_description"));

    private final HsdsObjects objects;
    private final Map<String, String> columnMap;

    Sheet(HsdsObjects objects, Map<String, String> columnMap) {
        this.objects = objects;
        this.columnMap = columnMap;
    }

    /** @return whether these rows can be a plain list: they have a name, and are no table of a package */
    static boolean isOne(List<Row> rows, Map<String, String> columnMap) {
        return !rows.isEmpty()
                && rows.getFirst().values().properties().stream()
                        .anyMatch(cell -> "name".equals(meaning(cell.getKey(), columnMap)));
    }

    private static String meaning(String column, Map<String, String> columnMap) {
        String given = columnMap.get(column.strip());
        if (given != null) {
            return given;
        }
        String plain = Normalizer.normalize(column.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('_', ' ');
        return NAMES.get(plain);
    }

    void read(List<Row> rows) {
        rows.forEach(this::row);
    }

    private void row(Row row) {
        Map<String, String> said = new HashMap<>();
        ObjectNode service = row.values().objectNode();
        for (Map.Entry<String, JsonNode> cell : row.values().properties()) {
            String meaning = meaning(cell.getKey(), columnMap);
            String text = cell.getValue().asText("").strip();
            if (meaning == null && !text.isEmpty()) {
                // unknown columns are told as not kept
                service.put("column " + cell.getKey(), text);
            } else if (meaning != null && !text.isEmpty()) {
                said.putIfAbsent(meaning, text);
            }
        }
        String id = said.getOrDefault("id", slug(said.getOrDefault("name", "")));
        service.put("id", id);
        for (String plain : List.of("name", "description", "url", "email", "application_process", "fees_description")) {
            if (said.containsKey(plain)) {
                service.put(plain, said.get(plain));
            }
        }
        service.put("status", said.getOrDefault("status", "active").toLowerCase(Locale.ROOT));
        parts(said, "phone", "\\s*[/;]\\s*")
                .forEach(each -> service.withArray("phones").addObject().put("number", each));
        parts(said, "languages", "\\s*[,;/]\\s*")
                .forEach(each -> service.withArray("languages")
                        .addObject()
                        .put(each.matches("[a-z]{2,3}") ? "code" : "name", each));
        parts(said, "required_documents", "\\s*[;\\n]\\s*")
                .forEach(each ->
                        service.withArray("required_documents").addObject().put("document", each));
        if (said.containsKey("address") || said.containsKey("city")) {
            service.withArray("service_at_locations").add(place(service, said, id));
        }
        objects.read(Kind.SERVICE, service, false, row.line());
    }

    private static ObjectNode place(ObjectNode service, Map<String, String> said, String id) {
        ObjectNode both = service.objectNode();
        both.put("id", id + "@place");
        ObjectNode location = both.putObject("location");
        location.put("id", id + "-place");
        location.put("location_type", "physical");
        location.put("name", said.getOrDefault("name", id));
        ObjectNode address = location.putArray("addresses").addObject();
        address.put("address_type", "physical");
        address.put("country", "PT");
        for (String[] pair :
                new String[][] {{"address", "address_1"}, {"city", "city"}, {"postal_code", "postal_code"}}) {
            if (said.containsKey(pair[0])) {
                address.put(pair[1], said.get(pair[0]));
            }
        }
        return both;
    }

    private static List<String> parts(Map<String, String> said, String name, String between) {
        return Stream.of(said.getOrDefault(name, "").split(between))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static String slug(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** The first sheet of a workbook; formulas are taken for what they are, and refused. */
    static List<Row> workbook(InputStream content) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(content);
                Stream<org.dhatim.fastexcel.reader.Row> given =
                        workbook.getFirstSheet().openStream()) {
            List<String> header = new ArrayList<>();
            var each = given.iterator();
            while (each.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = each.next();
                if (header.isEmpty()) {
                    row.forEach(cell ->
                            header.add(cell == null ? "" : cell.getText().strip()));
                    continue;
                }
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(header.size(), row.getCellCount()); i++) {
                    Cell cell = row.getCell(i);
                    if (cell != null && !header.get(i).isEmpty()) {
                        cells.put(header.get(i), cell.getFormula() != null ? "=" + cell.getFormula() : cell.getText());
                    }
                }
                ObjectNode values = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
                cells.forEach(values::put);
                if (cells.values().stream().anyMatch(text -> !text.isBlank())) {
                    rows.add(new Row(row.getRowNum(), values));
                }
                if (rows.size() > MOST_ROWS) {
                    throw new FeedRefused("too_large", "The sheet has more than " + MOST_ROWS + " rows.");
                }
            }
        } catch (org.dhatim.fastexcel.reader.ExcelReaderException broken) {
            throw new FeedRefused("not_xlsx", "The workbook cannot be read.");
        }
        return rows;
    }
}
