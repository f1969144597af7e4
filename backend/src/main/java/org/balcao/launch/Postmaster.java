package org.balcao.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL that a data directory says is running on it: what its {@code postmaster.pid} tells. */
record Postmaster(long pid, int port) {
    static Optional<Postmaster> of(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file(data));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip())));
        } catch (NumberFormatException | IndexOutOfBoundsException halfWritten) {
            return Optional.empty();
        }
    }

    /** What a postmaster leaves behind when it is killed; with the number taken by someone else since, it bars the next start. */
    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** True while this number belongs to a PostgreSQL that is not merely a dead process nobody has buried. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .flatMap(info -> info.command().or(info::commandLine))
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }
}
