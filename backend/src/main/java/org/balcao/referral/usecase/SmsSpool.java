package org.balcao.referral.usecase;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import org.balcao.access.SignInSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes each message as a file that a modem's daemon takes: the format and the folder of SMS Server Tools 3
 * (smstools3.kekekasvi.com, "SMS file format"). Where everybody is invented a folder of our own takes them; elsewhere an operator names one,
 * since numbers that nobody takes would lie about.
 */
@DefaultBean
@ApplicationScoped
class SmsSpool implements Sms {
    private final Optional<Path> folder;

    SmsSpool(
            @ConfigProperty(name = "balcao.sms.spool") Optional<Path> named,
            @ConfigProperty(name = "balcao.sms.invented") Path invented,
            @ConfigProperty(name = SignInSource.MODE) String mode) {
        this.folder = named.or(() -> mode.equals("development") ? Optional.of(invented) : Optional.empty());
    }

    @Override
    public boolean isOn() {
        return folder.isPresent();
    }

    @Override
    public void send(String number, String text) {
        Path to = folder.orElseThrow();
        String name = UUID.randomUUID().toString();
        try {
            Files.createDirectories(
                    to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path whole = Files.writeString(
                    to.resolve("." + name), "To: " + number.substring(1) + "\nAlphabet: UTF-8\n\n" + text + "\n");
            Files.move(whole, to.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
