package org.balcao.upkeep.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What people look for and do not find. */
@ApplicationScoped
public class GapReport {

    /** Words that were searched for at least twenty times in all and found nothing. */
    public record Missed(String text, long times) {}

    /** A reason of refusals, from ten on. */
    public record Refused(String code, long times) {}

    /** In how many services a language is spoken. */
    public record Spoken(String code, long services) {}

    /**
     * A need for which no service is given in a district itself.
     *
     * @param nationwide whether there is one for the whole country, by telephone say
     */
    public record Uncovered(String districtCode, String district, String need, String needName, boolean nationwide) {}

    /** How many searches found nothing. */
    public long missed(Handle handle, LocalDate since) {
        return handle.createQuery("select coalesce(sum(times), 0) from search.gap where text = '' and day >= :since")
                .bind("since", since)
                .mapTo(Long.class)
                .one();
    }

    public List<Missed> missedTexts(Handle handle, LocalDate since, int most) {
        return handle.createQuery("""
                        select text, sum(times) as times from search.gap where text <> '' and day >= :since
                         group by text order by sum(times) desc, text limit :most""")
                .bind("since", since)
                .bind("most", most)
                .map(ConstructorMapper.of(Missed.class))
                .list();
    }

    public List<Refused> refused(Handle handle, Instant since) {
        return handle.createQuery("select code, times from referral.refusals(:since)")
                .bind("since", since)
                .map(ConstructorMapper.of(Refused.class))
                .list();
    }

    /** @param codes languages to be counted though no service has them */
    public List<Spoken> spoken(Handle handle, List<String> codes) {
        return handle.createQuery("""
                        with spoken as (
                            select service_id, split_part(lower(code), '-', 1) as code from directory.language where service_id is not null
                            union select p.service_id, split_part(lower(l.code), '-', 1)
                                    from directory.language l join directory.phone p on p.id = l.phone_id where p.service_id is not null
                            union select x.service_id, split_part(lower(l.code), '-', 1)
                                    from directory.language l join directory.service_at_location x on x.location_id = l.location_id
                        ), counted as (
                            select k.code, count(distinct s.id) as services from spoken k
                              join directory.service s on s.id = k.service_id and s.status = 'active' and s.freshness <> 'hidden'
                             group by k.code
                        )
                        select code, coalesce(services, 0) as services from counted
                          full join unnest(:codes) as asked (code) using (code) where code is not null order by 2, 1""")
                .bindArray("codes", String.class, codes)
                .map(ConstructorMapper.of(Spoken.class))
                .list();
    }

    public List<Uncovered> uncovered(Handle handle) {
        return handle.createQuery("""
                        with recursive need as (
                            select t.id, t.id as top, t.code, t.name from directory.taxonomy_term t
                              join directory.taxonomy x on x.id = t.taxonomy_id and x.name = 'balcao-needs' where t.parent_id is null
                            union
                            select t.id, n.top, n.code, n.name from directory.taxonomy_term t join need n on t.parent_id = n.id
                        ), district as (
                            select code, name from directory.place where level in ('district', 'autonomous_region')
                        ), given as (
                            select s.id as service_id, m.parent_code as district from directory.service s
                              join directory.service_at_location x on x.service_id = s.id
                              join directory.location l on l.id = x.location_id join directory.place m on m.code = l.municipality_code
                             where s.status = 'active' and s.freshness <> 'hidden'
                            union
                            select s.id, coalesce(p.parent_code, p.code) from directory.service s
                              join directory.service_area a on a.service_id = s.id join directory.place p on p.code = a.place_code
                             where s.status = 'active' and s.freshness <> 'hidden'
                        ), everywhere as (
                            select n.top from directory.service s join directory.service_area a on a.service_id = s.id and a.nationwide
                              join directory.attribute t on t.link_id = s.id join need n on n.id = t.taxonomy_term_id
                             where s.status = 'active' and s.freshness <> 'hidden'
                        ), covered as (
                            select distinct g.district, n.top from given g
                              join directory.attribute t on t.link_id = g.service_id join need n on n.id = t.taxonomy_term_id
                        )
                        select d.code as district_code, d.name as district, n.code as need, n.name as need_name,
                               exists (select from everywhere e where e.top = n.top) as nationwide
                          from district d cross join (select distinct top, code, name from need where id = top) n
                         where not exists (select from covered c where c.district = d.code and c.top = n.top)
                         order by n.name, d.name""")
                .map(ConstructorMapper.of(Uncovered.class))
                .list();
    }
}
