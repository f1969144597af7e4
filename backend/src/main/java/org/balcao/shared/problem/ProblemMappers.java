package org.balcao.shared.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.balcao.shared.KeyMissing;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever went wrong in a request into a problem; nothing of our insides is shown. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String TEXT_WITH_NULL_CHARACTER = "22021";

    private final AllowedMethods allowedMethods;

    ProblemMappers(AllowedMethods allowedMethods) {
        this.allowedMethods = allowedMethods;
    }

    @ServerExceptionMapper
    Response foreseen(Problem problem) {
        return ProblemView.answer(problem.type(), problem.getMessage(), problem.errors());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations) {
        List<FieldError> errors = violations.getConstraintViolations().stream()
                .map(each -> new FieldError(lastPart(each), each.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        return ProblemView.answer(ProblemType.INVALID_QUERY, "The request cannot be accepted", errors);
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JsonProcessingException unreadable) {
        var at = unreadable.getLocation();
        var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return ProblemView.answer(ProblemType.INVALID_BODY, "The JSON cannot be read" + where, fields(unreadable));
    }

    /** The field that cannot be read, where it is one. */
    private static List<FieldError> fields(JsonProcessingException unreadable) {
        if (!(unreadable instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return List.of();
        }
        String pointer = mapping.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
        String detail = switch (mapping) {
            case UnrecognizedPropertyException unknown -> "must be left out: this body has no such field";
            case InvalidFormatException format when format.getTargetType() == LocalDate.class -> BodyValues.WANTED;
            default -> "cannot be read as what stands there";
        };
        return List.of(new FieldError(pointer, detail));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException unknown) {
        Response answer =
                ProblemView.answer(ProblemType.UNAUTHENTICATED, ProblemType.UNAUTHENTICATED.explanation(), List.of());
        answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return answer;
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused) {
        return ProblemView.answer(ProblemType.FORBIDDEN, ProblemType.FORBIDDEN.explanation(), List.of());
    }

    @ServerExceptionMapper
    Response standard(WebApplicationException no, UriInfo address) {
        int status = no.getResponse().getStatus();
        if (status < 400) {
            return no.getResponse();
        }
        if (no.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        var type = Arrays.stream(ProblemType.values())
                .filter(each -> each.status() == status)
                .findFirst()
                .orElse(status < 500 ? ProblemType.INVALID_QUERY : ProblemType.INTERNAL_ERROR);
        var answer = ProblemView.answer(type, type.explanation(), List.of());
        if (type == ProblemType.METHOD_NOT_ALLOWED) {
            answer.getHeaders().putSingle(HttpHeaders.ALLOW, allowedMethods.at(address.getPath()));
        }
        return answer;
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable failure) {
        if (DatabaseAway.explains(failure)) {
            return ProblemView.answer(ProblemType.DATABASE_AWAY, ProblemType.DATABASE_AWAY.explanation(), List.of());
        }
        if (StorageFull.explains(failure)) {
            LOG.errorf("A disk is full: %s", failure.getClass().getSimpleName());
            return ProblemView.answer(
                    ProblemType.INSUFFICIENT_STORAGE, ProblemType.INSUFFICIENT_STORAGE.explanation(), List.of());
        }
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof KeyMissing missing) {
                LOG.error(missing.getMessage());
                return ProblemView.answer(ProblemType.KEYS_MISSING, ProblemType.KEYS_MISSING.explanation(), List.of());
            }
            if (each instanceof Problem problem) {
                return foreseen(problem);
            }
            if (each instanceof SQLException sql && isOfTheValue(sql.getSQLState())) {
                LOG.warnf("A value was refused by the database only: SQLSTATE %s", sql.getSQLState());
                return ProblemView.answer(
                        ProblemType.INVALID_QUERY,
                        TEXT_WITH_NULL_CHARACTER.equals(sql.getSQLState())
                                ? "A text may not contain the character U+0000"
                                : "A value is larger, longer or other than can be stored",
                        List.of());
            }
        }
        var reference = UUID.randomUUID();
        LOG.errorf(failure, "Failure %s", reference);
        return ProblemView.answer(
                ProblemType.INTERNAL_ERROR, "Tell us the reference " + reference + " and we can find it.", List.of());
    }

    /** Class 22: what was sent is out of range or malformed. A division by zero is our own. */
    private static boolean isOfTheValue(String state) {
        return state != null && state.startsWith("22") && !state.equals("22012");
    }

    /** The field's name as it is in the request. */
    private static String lastPart(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1)
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
