package org.balcao.launch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, which come as an archive inside this program and are unpacked once. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The directory that holds {@code bin}, unpacked under {@code home} if it is not there yet. */
    static Path unpackedUnder(Path home) throws IOException {
        var archive = "postgres-" + platform() + ".txz";
        var resource = PostgresBinaries.class.getClassLoader().getResource(archive);
        if (resource == null) {
            throw new CannotStart("no PostgreSQL comes with this build for " + platform()
                    + ": set DATABASE_URL to a PostgreSQL 15 or newer");
        }
        var connection = resource.openConnection();
        connection.setUseCaches(false);
        var target = home.resolve("postgres-" + Long.toHexString(connection.getContentLengthLong()));
        if (Files.exists(target.resolve("bin/postgres"))) {
            connection.getInputStream().close();
            return target;
        }
        Files.createDirectories(home);
        var unfinished = Files.createTempDirectory(home, "unpacking");
        try (var in = connection.getInputStream()) {
            unpack(in, unfinished);
        }
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException someoneWasFaster) {
            deleteTree(unfinished);
            if (!Files.exists(target.resolve("bin/postgres"))) {
                throw someoneWasFaster;
            }
        }
        return target;
    }

    static void deleteTree(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        try (var files = Files.walk(top)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String platform() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var system = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : "linux";
        var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var machine =
                arch.equals("amd64") || arch.equals("x86_64") ? "x86_64" : arch.equals("aarch64") ? "arm_64" : arch;
        return system + "-" + machine;
    }

    private static void unpack(InputStream archive, Path top) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = top.resolve(entry.getName()).normalize();
                if (!file.startsWith(top)) {
                    throw new IOException("An entry of the archive leaves its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(file, top.resolve(entry.getLinkName()).normalize());
                } else {
                    Files.copy(tar, file);
                    var executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }
}
