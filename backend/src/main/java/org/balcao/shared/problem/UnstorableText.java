package org.balcao.shared.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** PostgreSQL stores every character but U+0000, so a parameter with one is refused at the door, by its name. */
public class UnstorableText {
    @ServerRequestFilter
    void refuse(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach(UnstorableText::check);
        if (request.getUriInfo().getPath().indexOf('\0') >= 0) {
            throw ProblemType.NOT_FOUND.because("No path has the character U+0000");
        }
    }

    private static void check(String name, List<String> values) {
        if (name.indexOf('\0') >= 0) {
            throw ProblemType.INVALID_QUERY.at(
                    name.replace("\0", "\\u0000"), "A name may not contain the character U+0000");
        }
        if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw ProblemType.INVALID_QUERY.at(name, "may not contain the character U+0000");
        }
    }
}
