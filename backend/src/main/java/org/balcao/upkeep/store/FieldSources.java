package org.balcao.upkeep.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.balcao.sync.store.SyncDatabase;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Who says what each field of a published record says, as everybody may know it: no person, and no remark. */
@ApplicationScoped
public class FieldSources {
    private final SyncDatabase database;

    FieldSources(SyncDatabase database) {
        this.database = database;
    }

    /** @param name of another's source; null where the rank says who it is */
    public record FieldSource(String field, int rank, String name, Instant at) {}

    public List<FieldSource> of(UUID record) {
        return database.call(handle -> handle.createQuery("""
                        select v.field, v.rank, case when v.rank = 4 then s.name end as name, v.at
                          from sync.provenance v left join sync.source s on s.id = v.source
                         where v.record_id = :record and v.field not in ('notes', 'metadata', 'organization_id')
                           and v.record_id in (select id from published.service union all select id from published.organization
                                union all select id from published.location where address_visibility = 'full')
                         order by v.field""")
                .bind("record", record)
                .map(ConstructorMapper.of(FieldSource.class))
                .list());
    }
}
