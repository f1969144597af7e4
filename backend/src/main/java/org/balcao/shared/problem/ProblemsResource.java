package org.balcao.shared.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Explains each kind of problem at the address that is its {@code type}. */
@Path("/problems")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class ProblemsResource {
    /** A kind of problem, explained. */
    public record Explanation(String type, String title, int status, String explanation) {}

    @GET
    @Path("/{slug}")
    @Tag(name = "optional")
    @Operation(operationId = "getProblem", summary = "What a problem's type means")
    public Explanation get(String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .map(type -> new Explanation(type.uri(), type.title(), type.status(), type.explanation()))
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no problem of this name"));
    }
}
