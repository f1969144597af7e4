package org.balcao.directory.rest.download;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A list of services for spreadsheets. */
public final class Tables {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final CsvSchema RFC_4180 = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private Tables() {}

    /** CSV in UTF-8, as RFC 4180 writes it. */
    public static byte[] csv(List<JsonNode> services, Links links) {
        try {
            return CSV.writer(RFC_4180).writeValueAsBytes(Cells.table(services, links));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A workbook with one sheet; every cell is text. */
    public static byte[] xlsx(List<JsonNode> services, Links links) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Balcao", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Services");
            sheet.freezePane(0, 1);
            List<List<String>> table = Cells.table(services, links);
            for (int row = 0; row < table.size(); row++) {
                for (int column = 0; column < table.get(row).size(); column++) {
                    String cell = table.get(row).get(column);
                    if (!cell.isEmpty()) {
                        sheet.value(row, column, cell);
                    }
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return out.toByteArray();
    }
}
