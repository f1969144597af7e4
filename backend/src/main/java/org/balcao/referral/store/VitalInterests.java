package org.balcao.referral.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.balcao.referral.model.VitalInterest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Referrals without agreement that two people of a desk answer for. */
@ApplicationScoped
public class VitalInterests {
    /** So long after it was asked it holds. */
    private static final Duration HOLDS = Duration.ofHours(4);

    private static final RowMapper<VitalInterest> ROW = ConstructorMapper.of(VitalInterest.class);
    private static final String ALL = """
            select id, organization_id, service_id, reason, asked_by, asked_at, confirmed_by, confirmed_at, referral_id
              from referral.vital_interest\s""";

    public void insert(Handle handle, VitalInterest asked) {
        handle.createUpdate("""
                        insert into referral.vital_interest (id, organization_id, service_id, reason, asked_by, asked_at)
                        values (:id, :organizationId, :serviceId, :reason, :askedBy, :askedAt)""").bindMethods(asked).execute();
    }

    /** The same, and nobody changes it before the end of this transaction. */
    public Optional<VitalInterest> findToChange(Handle handle, UUID id, Instant now) {
        return handle.createQuery(ALL + "where id = :id and asked_at > :since and referral_id is null for update")
                .bind("id", id)
                .bind("since", now.minus(HOLDS))
                .map(ROW)
                .findOne();
    }

    public void confirm(Handle handle, UUID id, String subject, Instant now) {
        handle.createUpdate(
                        "update referral.vital_interest set confirmed_by = :subject, confirmed_at = :now where id = :id")
                .bind("subject", subject)
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    public void use(Handle handle, UUID id, UUID referral) {
        handle.createUpdate("update referral.vital_interest set referral_id = :referral where id = :id")
                .bind("referral", referral)
                .bind("id", id)
                .execute();
    }

    /** Those that still hold and were not used, the last first. */
    public List<VitalInterest> waiting(Handle handle, UUID organization, Instant now) {
        return handle.createQuery(
                        ALL
                                + "where organization_id = :organization and referral_id is null and asked_at > :since order by asked_at desc")
                .bind("organization", organization)
                .bind("since", now.minus(HOLDS))
                .map(ROW)
                .list();
    }

    /** Of all organizations, the last first: for the data protection officer. */
    public List<VitalInterest> newest(Handle handle, int most) {
        return handle.createQuery(ALL + "order by asked_at desc limit :most")
                .bind("most", most)
                .map(ROW)
                .list();
    }
}
