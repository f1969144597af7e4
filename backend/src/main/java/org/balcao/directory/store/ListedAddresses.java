package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.balcao.shared.PublicAddresses;

/** The pages of the directory that lead somewhere: each organization, and each service that can be had. */
@ApplicationScoped
class ListedAddresses implements PublicAddresses {
    private static final String LISTED = """
            select 'services/' || id as path, id, 1 as part, position from directory.service where status = 'active'
            union all
            select 'organizations/' || id, id, 2, position from directory.organization where status = 'active'""";

    private static final String COUNT = "select count(*) from (" + LISTED + ") as page";
    private static final String PAGES = "select path, last_modified from (" + LISTED
            + ") as page join directory.stamp using (id) order by part, position offset ? limit ?";

    private final DataSource database;

    ListedAddresses(DataSource database) {
        this.database = database;
    }

    @Override
    public long count() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(COUNT);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public List<Address> list(long from, int most) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PAGES)) {
            statement.setLong(1, from);
            statement.setInt(2, most);
            var addresses = new ArrayList<Address>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    addresses.add(
                            new Address(rows.getString(1), rows.getTimestamp(2).toInstant()));
                }
            }
            return addresses;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
