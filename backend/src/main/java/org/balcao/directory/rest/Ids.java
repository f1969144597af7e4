package org.balcao.directory.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.balcao.directory.store.ChangeLog;
import org.balcao.directory.store.RecordVersion;
import org.balcao.directory.store.Redirects;
import org.balcao.shared.problem.ProblemType;

/**
 * Records by the id in a path: what is no UUID is the id of nothing, what was merged into another record is there now (308), and what was there once is gone
 * for good.
 */
@ApplicationScoped
class Ids {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int PERMANENT_REDIRECT = 308;

    private final ChangeLog changes;
    private final Redirects redirects;
    private final CurrentVertxRequest request;

    Ids(ChangeLog changes, Redirects redirects, CurrentVertxRequest request) {
        this.changes = changes;
        this.redirects = redirects;
        this.request = request;
    }

    /** What is no UUID is no id. */
    static Optional<UUID> read(String id) {
        return Optional.of(id).filter(text -> UUID_TEXT.matcher(text).matches()).map(UUID::fromString);
    }

    RecordVersion get(String id, String kind, Function<UUID, Optional<RecordVersion>> find) {
        Optional<UUID> uuid = read(id);
        return uuid.flatMap(find)
                .orElseThrow(() -> uuid.flatMap(redirects::of)
                        .<RuntimeException>map(now -> elsewhere(id, now))
                        .orElseGet(() -> uuid.filter(changes::wasRemoved).isPresent()
                                ? ProblemType.GONE.because(ProblemType.GONE.explanation())
                                : ProblemType.NOT_FOUND.because("There is no " + kind + " with this id")));
    }

    /** The same question of another record. Merging can be taken back, so nobody keeps this for long. */
    private RuntimeException elsewhere(String id, UUID now) {
        String asked = request.getCurrent().request().uri();
        return new WebApplicationException(Response.status(PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, asked.replace(id, now.toString()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build());
    }
}
