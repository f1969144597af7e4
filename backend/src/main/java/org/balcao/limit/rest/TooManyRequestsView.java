package org.balcao.limit.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.balcao.limit.ProofsOfWork;
import org.balcao.shared.problem.ProblemType;
import org.balcao.shared.problem.ProblemView;

/** A problem as RFC 9457 writes it, with what can be done sooner than to wait. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TooManyRequestsView(String type, String title, int status, String detail, ChallengeView challenge) {
    static final String MEDIA_TYPE = ProblemView.MEDIA_TYPE;

    /** What to work at, and in which header to send it. */
    public record ChallengeView(String text, int bits, String algorithm, String header, Instant until) {}

    static TooManyRequestsView of(String detail, ProofsOfWork.Challenge challenge) {
        ProblemType type = ProblemType.TOO_MANY_REQUESTS;
        return new TooManyRequestsView(
                type.uri(),
                type.title(),
                type.status(),
                detail,
                challenge == null
                        ? null
                        : new ChallengeView(
                                challenge.text(), challenge.bits(), "SHA-256", CountRequests.PROOF, challenge.until()));
    }
}
