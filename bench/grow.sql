-- Grows the starter data to :services services over all municipalities, always the same ones: each is a copy of a real one with a place of
-- its own, and with invented words in its name and description, so that the vocabulary grows as a real one does. Triggers are left out, so
-- stamps, the change log and PostgreSQL's own search documents are written here.
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '256MB';
set work_mem = '64MB';
set search_path = directory, public;

create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as $$ select md5(kind || n)::uuid $$;
create function pg_temp.pick(n bigint, salt text, most int) returns int language sql immutable
    as $$ select (hashtextextended(salt || n, 0) & 2147483647)::int % most $$;
create function pg_temp.syllable(k int) returns text language sql immutable as $$
    select (array['ba','be','bi','bo','bra','ca','ce','co','cri','da','de','do','dru','fa','fe','fi','fo','fra','ga','go','gri','la','le','li',
        'lo','lu','ma','me','mi','mo','mu','na','ne','ni','no','nu','pa','pe','pi','po','pra','ra','re','ri','ro','ru','sa','se','si','so',
        'ta','te','ti','to','tra','va','ve','vi','vo','zel'])[k + 1] $$;
-- Common invented words come often and rare ones seldom, as in a language.
create function pg_temp.word(n bigint, salt text) returns text language sql immutable as $$
    select pg_temp.syllable(w % 60) || pg_temp.syllable(w / 60 % 60) || pg_temp.syllable(w / 3600 % 60)
    from (select (power(pg_temp.pick(n, salt, 1000000) / 1000000.0, 3) * 216000)::int as w) w $$;

create temp table base as select row_number() over (order by position) - 1 as k, * from service where status = 'active';
create temp table town as select row_number() over (order by position) - 1 as k, * from place where level = 'municipality' and latitude is not null;
create temp table copy as
    select n, pg_temp.id('service', n) as id, b.id as base_id, b.organization_id as base_organization_id, pg_temp.id('organization', n / 20) as organization_id,
           pg_temp.id('location', n / 4) as location_id, t.code, t.name as town, t.timezone_name,
           t.latitude + (pg_temp.pick(n / 4, 'lat', 2000) - 1000) / 20000.0 as latitude,
           t.longitude + (pg_temp.pick(n / 4, 'lon', 2000) - 1000) / 20000.0 as longitude,
           pg_temp.word(n, 'a') || ' ' || pg_temp.word(n, 'b') as words,
           pg_temp.word(n, 'c') || ' ' || pg_temp.word(n, 'd') || ' ' || pg_temp.word(n, 'e') as more
    from generate_series(1::bigint, :services) n
    join base b on b.k = pg_temp.pick(n, 'base', (select count(*)::int from base))
    join town t on t.k = pg_temp.pick(n / 4, 'town', (select count(*)::int from town));
create index on copy (base_id);
analyze copy;

insert into organization (id, name, alternate_name, description, email, website, organization_type, status, confidence, assured_date)
select distinct on (c.organization_id) c.organization_id, o.name || ' ' || c.words, o.alternate_name, o.description, o.email, o.website,
       o.organization_type, 'active', o.confidence, o.assured_date
from copy c join organization o on o.id = c.base_organization_id order by c.organization_id, c.n;

insert into location (id, location_type, name, latitude, longitude, municipality_code, address_visibility, timezone_name, confidence)
select distinct on (location_id) location_id, 'physical', initcap(words), latitude, longitude, code, 'full', timezone_name, 'high'
from copy order by location_id, n;
insert into address (id, location_id, address_1, city, country, address_type)
select distinct on (location_id) pg_temp.id('address', n), location_id, 'Rua ' || initcap(words) || ' ' || n % 200, town, 'PT', 'physical'
from copy order by location_id, n;

insert into service (id, organization_id, name, alternate_name, description, url, email, status, interpretation_services, application_process,
    fees_description, eligibility_description, minimum_age, maximum_age, assured_date, alert, assurer, confidence, delivery_modes, access_modes,
    by_appointment_only, who_may_refer, free, interpreter_available)
select c.id, c.organization_id, s.name || ' ' || initcap(c.words), s.alternate_name, s.description || ' ' || c.more, s.url, s.email, 'active',
    s.interpretation_services, s.application_process, s.fees_description, s.eligibility_description, s.minimum_age, s.maximum_age,
    s.assured_date - pg_temp.pick(c.n, 'age', 700), s.alert, s.assurer, s.confidence, s.delivery_modes, s.access_modes, s.by_appointment_only,
    s.who_may_refer, s.free, s.interpreter_available
from copy c join service s on s.id = c.base_id order by c.n;

insert into service_at_location (id, service_id, location_id)
select pg_temp.id('place', n), id, location_id from copy order by n;
-- One in fifty of those that are for the whole country still is.
insert into service_area (id, service_id, ordinal, name, place_code, nationwide)
select pg_temp.id('area' || a.id, c.n), c.id, a.ordinal, case when a.nationwide and c.n % 50 > 0 then c.town else a.name end,
       case when a.nationwide and c.n % 50 > 0 then c.code else a.place_code end, a.nationwide and c.n % 50 = 0
from copy c join service_area a on a.service_id = c.base_id;
insert into attribute (id, link_id, link_entity, taxonomy_term_id, ordinal, link_type, value, label)
select pg_temp.id('attribute' || a.id, c.n), c.id, 'service', a.taxonomy_term_id, a.ordinal, a.link_type, a.value, a.label
from copy c join attribute a on a.link_id = c.base_id;
insert into language (id, service_id, ordinal, name, code, note)
select pg_temp.id('language' || l.id, c.n), c.id, l.ordinal, l.name, l.code, l.note
from copy c join language l on l.service_id = c.base_id;
insert into phone (id, service_id, ordinal, number, type, description)
select pg_temp.id('phone' || p.id, c.n), c.id, p.ordinal, p.number, p.type, p.description
from copy c join phone p on p.service_id = c.base_id;
create temp table hours as
select s.id as service_id, h.* from base s join lateral (
    select * from schedule where schedule.service_id = s.id
    union all
    select h.* from schedule h join service_at_location sal on h.service_at_location_id = sal.id or h.location_id = sal.location_id
    where sal.service_id = s.id) h(id, own_service_id) on true;
insert into schedule (id, service_id, ordinal, valid_from, valid_to, dtstart, until, count, wkst, freq, interval, byday, byweekno, bymonthday,
    byyearday, description, opens_at, closes_at, timezone_name, by_appointment)
select pg_temp.id('schedule' || h.id, c.n), c.id, h.ordinal, h.valid_from, h.valid_to, h.dtstart, h.until, h.count, h.wkst, h.freq, h.interval,
    h.byday, h.byweekno, h.bymonthday, h.byyearday, h.description, h.opens_at, h.closes_at, c.timezone_name, h.by_appointment
from copy c join hours h on h.service_id = c.base_id;
insert into translation (id, entity_id, entity_type, field, language, value, origin, reviewed, source)
select pg_temp.id('translation' || t.id, c.n), c.id, 'service', t.field, t.language,
       case t.field when 'name' then t.value || ' ' || initcap(c.words) when 'description' then t.value || ' ' || c.more else t.value end,
       t.origin, t.reviewed, t.source
from copy c join translation t on t.entity_id = c.base_id;

create temp table grown as
    select 'organization' as kind, organization_id as id, 1 as step from copy group by 2
    union all select 'location', location_id, 2 from copy group by 2
    union all select 'service', id, 3 from copy
    union all select 'service_at_location', pg_temp.id('place', n), 4 from copy;
create temp table numbered as
    select nextval('change_seq') as seq, kind, id from (select * from grown order by step, id) g;
insert into change (seq, kind, record_id, action, at, txid)
    select seq, kind, id, 'created', date_trunc('milliseconds', now()), pg_current_xact_id() from numbered;
insert into stamp (id, kind, version, last_modified) select id, kind, seq, date_trunc('milliseconds', now()) from numbered;
-- The search document of the original, with what is new in the copy.
insert into service_search (service_id, document, words)
select c.id, f.document || search_vector(c.words, 'A') || search_vector(c.more, 'C') || search_vector(c.town, 'D'), f.words || ' ' || c.words
from copy c join service_search f on f.service_id = c.base_id;
analyze;
