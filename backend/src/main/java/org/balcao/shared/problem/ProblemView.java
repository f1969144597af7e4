package org.balcao.shared.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem as RFC 9457 writes it. */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemView(String type, String title, int status, String detail, List<FieldError> errors) {
    /** The media type of RFC 9457. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Seconds after which asking again makes sense when the database is away. */
    static final int RETRY_AFTER_SECONDS = 5;

    /** In which a full queue empties. */
    private static final int BUSY_SECONDS = 5;
    /** Of what a person has to mend first. */
    static final int MENDED_SECONDS = 60;

    /** Of a limit that is not counted before a request is read. */
    private static final int SLOW_DOWN_SECONDS = 300;

    static Response answer(ProblemType type, String detail, List<FieldError> errors) {
        var response = Response.status(type.status())
                .type(MediaType.valueOf(MEDIA_TYPE))
                .header("Cache-Control", "no-store")
                .entity(new ProblemView(type.uri(), type.title(), type.status(), detail, errors));
        if (type == ProblemType.DATABASE_AWAY) {
            response.header("Retry-After", RETRY_AFTER_SECONDS);
        } else if (type == ProblemType.BUSY) {
            response.header("Retry-After", BUSY_SECONDS);
        } else if (type == ProblemType.INSUFFICIENT_STORAGE || type == ProblemType.KEYS_MISSING) {
            response.header("Retry-After", MENDED_SECONDS);
        } else if (type == ProblemType.TOO_MANY_REQUESTS) {
            response.header("Retry-After", SLOW_DOWN_SECONDS);
        }
        return response.build();
    }
}
