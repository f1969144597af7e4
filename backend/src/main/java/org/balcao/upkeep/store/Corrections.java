package org.balcao.upkeep.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.balcao.upkeep.model.Correction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What readers say is wrong. */
@ApplicationScoped
public class Corrections {
    private static final String ALL =
            "select id, kind, record_id, organization_id, about, field, proposed, remark, state, at, decided_at from sync.correction ";
    private static final RowMapper<Correction> CORRECTION = ConstructorMapper.of(Correction.class);

    public void insert(Handle handle, Correction correction, byte[] codeHash) {
        handle.createUpdate("""
                        insert into sync.correction (id, code_hash, kind, record_id, organization_id, about, field, proposed, remark, state, at)
                        values (:id, :codeHash, :kind, :recordId, cast(:organizationId as uuid), :about, :field, :proposed, :remark, :state, :at)""")
                .bindMethods(correction)
                .bind("codeHash", codeHash)
                .execute();
    }

    public Optional<Correction> byCode(Handle handle, byte[] codeHash) {
        return handle.createQuery(ALL + "where code_hash = :hash")
                .bind("hash", codeHash)
                .map(CORRECTION)
                .findOne();
    }

    public Optional<Correction> find(Handle handle, UUID id) {
        return handle.createQuery(ALL + "where id = :id for update")
                .bind("id", id)
                .map(CORRECTION)
                .findOne();
    }

    /** @param organization whose records, and then no reports of fraud, which the national team looks at; null for all */
    public List<Correction> open(Handle handle, UUID organization, int most) {
        return handle.createQuery(ALL + """
                        where state = 'open' and (cast(:organization as uuid) is null
                           or organization_id = cast(:organization as uuid) and about <> 'scam')
                        order by about <> 'scam', at limit :most""")
                .bind("organization", organization)
                .bind("most", most)
                .map(CORRECTION)
                .list();
    }

    public void decided(Handle handle, UUID id, String state, String by, Instant now) {
        handle.createUpdate(
                        "update sync.correction set state = :state, decided_by = :by, decided_at = :now where id = :id")
                .bind("state", state)
                .bind("by", by)
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    /** What people wrote goes when it is no longer needed; that there was a correction stays. */
    public void forgetWords(Handle handle, Instant before) {
        handle.createUpdate("""
                        update sync.correction set remark = null, proposed = null
                         where decided_at < :before and (remark is not null or proposed is not null)""").bind("before", before).execute();
    }
}
