package org.balcao.eligibility.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.JDBCException;

/** The packs that were ever served, newest last, and the key they are signed with. */
@ApplicationScoped
public class Packs {

    /** A pack as it is kept: SHA-256 in hexadecimal, and canonical JSON. */
    public record Kept(String id, String content) {}

    /** An Ed25519 key pair, as PKCS #8 and X.509. */
    @SuppressWarnings("ArrayRecordComponent")
    public record KeyPair(byte[] privateKey, byte[] publicKey) {}

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource database;

    Packs(DataSource database) {
        this.database = database;
    }

    /** The last packs, newest first. */
    public List<Kept> newest(int most) {
        return with(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select id, content from eligibility.pack order by seq desc limit ?")) {
                query.setInt(1, most);
                List<Kept> kept = new ArrayList<>();
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        kept.add(new Kept(rows.getString(1), rows.getString(2)));
                    }
                }
                return kept;
            }
        });
    }

    /** Adds a pack to the history, unless it is the newest already; two nodes that do so at once add it once. */
    public void keep(Kept pack) {
        with(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    with lock as (select pg_advisory_xact_lock(hashtextextended('eligibility.pack', 0)))
                    insert into eligibility.pack (id, content)
                    select ?, ? from lock
                     where ? is distinct from (select id from eligibility.pack order by seq desc limit 1)""")) {
                insert.setString(1, pack.id());
                insert.setString(2, pack.content());
                insert.setString(3, pack.id());
                return insert.executeUpdate();
            }
        });
    }

    public Optional<KeyPair> key() {
        return with(connection -> {
            try (PreparedStatement query =
                            connection.prepareStatement("select private_key, public_key from eligibility.signing_key");
                    ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(new KeyPair(rows.getBytes(1), rows.getBytes(2))) : Optional.empty();
            }
        });
    }

    /** Keeps a key, unless there is one already. */
    public void keep(KeyPair key) {
        with(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into eligibility.signing_key (private_key, public_key) values (?, ?) on conflict do nothing")) {
                insert.setBytes(1, key.privateKey());
                insert.setBytes(2, key.publicKey());
                return insert.executeUpdate();
            }
        });
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new JDBCException("The packs of rules cannot be read or written", failed);
        }
    }
}
