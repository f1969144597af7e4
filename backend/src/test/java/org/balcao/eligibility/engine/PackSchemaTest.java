package org.balcao.eligibility.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema lets through what the reader takes, and refuses what it can see is wrong. */
class PackSchemaTest {

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> {})
                    .getSchema(Files.readString(Path.of("../eligibility/pack.schema.json")), InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Error> faults(String pack) {
        return SCHEMA.validate(pack, InputFormat.JSON);
    }

    @Test
    void theRulesOfPortugalKeepToIt() {
        assertThat(faults(RuleFolder.ofPortugal().pack())).isEmpty();
    }

    @Test
    void randomRulesKeepToIt() {
        RandomRules random = new RandomRules(4);
        for (int i = 0; i < 100; i++) {
            assertThat(faults(CanonicalJson.of(random.pack()))).isEmpty();
        }
    }

    @Test
    void whatIsWrongIsRefusedByBoth() {
        String good = RuleFolder.ofPortugal().pack();
        for (String[] change : new String[][] {
            {"\"months\":18", "\"months\":1.5"},
            {"\"overflow\":\"clamp\"", "\"overflow\":\"sometimes\""},
            {"\"confidence\":\"disputed\"", "\"confidence\":\"certain\""},
            {"\"status\":\"draft\"", "\"status\":\"reviewed\""},
            {"\"fromBasis\"", "\"fromWhere\""},
            {"\"stage\":1", "\"stage\":9"},
            {"https://", "javascript://"},
        }) {
            String bad = good.replace(change[0], change[1]);
            assertThat(bad).isNotEqualTo(good);
            assertThat(faults(bad)).as(change[1]).isNotEmpty();
            assertThatThrownBy(() -> PackReader.read(bad)).as(change[1]).isInstanceOf(PackException.class);
        }
        ObjectNode more = RuleFolder.ofPortugal().json().deepCopy();
        more.put("more", true);
        assertThat(faults(more.toString())).isNotEmpty();
    }
}
