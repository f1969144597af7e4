import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Reads from the database itself what became of acknowledged writes: one line for each of the ids on standard input that has no record, no
 * row of creation in the change log, or more than one; nothing when all is well.
 */
public final class Ledger {
    private Ledger() {}

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var port = Files.readAllLines(home.resolve("database/data/postmaster.pid")).get(3).strip();
        var password = Files.readString(home.resolve("password"));
        var ids = new String(System.in.readAllBytes())
                .lines()
                .map(UUID::fromString)
                .toArray(UUID[]::new);
        try (var database =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/balcao", "balcao", password)) {
            tell(database, ids, "has no record", """
                    select asked.id from unnest(?) asked(id)
                     where not exists (select from directory.organization record where record.id = asked.id)""");
            tell(database, ids, "was not created exactly once in the change log", """
                    select asked.id from unnest(?) asked(id)
                     where (select count(*) from directory.change
                             where record_id = asked.id and kind = 'organization' and action = 'created') <> 1""");
            tell(database, ids, "has a version that the change log does not know", """
                    select asked.id from unnest(?) asked(id) join directory.stamp on stamp.id = asked.id
                     where not exists (select from directory.change where record_id = asked.id and seq = stamp.version)""");
        }
    }

    private static void tell(Connection database, UUID[] ids, String what, String sql) throws SQLException {
        try (var query = database.prepareStatement(sql)) {
            query.setArray(1, database.createArrayOf("uuid", ids));
            var found = query.executeQuery();
            while (found.next()) {
                System.out.println(found.getString(1) + " " + what);
            }
        }
    }
}
