import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs the SQL of standard input as the owner of the embedded PostgreSQL of a home, and prints rows with tabs between their values. */
final class Sql {
    private Sql() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path home = Path.of(arguments[0]);
        String port = Files.readAllLines(home.resolve("database/data/postmaster.pid")).get(3);
        String password = Files.readString(home.resolve("password")).strip();
        String sql = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        try (var connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/balcao", "balcao", password);
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() != -1) {
                if (rows) {
                    print(statement.getResultSet());
                }
                rows = statement.getMoreResults();
            }
        }
    }

    private static void print(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= columns; i++) {
                line.append(i == 1 ? "" : "\t").append(rows.getString(i));
            }
            System.out.println(line);
        }
    }
}
