package org.balcao.upkeep.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.balcao.upkeep.model.Verification;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Who looked at which listing, and what came of it. */
@ApplicationScoped
public class Verifications {
    private static final RowMapper<Verification> VERIFICATION = (row, context) -> new Verification(
            row.getObject("id", UUID.class),
            row.getObject("service_id", UUID.class),
            row.getObject("organization_id", UUID.class),
            row.getString("way"),
            row.getString("outcome"),
            row.getString("remark"),
            row.getString("verified_by"),
            row.getString("role"),
            row.getTimestamp("at").toInstant());

    public void insert(Handle handle, Collection<Verification> verifications) {
        if (verifications.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into sync.verification (id, service_id, organization_id, way, outcome, remark, verified_by, role, at)
                values (:id, :service, :organization, :way, :outcome, :remark, :by, :role, :at)""");
        for (Verification each : verifications) {
            batch.bind("id", each.id())
                    .bind("service", each.serviceId())
                    .bind("organization", each.organizationId())
                    .bind("way", each.way())
                    .bind("outcome", each.outcome())
                    .bind("remark", each.remark())
                    .bind("by", each.by())
                    .bind("role", each.role())
                    .bind("at", Timestamp.from(each.at()))
                    .add();
        }
        batch.execute();
    }

    /** The newest first. */
    public List<Verification> of(Handle handle, UUID service, int most) {
        return handle.createQuery(
                        "select * from sync.verification where service_id = :service order by at desc, id limit :most")
                .bind("service", service)
                .bind("most", most)
                .map(VERIFICATION)
                .list();
    }
}
