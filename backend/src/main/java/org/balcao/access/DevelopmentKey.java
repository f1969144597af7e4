package org.balcao.access;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key of the program's own tokens: made anew at each start, never written anywhere. */
public final class DevelopmentKey {
    /** Who issued such a token. */
    public static final String ISSUER = "balcao-development";

    private static final int BITS = 2048;
    private static final String PRIVATE = "balcao.development-key.private";
    private static final String PUBLIC = "balcao.development-key.public";

    private DevelopmentKey() {}

    static String publicKey() {
        return make(PUBLIC);
    }

    static PrivateKey privateKey() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(make(PRIVATE))));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** In the process and not in the class: Quarkus loads configuration with one class loader and the application with another. */
    private static String make(String name) {
        synchronized (System.getProperties()) {
            if (System.getProperty(name) == null) {
                try {
                    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                    generator.initialize(BITS);
                    KeyPair made = generator.generateKeyPair();
                    System.setProperty(
                            PRIVATE,
                            Base64.getEncoder().encodeToString(made.getPrivate().getEncoded()));
                    System.setProperty(
                            PUBLIC,
                            Base64.getEncoder().encodeToString(made.getPublic().getEncoded()));
                } catch (GeneralSecurityException everyJavaHasIt) {
                    throw new IllegalStateException(everyJavaHasIt);
                }
            }
            return System.getProperty(name);
        }
    }
}
