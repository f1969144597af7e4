package org.balcao.directory.rest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The official JSON Schemas of HSDS. */
final class HsdsSchemas {

    private static final String BASE = "https://hsds.invalid/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(HsdsSchemas::read));

    private HsdsSchemas() {}

    private static String read(String iri) {
        if (!iri.startsWith(BASE)) {
            return null;
        }
        try (var in = HsdsSchemas.class.getResourceAsStream("/hsds/" + iri.substring(BASE.length()))) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong with a record by a schema such as {@code service.json} or {@code list/service_list.json}. */
    static List<String> faults(String schema, String record) {
        Schema official = REGISTRY.getSchema(SchemaLocation.of(BASE + schema));
        return official
                .validate(
                        record,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
