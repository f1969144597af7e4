package org.balcao.launch;

import java.util.List;

/** Something the program can be asked to do instead of serving, by a name on its command line. */
public interface Command {
    /** The word that calls it, such as {@code import}. */
    String name();

    /**
     * Does it.
     *
     * @return the exit code: 0 when all was done
     */
    int run(List<String> arguments);
}
