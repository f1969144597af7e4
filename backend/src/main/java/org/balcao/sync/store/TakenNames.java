package org.balcao.sync.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Names that a source cannot have, because another is known by them. */
@ApplicationScoped
public class TakenNames {
    /** Whether records were imported under this name by whoever runs the site. */
    public boolean isOfAnImport(Handle handle, String source) {
        return handle.createQuery("""
                        select exists (select from directory.source_record where source = :source)
                            or exists (select from directory.load_report where source = :source)""")
                .bind("source", source)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Whether another organization is called so, in a register or by people.
     *
     * @param organization whose source it is; null of the national team's
     */
    public boolean isOfAnotherOrganization(Handle handle, String name, UUID organization) {
        return handle.createQuery("""
                        select exists (select from directory.organization o
                                where directory.bare(:name) in (directory.bare(o.name), directory.bare(o.alternate_name))
                                  and o.id is distinct from cast(:organization as uuid))
                            or exists (select from directory.source_record r join directory.organization o on o.id = r.record_id
                                where r.kind = 'organization' and directory.bare(r.source_id) = directory.bare(:name)
                                  and r.record_id is distinct from cast(:organization as uuid))""")
                .bind("name", name)
                .bind("organization", organization)
                .mapTo(Boolean.class)
                .one();
    }
}
