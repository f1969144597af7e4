package org.balcao.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.Test;

/** Every operation of the contract as every role: who may not call it learns nothing but that. A new operation has to be decided here. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class RoleMatrixIT {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "delete");
    private static final String NOBODY = "nobody";

    private static final Set<String> DESKS = Set.of(Role.MEDIATOR, Role.PARTNER_EDITOR, Role.PARTNER_CLIENT);
    private static final Set<String> PEOPLE_AT_DESKS = Set.of(Role.MEDIATOR, Role.PARTNER_EDITOR);

    private static final Set<String> PUBLISHERS =
            Set.of(Role.PARTNER_EDITOR, Role.PARTNER_CLIENT, Role.NATIONAL_EDITOR);

    private static final Set<String> KEEPERS = Set.of(Role.PARTNER_EDITOR, Role.NATIONAL_EDITOR);

    /** Who may call what is not open to everybody. */
    private static final Map<String, Set<String>> CLOSED = Map.ofEntries(
            Map.entry("sendReferral", DESKS),
            Map.entry("listReferrals", DESKS),
            Map.entry("getReferral", DESKS),
            Map.entry("openReferral", DESKS),
            Map.entry("makeAnotherCode", PEOPLE_AT_DESKS),
            Map.entry("studyReferral", DESKS),
            Map.entry("acceptReferral", DESKS),
            Map.entry("declineReferral", DESKS),
            Map.entry("forwardReferral", DESKS),
            Map.entry("contactReferral", DESKS),
            Map.entry("holdReferral", DESKS),
            Map.entry("resumeReferral", DESKS),
            Map.entry("completeReferral", DESKS),
            Map.entry("withdrawReferral", DESKS),
            Map.entry("voidReferral", DESKS),
            Map.entry("noteContactAttempt", DESKS),
            Map.entry("askSender", DESKS),
            Map.entry("answerReceiver", DESKS),
            Map.entry("correctOutcome", DESKS),
            Map.entry("exportReferralAsFhir", DESKS),
            Map.entry("getHarvest", PUBLISHERS),
            Map.entry("saveHarvest", PUBLISHERS),
            Map.entry("deleteHarvest", PUBLISHERS),
            Map.entry("harvestNow", PUBLISHERS),
            Map.entry("listWebhooks", PUBLISHERS),
            Map.entry("makeWebhook", PUBLISHERS),
            Map.entry("changeWebhook", PUBLISHERS),
            Map.entry("deleteWebhook", PUBLISHERS),
            Map.entry("tryWebhook", PUBLISHERS),
            Map.entry("listWebhookMessages", PUBLISHERS),
            Map.entry("replayWebhook", PUBLISHERS),
            Map.entry("listListings", KEEPERS),
            Map.entry("getEditableRecord", KEEPERS),
            Map.entry("editRecord", KEEPERS),
            Map.entry("listWaitingEdits", KEEPERS),
            Map.entry("rollBackEdit", KEEPERS),
            Map.entry("listConflicts", KEEPERS),
            Map.entry("settleConflict", KEEPERS),
            Map.entry("listCorrections", KEEPERS),
            Map.entry("decideCorrection", KEEPERS),
            Map.entry("getGaps", Set.of(Role.NATIONAL_EDITOR)),
            Map.entry("listLocks", Set.of(Role.NATIONAL_EDITOR)),
            Map.entry("releaseLock", Set.of(Role.NATIONAL_EDITOR)),
            Map.entry("listDuplicates", Set.of(Role.NATIONAL_EDITOR)),
            Map.entry("dismissDuplicate", Set.of(Role.NATIONAL_EDITOR)),
            Map.entry("listMerges", Set.of(Role.NATIONAL_EDITOR)),
            Map.entry("mergeRecords", Set.of(Role.NATIONAL_EDITOR)),
            Map.entry("undoMerge", Set.of(Role.NATIONAL_EDITOR)),
            Map.entry("listProposals", Set.of(Role.NATIONAL_EDITOR)),
            Map.entry("decideProposal", Set.of(Role.NATIONAL_EDITOR)),
            Map.entry("listDeadLinks", KEEPERS),
            Map.entry("listVerifications", KEEPERS),
            Map.entry("verifyListing", KEEPERS),
            Map.entry("confirmListings", Set.of(Role.PARTNER_EDITOR)),
            Map.entry("proposeOrganization", Set.of(Role.NATIONAL_EDITOR)),
            Map.entry("decideEdit", Set.of(Role.NATIONAL_EDITOR)),
            Map.entry("listSources", PUBLISHERS),
            Map.entry("saveSource", PUBLISHERS),
            Map.entry("deliver", PUBLISHERS),
            Map.entry("listRuns", PUBLISHERS),
            Map.entry("getRun", PUBLISHERS),
            Map.entry("listRunItems", PUBLISHERS),
            Map.entry("decideRun", PUBLISHERS),
            Map.entry("deliverRecord", PUBLISHERS),
            Map.entry("withdrawRecord", PUBLISHERS),
            Map.entry("takeOverRecord", PUBLISHERS),
            Map.entry("listVitalInterests", PEOPLE_AT_DESKS),
            Map.entry("askVitalInterest", PEOPLE_AT_DESKS),
            Map.entry("confirmVitalInterest", PEOPLE_AT_DESKS),
            Map.entry("listTouchedReferrals", Set.of(Role.AUDITOR)),
            Map.entry("getReferralHistory", Set.of(Role.AUDITOR)),
            Map.entry("listAllVitalInterests", Set.of(Role.AUDITOR)),
            Map.entry("openIntake", Set.of(Role.PARTNER_EDITOR)),
            Map.entry("closeIntake", Set.of(Role.PARTNER_EDITOR)),
            Map.entry("setNoticeAddress", PEOPLE_AT_DESKS),
            Map.entry("getMyFigures", PEOPLE_AT_DESKS),
            Map.entry(
                    "getSession",
                    Set.of(
                            Role.MEDIATOR,
                            Role.PARTNER_EDITOR,
                            Role.PARTNER_CLIENT,
                            Role.NATIONAL_EDITOR,
                            Role.NATIONAL_ADMIN,
                            Role.AUDITOR)));

    /** Open to everybody on purpose, and no reading of the directory. */
    private static final Set<String> OPEN = Set.of(
            "askForContact",
            "followReferral",
            "withdrawMyReferral",
            "sayOfMyReferral",
            "exportMyReferral",
            "eraseReferral",
            "getAgreementText",
            "listIntakes",
            "getFigures",
            "getFieldSources",
            "listAuditRoots",
            "listChanges",
            "listDumps",
            "listWebhookKeys",
            "checkFeed",
            "checkFeedAt",
            "suggestCorrection",
            "getCorrectionState",
            "getDump",
            "getSignIn",
            "exchangeToken",
            "signInAsInventedPerson");

    private static Map<String, String> tokens() {
        UUID organization = UUID.randomUUID();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put(NOBODY, null);
        for (String role : List.of(Role.MEDIATOR, Role.PARTNER_EDITOR)) {
            tokens.put(role, Token.of(role, organization, Caller.SEND));
        }
        tokens.put(
                Role.PARTNER_CLIENT,
                Token.of(Role.PARTNER_CLIENT, organization, Caller.SEND, Caller.READ, Caller.WRITE, Caller.PUBLISH));
        for (String role : List.of(Role.NATIONAL_EDITOR, Role.NATIONAL_ADMIN, Role.AUDITOR)) {
            tokens.put(role, Token.of(role, null));
        }
        tokens.put("administrator", Token.of("administrator", organization));
        return tokens;
    }

    @Test
    void everyOperationAsEveryRole() throws IOException {
        JsonNode paths = new YAMLMapper()
                .readTree(Path.of("..", "openapi.yaml").toFile())
                .path("paths");
        Map<String, String> tokens = tokens();
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        int operations = 0;
        for (var path : paths.properties()) {
            for (var operation : path.getValue().properties()) {
                if (!VERBS.contains(operation.getKey())) {
                    continue;
                }
                operations++;
                String id = operation.getValue().path("operationId").textValue();
                List<String> tags = new ArrayList<>();
                operation.getValue().path("tags").forEach(tag -> tags.add(tag.textValue()));
                boolean directory = tags.contains("required") || tags.contains("optional");
                if (!directory && !OPEN.contains(id) && !CLOSED.containsKey(id)) {
                    wrong.add(id + " has not been decided");
                }
                for (var each : tokens.entrySet()) {
                    cells++;
                    int status = ask(operation.getKey(), path.getKey(), each.getValue());
                    Set<String> allowed = CLOSED.get(id);
                    int expected = allowed == null || allowed.contains(each.getKey())
                            ? 0
                            : each.getKey().equals(NOBODY) ? 401 : 403;
                    boolean right = expected == 0 ? status != 401 && status != 403 && status < 500 : status == expected;
                    if (!right) {
                        wrong.add(id + " as " + each.getKey() + ": " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cells).isEqualTo(operations * tokens.size()).isGreaterThan(500);
        System.out.printf("Roles: %d operations × %d roles = %d cells, 0 wrong%n", operations, tokens.size(), cells);
    }

    private static int ask(String verb, String path, String token) {
        var request = given().contentType(ContentType.JSON).header("If-Match", "\"v1\"");
        if (token != null) {
            request.auth().oauth2(token);
        }
        if (!verb.equals("get") && !verb.equals("delete")) {
            request.body("{}");
        }
        String address = "/api" + path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        return request.request(verb.toUpperCase(java.util.Locale.ROOT), address).statusCode();
    }
}
