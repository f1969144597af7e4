package org.balcao.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs. It refuses to be root, so root starts it in a user namespace of its own where that is allowed (the
 * files stay root's), else as {@code nobody} (the files are nobody's). Whoever owns the data decides for ever after.
 */
enum RunAs {
    OURSELVES(List.of()),
    NAMESPACE(List.of("unshare", "--user", "--")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    RunAs(List<String> prefix) {
        this.prefix = prefix;
    }

    /** Who runs the database whose files are, or will be, in this directory. */
    static RunAs forDirectory(Path directory) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OURSELVES;
        }
        if (Files.exists(directory)) {
            return ownerOf(directory) == 0 ? NAMESPACE : NOBODY;
        }
        return Stream.of(NAMESPACE, NOBODY)
                .filter(RunAs::works)
                .findFirst()
                .orElseThrow(
                        () -> new CannotStart(
                                "PostgreSQL does not run as root, and neither unshare nor setpriv works here: start Balcão as an ordinary user"));
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Makes a directory that only the database's user can enter. */
    void createDirectory(Path directory) throws IOException {
        Files.createDirectories(directory.getParent());
        Files.createDirectory(directory);
        giveAway(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    /** Lets the database's user own this file. */
    void giveAway(Path file) throws IOException {
        if (this == NOBODY) {
            Files.setAttribute(file, "unix:uid", NOBODY_ID);
            Files.setAttribute(file, "unix:gid", NOBODY_ID);
        }
    }

    private boolean works() {
        try {
            return new ProcessBuilder(command(List.of("true")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int ownerOf(Path directory) throws IOException {
        return (int) Files.getAttribute(directory, "unix:uid");
    }
}
