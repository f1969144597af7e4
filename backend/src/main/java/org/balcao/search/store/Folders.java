package org.balcao.search.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders of indexes. */
final class Folders {

    private Folders() {}

    /** Deletes the folders of other indexes beside the one that is kept. */
    static void deleteOthers(Path kept) {
        try (var folders = Files.list(kept.getParent())) {
            folders.filter(folder -> folder.getFileName().toString().startsWith("services-") && !folder.equals(kept))
                    .forEach(Folders::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
