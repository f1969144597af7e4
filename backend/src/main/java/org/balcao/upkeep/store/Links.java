package org.balcao.upkeep.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.balcao.outbound.PublicWeb;
import org.balcao.outbound.Unreachable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Addresses on the web that listings name, and whether somebody still answers there. */
@ApplicationScoped
public class Links {

    /** An address that is to be looked at. */
    public record Due(String url, String host) {}

    /**
     * An address where nothing is any more, and what names it.
     *
     * @param status of HTTP; null if nobody answers
     */
    public record Dead(String url, String kind, UUID recordId, String name, Integer status, Instant since) {}

    /** Takes in addresses that were written since, and drops those that nobody names any more. */
    public int follow(Handle handle, Instant now) {
        handle.createUpdate("delete from sync.link l where not exists (select from sync.linked n where n.url = l.url)")
                .execute();
        List<String> fresh = handle.createQuery(
                        "select distinct n.url from sync.linked n where not exists (select from sync.link l where l.url = n.url) order by n.url")
                .mapTo(String.class)
                .list();
        PreparedBatch batch = handle.prepareBatch(
                "insert into sync.link (url, host, next_at) values (:url, :host, :now) on conflict do nothing");
        for (String url : fresh) {
            try {
                URI address = PublicWeb.address(url);
                batch.bind("url", url)
                        .bind("host", address.getHost().toLowerCase(java.util.Locale.ROOT))
                        .bind("now", now)
                        .add();
            } catch (Unreachable noAddress) {
                // feeds and edits are checked for that; what is older is left alone
            }
        }
        return batch.size() == 0 ? 0 : batch.execute().length;
    }

    /** Takes some that are due, one of each server, so that nobody else takes them for a while. */
    public List<Due> take(Handle handle, Instant now, Instant again, int most) {
        return handle.createQuery("""
                        update sync.link l set next_at = :again
                          from (select url from sync.link where url in (
                                    select distinct on (host) url from sync.link where next_at <= :now order by host, next_at, url)
                                 order by next_at, url limit :most for update skip locked) due
                         where l.url = due.url returning l.url, l.host""")
                .bind("now", now)
                .bind("again", again)
                .bind("most", most)
                .map(ConstructorMapper.of(Due.class))
                .list();
    }

    /** Whether another server answered lately, so that silence is not our own. */
    public boolean othersAnswer(Handle handle, String host, Instant since) {
        return handle.createQuery(
                        "select exists (select from sync.link where host <> :host and status is not null and checked_at >= :since)")
                .bind("host", host)
                .bind("since", since)
                .mapTo(Boolean.class)
                .one();
    }

    public void works(Handle handle, String url, Integer status, Instant now, Instant next) {
        handle.createUpdate("""
                        update sync.link set checked_at = :now, status = :status, fails = 0, failing_since = null, next_at = :next
                         where url = :url""")
                .bind("url", url)
                .bind("status", status)
                .bind("now", now)
                .bind("next", next)
                .execute();
    }

    public void fails(Handle handle, String url, Integer status, Instant now, Instant next) {
        handle.createUpdate("""
                        update sync.link set checked_at = :now, status = :status, fails = fails + 1,
                               failing_since = coalesce(failing_since, :now), next_at = :next
                         where url = :url""")
                .bind("url", url)
                .bind("status", status)
                .bind("now", now)
                .bind("next", next)
                .execute();
    }

    /**
     * What is dead: nothing was there at least so often, and since then or longer.
     *
     * @param organization whose; null for all
     */
    public List<Dead> dead(Handle handle, UUID organization, int fails, Instant since, int most) {
        return handle.createQuery("""
                        select l.url, x.kind, x.record_id, coalesce(s.name, o.name, p.name, '') as name, l.status, l.failing_since as since
                          from sync.link l
                          join sync.linked x on x.url = l.url
                          left join directory.service s on s.id = x.record_id
                          left join directory.organization o on o.id = x.record_id
                          left join directory.location p on p.id = x.record_id
                         where l.fails >= :fails and l.failing_since <= :since
                           and (cast(:organization as uuid) is null or x.organization_id = cast(:organization as uuid))
                         order by l.failing_since, l.url, x.record_id limit :most""")
                .bind("organization", organization)
                .bind("fails", fails)
                .bind("since", since)
                .bind("most", most)
                .map(ConstructorMapper.of(Dead.class))
                .list();
    }
}
