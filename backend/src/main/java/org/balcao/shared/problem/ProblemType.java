package org.balcao.shared.problem;

import jakarta.ws.rs.core.Response;
import java.util.List;

/** Every kind of no that a caller can be told, with its HTTP status and a sentence that explains it to a developer. */
public enum ProblemType {
    INVALID_QUERY(
            400,
            "The request asks for something that cannot be",
            "A parameter is unknown, malformed or out of range. Each is named in errors."),
    INVALID_BODY(
            400,
            "The body cannot be read",
            "The body is malformed or a field of it is not allowed. Each is named in errors."),
    UNAUTHENTICATED(401, "Sign in first", "The request carries no access token, or one that is not valid (any more)."),
    FORBIDDEN(403, "This is not yours to do", "Your role does not allow it, or not in your organization."),
    NOT_FOUND(404, "Nothing is here", "No such path, or no record with this id."),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here", "The Allow header lists the methods of this path."),
    NOT_ACCEPTABLE(406, "No such format", "None of the formats in the Accept header can be given."),
    CONFLICT(
            409, "This cannot be done now", "What you want to change is not, or no longer, in a state that allows it."),
    PRECONDITION_FAILED(
            412, "Somebody else was faster", "It has changed since you read it. Read it again and decide anew."),
    UNPROCESSABLE(
            422,
            "This cannot be accepted",
            "The body is well formed and says something that cannot be. Each field is named in errors."),
    PRECONDITION_REQUIRED(428, "Say which version you mean", "Send If-Match with the ETag that you read."),
    GONE(410, "This record was removed", "It existed and will not come back."),
    BODY_TOO_LARGE(413, "The body is too large", "Bodies are limited; parameters fit in far less."),
    ADDRESS_TOO_LONG(414, "The address is too long", "An address may have 4,000 characters."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The body's format is not understood", "Send a Content-Type that this operation takes, or no body."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Wait as long as Retry-After says."),
    HEADERS_TOO_LARGE(431, "The headers are too large", "The headers of a request may have 16 KB in all."),
    INTERNAL_ERROR(500, "Something went wrong on our side", "It was noted. Trying again later may help."),
    DATABASE_AWAY(
            503,
            "The directory cannot be read at the moment",
            "The database is away. Try again after Retry-After; nothing was lost."),
    BUSY(503, "Too many ask at this moment", "Nothing was done. Send it again after Retry-After."),
    INSUFFICIENT_STORAGE(
            507,
            "There is no room to store this",
            "A disk is full. Nothing of it was stored. Send it again after Retry-After."),
    KEYS_MISSING(
            503,
            "A key of this installation is missing",
            "Who runs it finds in the health check which file has to be put back. Nothing was changed."),
    SIGN_IN_AWAY(503, "Nobody can sign in at the moment", "The identity provider does not answer. Try again later.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    /** The last part of the problem's {@code type}, such as {@code invalid-query}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The problem's {@code type}: a relative reference that answers with its explanation. */
    public String uri() {
        return "/api/problems/" + slug();
    }

    /** The answer that says this and nothing more. */
    public Response answer() {
        return ProblemView.answer(this, explanation, List.of());
    }

    /** A problem of this kind, for a reason that may be shown to the caller. */
    public Problem because(String detail) {
        return new Problem(this, detail, List.of());
    }

    /** A problem of this kind with one field of the request. */
    public Problem at(String field, String detail) {
        return new Problem(this, detail, List.of(new FieldError(field, detail)));
    }

    /** A problem of this kind with several fields of the request. */
    public Problem at(List<FieldError> errors) {
        return new Problem(this, errors.size() + " fields cannot be accepted", errors);
    }
}
