package org.balcao.launch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The database roles of the program. The owner makes and changes tables, and nothing else is done with it: each part of the program has a
 * role and connections of its own, with rights on what it needs. Their passwords are derived from the owner's, so that all nodes know
 * them and nobody has to keep them.
 */
public final class DatabaseRoles {
    /** The directory, the search and the rules: what everybody may read, and loading it. It has no right on any referral. */
    public static final String DIRECTORY = "balcao_directory";

    /** Referrals, for those who take part in one. */
    public static final String APP = "balcao_app";

    /** The clock of referrals: reminds, ends, erases, sends notices. */
    public static final String WORKER = "balcao_worker";

    /** Reads the skeleton of referrals and their events; never what is sealed. */
    public static final String AUDITOR = "balcao_auditor";

    private static final String[] ALL = {DIRECTORY, APP, WORKER, AUDITOR};

    private DatabaseRoles() {}

    /**
     * Makes the roles where they are missing, and gives the configuration of the application that uses them.
     *
     * @param owner may make roles, or finds them there with the passwords that follow from its own
     */
    public static Map<String, String> prepare(DatabaseAddress owner) {
        try (Connection connection = DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password())) {
            makeMissing(connection, owner.password());
        } catch (SQLException refused) {
            throw new CannotStart(
                    "the database's user cannot make the roles balcao_directory, balcao_app, balcao_worker and balcao_auditor; "
                            + "give it the right with ALTER ROLE … CREATEROLE",
                    refused);
        }
        return settings(owner);
    }

    private static void makeMissing(Connection connection, String ownerPassword) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtextextended('balcao.roles', 0))");
            for (String role : ALL) {
                statement.execute("""
                        do $$ begin
                          if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login noinherit nocreatedb nocreaterole nobypassrls;
                          end if;
                        end $$""".formatted(role));
                statement.execute(
                        "alter role " + role + " password '" + password(ownerPassword, role) + "' connection limit -1");
            }
        }
        connection.commit();
    }

    private static Map<String, String> settings(DatabaseAddress owner) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.flyway.username", owner.user());
        settings.put("quarkus.flyway.password", owner.password());
        for (String role : ALL) {
            String pool = "quarkus.datasource." + (role.equals(DIRECTORY) ? "" : pool(role) + ".");
            settings.put(pool + "jdbc.url", owner.jdbcUrl());
            settings.put(pool + "username", role);
            settings.put(pool + "password", password(owner.password(), role));
        }
        return settings;
    }

    private static String pool(String role) {
        return role.substring(role.indexOf('_') + 1);
    }

    /** HMAC-SHA-256 (RFC 2104) of the role's name under the owner's password, in hexadecimal. */
    static String password(String ownerPassword, String role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(("balcao role " + ownerPassword).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
