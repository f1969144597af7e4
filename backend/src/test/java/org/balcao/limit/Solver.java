package org.balcao.limit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** Answers challenges as a caller would, from docs/limits.md. */
final class Solver {
    private Solver() {}

    static String solve(String text, int bits) {
        for (long n = 0; ; n++) {
            String proof = text + "." + n;
            if (ProofsOfWork.zeroBits(sha256(proof)) >= bits) {
                return proof;
            }
        }
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
