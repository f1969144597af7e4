package org.balcao.referral;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.balcao.referral.model.State;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database of the application under test, as any of its roles, without the application. */
final class Rows {
    private Rows() {}

    /** @param pool app, worker or auditor; empty for the directory's; owner for the owner */
    static Connection as(String pool) throws SQLException {
        String prefix =
                pool.equals("owner") ? "quarkus.flyway." : "quarkus.datasource." + (pool.isEmpty() ? "" : pool + ".");
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"), setting(prefix + "username"), setting(prefix + "password"));
    }

    private static String setting(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    /** A referral that came into this state somehow. */
    static UUID inState(Connection owner, State state, UUID sender, UUID receiver) throws SQLException {
        UUID id = UUID.randomUUID();
        String resumes = state == State.ON_HOLD ? "'accepted'" : "null";
        String ended = state.isOpen() ? "null" : "now()";
        try (PreparedStatement insert = owner.prepareStatement("""
                with leg as (insert into referral.referral (id, chain_id, position, origin, sender_org, root_org, receiver_org, service_id, listing,
                    state, resumes_to, version, priority, languages, interpreter, age_band, accessibility, facts, documents, sensitive,
                    legal_basis, sent_at, ended_at, answer_by, decide_by, contact_by, expires_at, review_on, last_event_at)
                values (?, ?, 1, 'desk', ?, ?, ?, ?, '{"name": "x", "organization": "y"}', '%1$s', %2$s, 1, 'normal', '{uk}', false, '30-64', '{}',
                    '{}', '{}', false, 'public_task', now(), %3$s, now() + interval '10 days', now() + interval '10 days',
                    now() + interval '10 days', now() + interval '20 days', current_date + 5, now()) returning id),
                agreed as (insert into referral.agreement (referral_id, text_id, text_version, language, mode, purposes, given_at, until)
                    select id, 'referral', '2026-11', 'pt', 'signed', '{receiver,onward}', now(), current_date + 90 from leg)
                insert into referral.event (referral_id, seq, kind, actor, to_state, version, at, prev_hash, hash)
                select id, 0, 'send', 'sender', '%1$s', 1, now(), '', '' from leg""".formatted(state.word(), resumes, ended))) {
            insert.setObject(1, id);
            insert.setObject(2, id);
            insert.setObject(3, sender);
            insert.setObject(4, sender);
            insert.setObject(5, receiver);
            insert.setObject(6, Desk.CPR_SOCIAL);
            insert.executeUpdate();
        }
        return id;
    }

    static long count(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Until the end of the transaction. */
    static void set(Connection connection, String setting, String value) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config(?, ?, true)")) {
            set.setString(1, setting);
            set.setString(2, value);
            set.execute();
        }
    }
}
