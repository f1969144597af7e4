package org.balcao.access;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Tokens as the program signs them, and such as it must not take. */
public final class Token {
    private Token() {}

    public static String of(String role, UUID organization, String... scopes) {
        return claims(role, organization, scopes).sign(DevelopmentKey.privateKey());
    }

    /** Of somebody in particular. */
    public static String of(String subject, String role, UUID organization) {
        return claims(role, organization).subject(subject).sign(DevelopmentKey.privateKey());
    }

    static JwtClaimsBuilder claims(String role, UUID organization, String... scopes) {
        JwtClaimsBuilder claims = Jwt.issuer(DevelopmentKey.ISSUER)
                .audience("balcao")
                .subject("somebody")
                .groups(Set.of(role))
                .claim("scope", String.join(" ", scopes))
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(600));
        return organization == null ? claims : claims.claim("org", organization.toString());
    }

    static String signedBySomebodyElse(JwtClaimsBuilder claims) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return claims.sign(generator.generateKeyPair().getPrivate());
    }
}
