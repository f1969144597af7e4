package org.balcao.sync.format;

import java.util.List;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.Problem;
import org.balcao.sync.model.Stated;

/** A piece of a file that is no record: it is kept back and told, like one that is wrong. */
final class Unread {
    private Unread() {}

    static Stated line(int number, String code, String message) {
        return new Stated(
                Kind.SERVICE, "line " + number, false, number, null, List.of(Problem.error("", code, message)));
    }
}
