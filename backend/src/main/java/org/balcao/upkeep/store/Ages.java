package org.balcao.upkeep.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.upkeep.model.Freshness;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Which listings age, who was told of it, and what became of them. */
@ApplicationScoped
public class Ages {
    private static final int MOST_TRIES = 12;

    /**
     * A step that a listing is about to take.
     *
     * @param due not before this day, and not before {@link Freshness#NOTICE_DAYS} after it was told
     */
    public record Step(UUID serviceId, String name, String step, LocalDate due) {
        /** The first day on which a step may be taken that is told on this one. */
        public static LocalDate earliest(LocalDate told) {
            return told.plusDays(Freshness.NOTICE_DAYS);
        }
    }

    /** Where an organization is told. */
    public record Told(UUID organizationId, String email) {}

    /** Notes the next step of what nobody has looked at for long; each is noted once. */
    public int foresee(Handle handle, LocalDate today) {
        Freshness[] all = Freshness.values();
        return handle.createUpdate("""
                        insert into sync.ageing (service_id, step, since, due)
                        select s.id, next.step, base.since, base.since + next.days
                          from directory.service s
                          cross join lateral (select coalesce(s.assured_date, (
                                select min(c.at)::date from directory.change c where c.kind = 'service' and c.record_id = s.id)) as since) base
                          join unnest(:before, :steps, cast(:days as integer[])) as next (before, step, days) on next.before = s.freshness
                         where s.status in ('active', 'temporarily closed') and base.since + next.days - :notice <= :today
                        on conflict do nothing""")
                .bindArray("before", String.class, (Object[]) Arrays.stream(all, 0, all.length - 1)
                        .map(Freshness::word)
                        .toArray(String[]::new))
                .bindArray("steps", String.class, (Object[])
                        Arrays.stream(all, 1, all.length).map(Freshness::word).toArray(String[]::new))
                .bindArray("days", String.class, (Object[]) Arrays.stream(all, 1, all.length)
                        .map(each -> Integer.toString(each.days()))
                        .toArray(String[]::new))
                .bind("notice", Freshness.NOTICE_DAYS)
                .bind("today", today)
                .execute();
    }

    /** Organizations that have to be told of something, after one of them. */
    public List<Told> untold(Handle handle, UUID after, int most) {
        return handle.createQuery("""
                        select o.id as organization_id, o.email from directory.organization o
                         where o.id in (select s.organization_id from sync.ageing a join directory.service s on s.id = a.service_id where a.told_at is null)
                           and (cast(:after as uuid) is null or o.id > cast(:after as uuid))
                         order by o.id limit :most""")
                .bind("after", after)
                .bind("most", most)
                .map(ConstructorMapper.of(Told.class))
                .list();
    }

    /** What an organization has to be told; nobody else tells it meanwhile. */
    public List<Step> toTell(Handle handle, UUID organization) {
        return handle.createQuery("""
                        select a.service_id, s.name, a.step, a.due from sync.ageing a join directory.service s on s.id = a.service_id
                         where s.organization_id = :organization and a.told_at is null
                         order by a.due, s.name, a.service_id for update of a skip locked""")
                .bind("organization", organization)
                .map(ConstructorMapper.of(Step.class))
                .list();
    }

    public void told(Handle handle, UUID organization, String by, Instant now) {
        handle.createUpdate("""
                        update sync.ageing a set told_at = :now, told_by = :by
                          from directory.service s where s.id = a.service_id and s.organization_id = :organization and a.told_at is null""")
                .bind("organization", organization)
                .bind("by", by)
                .bind("now", now)
                .execute();
    }

    /** A mail did not get through. After some tries our page has told it: it stands there all the time. */
    public void notTold(Handle handle, UUID organization, Instant now) {
        handle.createUpdate("""
                        update sync.ageing a set tries = tries + 1,
                               told_at = case when tries + 1 >= :most then cast(:now as timestamptz) end,
                               told_by = case when tries + 1 >= :most then 'page' end
                          from directory.service s where s.id = a.service_id and s.organization_id = :organization and a.told_at is null""")
                .bind("organization", organization)
                .bind("most", MOST_TRIES)
                .bind("now", now)
                .execute();
    }

    /** Takes steps that are due and were told in time, of listings that nobody has looked at since. */
    public int take(Handle handle, LocalDate today, Instant now, int most) {
        return handle.createUpdate("""
                        with due as (
                            select a.service_id, a.since, a.step
                              from sync.ageing a join directory.service s on s.id = a.service_id
                             where a.taken_at is null and a.due <= :today and a.told_at <= cast(:told as timestamptz)
                               and coalesce(s.assured_date, a.since) = a.since and s.status in ('active', 'temporarily closed')
                             order by a.due, a.service_id limit :most for update of a, s skip locked
                        ), taken as (
                            update sync.ageing a set taken_at = :now from due
                             where (a.service_id, a.since, a.step) = (due.service_id, due.since, due.step)
                        )
                        update directory.service s set freshness = due.step from due where s.id = due.service_id""")
                .bind("today", today)
                .bind("told", now.minus(Freshness.NOTICE_DAYS, ChronoUnit.DAYS))
                .bind("now", now)
                .bind("most", most)
                .execute();
    }

    /** What was told and done long ago. */
    public int forget(Handle handle, Instant before) {
        return handle.createUpdate("delete from sync.ageing where told_at < :before")
                .bind("before", before)
                .execute();
    }

    /** The next step of each of these services that has one ahead. */
    public Map<UUID, Step> next(Handle handle, List<UUID> services) {
        return handle.createQuery("""
                        select a.service_id, s.name, a.step, greatest(a.due, (a.told_at + make_interval(days => :notice))::date) as due
                          from sync.ageing a join directory.service s on s.id = a.service_id
                         where a.service_id = any(:services) and a.taken_at is null and coalesce(s.assured_date, a.since) = a.since""")
                .bindArray("services", UUID.class, services)
                .bind("notice", Freshness.NOTICE_DAYS)
                .map(ConstructorMapper.of(Step.class))
                .collectToMap(Step::serviceId, each -> each);
    }
}
