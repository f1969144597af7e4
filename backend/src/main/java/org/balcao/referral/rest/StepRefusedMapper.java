package org.balcao.referral.rest;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.balcao.referral.model.Step;
import org.balcao.referral.usecase.StepRefused;
import org.balcao.shared.problem.ProblemType;
import org.balcao.shared.problem.ProblemView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A step that cannot be taken: says in which state the referral is, and what can be done. */
class StepRefusedMapper {

    @Schema(name = "StepProblem", description = "RFC 9457, with the state and the steps that can be taken.")
    record StepProblem(String type, String title, int status, String detail, String state, List<String> actions) {}

    @ServerExceptionMapper
    Response refused(StepRefused refused) {
        ProblemType type = ProblemType.CONFLICT;
        return Response.status(type.status())
                .type(ProblemView.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .tag(Replies.tag(refused.referral()))
                .entity(new StepProblem(
                        type.uri(),
                        type.title(),
                        type.status(),
                        "This step cannot be taken in this state, or not by you.",
                        refused.referral().state().word(),
                        refused.open().stream().map(Step::word).toList()))
                .build();
    }
}
