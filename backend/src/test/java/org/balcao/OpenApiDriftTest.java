package org.balcao;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.Test;

/** The contract in {@code openapi.yaml} is what the code says; with {@code -Dbalcao.openapi.write=true} it is written anew. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class OpenApiDriftTest {
    private static final Path CONTRACT = Path.of("..", "openapi.yaml");
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    @Test
    void theContractIsWhatTheCodeSays() throws IOException {
        var now = given().get("/api/openapi.yaml").asString();
        if (Boolean.getBoolean("balcao.openapi.write")) {
            Files.writeString(CONTRACT, now);
        }
        assertThat(CONTRACT).as("openapi.yaml is stale: run make openapi").exists();
        assertThat(Files.readString(CONTRACT))
                .as("openapi.yaml is stale: run make openapi")
                .isEqualTo(now);
    }

    @Test
    void everyOperationSaysWhetherHsdsRequiresItAndHasANameOfItsOwn() throws IOException {
        var names = new ArrayList<String>();
        for (var path : contract().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (VERBS.contains(operation.getKey())) {
                    var where = operation.getKey() + " " + path.getKey();
                    names.add(operation.getValue().path("operationId").asText("none at " + where));
                    assertThat(texts(operation.getValue().path("tags")))
                            .as(where)
                            .containsAnyOf(
                                    "required",
                                    "optional",
                                    "session",
                                    "referrals",
                                    "my-referral",
                                    "sync",
                                    "webhooks",
                                    "upkeep");
                }
            }
        }
        assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.startsWith("none"));
    }

    @Test
    void everyNameOnTheWireIsInSnakeCase() throws IOException {
        var wrong = new ArrayList<String>();
        for (var schema : contract().path("components").path("schemas").properties()) {
            for (var property : schema.getValue().path("properties").properties()) {
                if (!property.getKey().matches("@?[a-z][a-z0-9_]*")) {
                    wrong.add(schema.getKey() + "." + property.getKey());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theSameDocumentIsThereAsJson() throws IOException {
        var json = given().get("/api/openapi.json").asString();
        assertThat(new YAMLMapper().readTree(json))
                .isEqualTo(new YAMLMapper()
                        .readTree(given().get("/api/openapi.yaml").asString()));
        assertThat(contract().path("openapi").asText()).startsWith("3.1");
    }

    private static JsonNode contract() throws IOException {
        return new YAMLMapper().readTree(given().get("/api/openapi.yaml").asString());
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
