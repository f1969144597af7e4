package org.balcao.sync;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.balcao.access.NationalTeam;
import org.balcao.access.Role;
import org.balcao.access.Token;
import org.balcao.shared.StableId;
import org.balcao.sync.usecase.WorkRuns;

/** A partner's system, and what it delivers. */
final class Partner {
    static final UUID CPR = StableId.of("portugal", "organization", "cpr");
    static final String AT_CPR = Token.of(Role.PARTNER_EDITOR, CPR);
    static final String NATIONAL = Token.of(Role.NATIONAL_EDITOR, null);

    private final String token;
    private final String source;
    private final WorkRuns workRuns;

    Partner(String token, String source, WorkRuns workRuns) {
        this.token = token;
        this.source = source;
        this.workRuns = workRuns;
    }

    /** The national team's source that may publish anybody. */
    static Partner national(String source, WorkRuns workRuns) {
        NationalTeam.source(source, Map.of("name", source, "publishes_others", true));
        return new Partner(NATIONAL, source, workRuns);
    }

    Response save(Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put("/api/sources/" + source);
    }

    /** The answer to a delivery, before anybody works at it. */
    Response send(byte[] content, String query) {
        return given().auth()
                .oauth2(token)
                .contentType("application/octet-stream")
                .body(content)
                .post("/api/sources/" + source + "/runs" + query);
    }

    /** How a delivery ended. */
    Response deliver(byte[] content, String query) {
        String run = send(content, query).then().statusCode(202).extract().path("id");
        workRuns.work();
        return run(run);
    }

    Response deliver(String content, String query) {
        return deliver(content.getBytes(StandardCharsets.UTF_8), query);
    }

    Response run(String id) {
        return given().auth().oauth2(token).get("/api/sources/" + source + "/runs/" + id);
    }

    Response items(String id, String query) {
        return given().auth().oauth2(token).get("/api/sources/" + source + "/runs/" + id + "/items" + query);
    }

    Response decide(String id, String decision) {
        return decide(id, decision, true);
    }

    /** @param andWork whether somebody works at it afterwards */
    Response decide(String id, String decision, boolean andWork) {
        Response answer = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("decision", decision))
                .post("/api/sources/" + source + "/runs/" + id + "/decision");
        if (andWork) {
            workRuns.work();
        }
        return answer;
    }

    Response put(String type, String id, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put("/api/sources/" + source + "/" + type + "/" + id);
    }

    static byte[] zip(Path folder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> each = Files.list(folder)) {
            for (Path file : each.sorted().toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return zip(files);
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Path file(String name) {
        return Path.of("src/test/resources/sync", name);
    }
}
