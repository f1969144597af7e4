package org.balcao.access;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Decides where tokens come from. With {@code OIDC_AUTH_SERVER_URL} they come from that OpenID provider. Without one, and with the
 * database that the program keeps itself, the program signs tokens for invented people, so that everything can be tried out. Without one,
 * and with a database of an operator's ({@code DATABASE_URL}), nobody can sign in: invented people cannot get at real data.
 */
public final class SignInSource implements ConfigSource {
    /** Where tokens come from: development, provider or none. */
    public static final String MODE = "balcao.sign-in";

    private static final int BELOW_ALL_OTHERS = 50;

    private final String provider = System.getenv("OIDC_AUTH_SERVER_URL");
    private final String mode = modeOf(provider, System.getenv("DATABASE_URL"));

    static String modeOf(String provider, String database) {
        if (provider != null && !provider.isBlank()) {
            return "provider";
        }
        return database == null || database.isBlank() ? "development" : "none";
    }

    private Map<String, String> properties() {
        return switch (mode) {
            case "provider" ->
                Map.of(
                        MODE,
                        mode,
                        "quarkus.oidc.auth-server-url",
                        provider,
                        "quarkus.oidc.roles.role-claim-path",
                        "realm_access/roles",
                        "quarkus.oidc.token.issuer",
                        provider,
                        // a build keeps what it saw of its own key as a default
                        "quarkus.oidc.public-key",
                        "");
            case "none" -> Map.of(MODE, mode, "quarkus.oidc.tenant-enabled", "false", "quarkus.oidc.public-key", "");
            default ->
                Map.of(
                        MODE,
                        mode,
                        "quarkus.oidc.public-key",
                        DevelopmentKey.publicKey(),
                        "quarkus.oidc.token.issuer",
                        DevelopmentKey.ISSUER);
        };
    }

    @Override
    public Set<String> getPropertyNames() {
        return properties().keySet();
    }

    @Override
    public String getValue(String name) {
        return name.equals(MODE) || name.startsWith("quarkus.oidc.")
                ? properties().get(name)
                : null;
    }

    @Override
    public String getName() {
        return "sign-in";
    }

    @Override
    public int getOrdinal() {
        return BELOW_ALL_OTHERS;
    }
}
