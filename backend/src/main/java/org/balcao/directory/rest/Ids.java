package org.balcao.directory.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.balcao.directory.store.ChangeLog;
import org.balcao.directory.store.Stamp;
import org.balcao.shared.problem.ProblemType;

/** Records by the id in a path: what is no UUID is the id of nothing, and what was there once is gone for good. */
@ApplicationScoped
class Ids {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ChangeLog changes;

    Ids(ChangeLog changes) {
        this.changes = changes;
    }

    Stamp get(String id, String kind, Function<UUID, Optional<Stamp>> find) {
        Optional<UUID> uuid = Optional.of(id)
                .filter(text -> UUID_TEXT.matcher(text).matches())
                .map(UUID::fromString);
        return uuid.flatMap(find)
                .orElseThrow(() -> uuid.filter(changes::wasRemoved).isPresent()
                        ? ProblemType.GONE.because(ProblemType.GONE.explanation())
                        : ProblemType.NOT_FOUND.because("There is no " + kind + " with this id"));
    }
}
