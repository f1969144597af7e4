package org.balcao.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.balcao.referral.Desk.AIMA;
import static org.balcao.referral.Desk.CPR;
import static org.balcao.referral.Desk.MEDIATOR;
import static org.balcao.referral.Desk.as;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.balcao.fixture.PgResource;
import org.balcao.referral.model.State;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** Referrals as FHIR R4: read strictly by HAPI, and written again as they were. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class FhirIT {

    private static final Map<State, TaskStatus> STATUSES = new EnumMap<>(Map.ofEntries(
            Map.entry(State.SENT, TaskStatus.REQUESTED),
            Map.entry(State.UNDER_STUDY, TaskStatus.REQUESTED),
            Map.entry(State.ACCEPTED, TaskStatus.ACCEPTED),
            Map.entry(State.IN_PROGRESS, TaskStatus.INPROGRESS),
            Map.entry(State.ON_HOLD, TaskStatus.ONHOLD),
            Map.entry(State.COMPLETED, TaskStatus.COMPLETED),
            Map.entry(State.DECLINED, TaskStatus.REJECTED),
            Map.entry(State.FORWARDED, TaskStatus.CANCELLED),
            Map.entry(State.WITHDRAWN, TaskStatus.CANCELLED),
            Map.entry(State.EXPIRED, TaskStatus.FAILED),
            Map.entry(State.LAPSED, TaskStatus.FAILED),
            Map.entry(State.VOIDED, TaskStatus.ENTEREDINERROR)));

    @Test
    void everyStateRoundTrips() throws Exception {
        IParser parser = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        JsonMapper json = new JsonMapper();
        try (Connection owner = Rows.as("owner")) {
            for (State state : State.values()) {
                UUID id = Rows.inState(owner, state, AIMA, CPR);
                if (state == State.COMPLETED) {
                    owner.createStatement()
                            .executeUpdate("update referral.referral set code = 'got_help' where id = '" + id + "'");
                }
                var answer = as(MEDIATOR).get("/api/referrals/" + id + "/fhir");
                answer.then().statusCode(200).contentType("application/fhir+json");
                Bundle bundle = parser.parseResource(Bundle.class, answer.asString());
                ServiceRequest request =
                        (ServiceRequest) bundle.getEntry().get(0).getResource();
                Task task = (Task) bundle.getEntry().get(1).getResource();
                assertThat(task.getStatus()).as(state.word()).isEqualTo(STATUSES.get(state));
                assertThat(task.getBusinessStatus().getText()).isEqualTo(state.word());
                assertThat(task.getFocus().getReference())
                        .isEqualTo("ServiceRequest/" + request.getIdElement().getIdPart());
                assertThat(task.getOwner().getReference()).isEqualTo("Organization/" + CPR);
                assertThat(json.readTree(parser.encodeResourceToString(bundle)))
                        .as(state.word())
                        .isEqualTo(json.readTree(answer.asString()));
            }
        }
    }
}
