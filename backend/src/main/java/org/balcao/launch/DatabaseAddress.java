package org.balcao.launch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Where a PostgreSQL is and how to log in. It does not print its password. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
    private static final int OLDEST_POSTGRES = 15;

    /**
     * The database that an operator names in {@code DATABASE_URL}, as {@code postgresql://user:password@host:port/name} or
     * {@code jdbc:postgresql://host:port/name}; {@code DATABASE_USER} and {@code DATABASE_PASSWORD} win over the address.
     */
    static Optional<DatabaseAddress> fromEnvironment(Map<String, String> environment) {
        var given = environment.getOrDefault("DATABASE_URL", "").strip();
        return given.isEmpty() ? Optional.empty() : Optional.of(of(given, environment));
    }

    private static DatabaseAddress of(String given, Map<String, String> environment) {
        var plain = given.startsWith("jdbc:") ? given.substring("jdbc:".length()) : given;
        if (!plain.startsWith("postgresql://") && !plain.startsWith("postgres://")) {
            throw new CannotStart("DATABASE_URL must start with postgresql:// or jdbc:postgresql://");
        }
        URI address;
        try {
            address = URI.create(plain);
        } catch (IllegalArgumentException malformed) {
            throw new CannotStart("DATABASE_URL is not an address of the form postgresql://host:port/name");
        }
        if (address.getRawAuthority() == null
                || address.getPath() == null
                || address.getPath().length() < 2) {
            throw new CannotStart("DATABASE_URL must name a host and a database: postgresql://host:port/name");
        }
        var authority = address.getRawAuthority();
        int at = authority.lastIndexOf('@');
        var userInfo = at < 0 ? "" : authority.substring(0, at);
        int colon = userInfo.indexOf(':');
        var user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon));
        var password = colon < 0 ? "" : decode(userInfo.substring(colon + 1));
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return new DatabaseAddress(
                "jdbc:postgresql://" + authority.substring(at + 1) + address.getRawPath() + query,
                environment.getOrDefault("DATABASE_USER", user),
                environment.getOrDefault("DATABASE_PASSWORD", password));
    }

    /** The same address, once a PostgreSQL new enough has answered there. */
    DatabaseAddress reached() {
        DriverManager.setLoginTimeout(10);
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_POSTGRES) {
                throw new CannotStart(
                        "PostgreSQL " + version + " at " + this + " is too old: Balcão needs 15 or newer");
            }
            return this;
        } catch (SQLException away) {
            throw new CannotStart("the database at " + this + " cannot be used", away);
        }
    }

    /** Makes this the database of the application that is about to start. */
    void use() {
        DatabaseRoles.prepare(this).forEach(System::setProperty);
    }

    private static String decode(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return jdbcUrl.replaceFirst("\\?.*", "");
    }
}
