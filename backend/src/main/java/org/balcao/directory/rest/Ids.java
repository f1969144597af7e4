package org.balcao.directory.rest;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.balcao.directory.store.Stamp;
import org.balcao.shared.problem.ProblemType;

/** Records by the id in a path: what is no UUID is the id of nothing. */
final class Ids {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    static Stamp get(String id, String kind, Function<UUID, Optional<Stamp>> find) {
        return Optional.of(id)
                .filter(text -> UUID_TEXT.matcher(text).matches())
                .map(UUID::fromString)
                .flatMap(find)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no " + kind + " with this id"));
    }
}
