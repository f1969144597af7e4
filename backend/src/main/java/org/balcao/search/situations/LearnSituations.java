package org.balcao.search.situations;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Learns the situations from the bank while the program is built, and writes what was learnt beside the classes; reading it takes a fraction of a
 * second. So it does with what speaks of dangers ({@link DangerSigns}). What is there already of the same bank and the same program is left alone.
 */
public final class LearnSituations {
    private static final String FILE = "/search/situations.model";

    private static final int DIGEST_BYTES = 32;

    private LearnSituations() {}

    /** @param folder the first argument: where the classes are */
    public static void main(String[] folder) throws IOException {
        Path file = Path.of(folder[0] + FILE);
        byte[] of = digest();
        if (Files.exists(file) && Arrays.equals(of, digestIn(file))) {
            return;
        }
        DangerSigns.write(Path.of(folder[0]));
        SituationBank bank = SituationBank.read();
        Path whole = file.resolveSibling("situations.part");
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(whole))) {
            bytes.write(of);
            try (DataOutputStream to = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(bytes)))) {
                NearestSituations.learn(bank.samples(), bank.situations().size(), Concepts.ofResources())
                        .write(to);
            }
        }
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What was learnt while the program was built. */
    static NearestSituations learnt() {
        try (InputStream bytes = new BufferedInputStream(LearnSituations.class.getResourceAsStream(FILE))) {
            bytes.readNBytes(DIGEST_BYTES);
            return NearestSituations.read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(bytes))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
    }

    private static byte[] digestIn(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(DIGEST_BYTES);
        }
    }

    /** Of the sentences, and of the classes that learn from them. */
    private static byte[] digest() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, "/search/situations.yaml");
            add(digest, "/search/concepts.tsv");
            for (String language : SituationBank.LANGUAGES) {
                add(digest, "/search/situations/" + language + ".tsv");
                add(digest, "/search/concepts/" + language + ".tsv");
            }
            for (Class<?> each : new Class<?>[] {
                Concepts.class,
                Features.class,
                NaiveBayes.class,
                NearestSituations.class,
                SituationBank.class,
                Beginnings.class,
                DangerSigns.class,
                LearnDangers.class
            }) {
                add(digest, "/" + each.getName().replace('.', '/') + ".class");
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void add(MessageDigest digest, String resource) throws IOException {
        try (InputStream content = LearnSituations.class.getResourceAsStream(resource)) {
            digest.update(content.readAllBytes());
        }
    }
}
