-- A one-stop centre is a record of the dumps, so a change of it stands in the log by itself, and touches its place as before.
set search_path = directory, public;

create or replace function is_record(kind text) returns boolean
    language sql immutable strict parallel safe
    return kind in ('organization', 'program', 'service', 'location', 'service_at_location', 'taxonomy', 'taxonomy_term', 'place',
        'one_stop_centre');

create or replace function exists_record(kind text, record_id uuid) returns boolean
    language sql stable set search_path = directory, public
    return case kind
        when 'organization' then exists (select from organization r where r.id = record_id)
        when 'program' then exists (select from program r where r.id = record_id)
        when 'service' then exists (select from service r where r.id = record_id)
        when 'location' then exists (select from location r where r.id = record_id)
        when 'service_at_location' then exists (select from service_at_location r where r.id = record_id)
        when 'taxonomy' then exists (select from taxonomy r where r.id = record_id)
        when 'taxonomy_term' then exists (select from taxonomy_term r where r.id = record_id)
        when 'one_stop_centre' then exists (select from one_stop_centre r where r.id = record_id)
        when 'place' then exists (select from place r where r.id = record_id)
    end;

create or replace function note_change() returns trigger
    language plpgsql set search_path = directory, public
as $$
declare
    me xid8 := pg_current_xact_id();
begin
    if tg_op = 'UPDATE' and old is not distinct from new then
        return null;
    end if;
    if is_record(tg_table_name) then
        insert into pending_change select me, tg_table_name, case when tg_op = 'DELETE' then old.id else new.id end on conflict do nothing;
    end if;
    if not is_record(tg_table_name) or tg_table_name in ('service_at_location', 'one_stop_centre') then
        if tg_op <> 'INSERT' then
            insert into pending_change select me, owner_kind, owner_id from owners_of(tg_table_name, to_jsonb(old)) on conflict do nothing;
        end if;
        if tg_op <> 'DELETE' then
            insert into pending_change select me, owner_kind, owner_id from owners_of(tg_table_name, to_jsonb(new)) on conflict do nothing;
        end if;
    end if;
    return null;
end
$$;

create or replace function spread_to_holders(me xid8) returns void
    language plpgsql set search_path = directory, public
as $$
declare
    places text[] := (select array_agg(p.code) from place p where p.id = any (touched(me, 'place')));
    upper_records uuid[];
begin
    insert into pending_change
    select me, 'taxonomy_term', t.id from taxonomy_term t where t.taxonomy_id = any (touched(me, 'taxonomy'))
    on conflict do nothing;

    insert into pending_change
    select distinct me, a.link_entity::text, a.link_id from attribute a
    where a.taxonomy_term_id = any (touched(me, 'taxonomy_term')) and is_record(a.link_entity)
    on conflict do nothing;

    insert into pending_change
    select distinct me, 'location', c.location_id from one_stop_centre c where c.id = any (touched(me, 'one_stop_centre'))
    on conflict do nothing;

    if places is not null then
        insert into pending_change
        select me, 'location', l.id from location l join place m on m.code = l.municipality_code
        where m.code = any (places) or m.parent_code = any (places)
        union
        select me, 'service', a.service_id from service_area a where a.place_code = any (places) and a.service_id is not null
        on conflict do nothing;
    end if;

    insert into pending_change
    select me, 'service', s.id from service s where s.organization_id = any (touched(me, 'organization'))
    union
    select me, 'service', s.id from service s where s.program_id = any (touched(me, 'program'))
    on conflict do nothing;

    -- Both ways between services and places, each once, from what was touched before this step.
    upper_records := touched(me, 'service');
    insert into pending_change
    select me, 'service_at_location', x.id from service_at_location x where x.location_id = any (touched(me, 'location'))
    on conflict do nothing;
    insert into pending_change
    select me, 'service', x.service_id from service_at_location x where x.id = any (touched(me, 'service_at_location'))
    union
    select me, 'service', p.id from pending_change p where p.txid = me and p.kind = 'service_places'
    on conflict do nothing;
    delete from pending_change p where p.txid = me and p.kind = 'service_places';
    insert into pending_change
    select me, 'service_at_location', x.id from service_at_location x where x.service_id = any (upper_records)
    on conflict do nothing;

    insert into pending_change
    select distinct me, 'location', c.location_id from desk d join one_stop_centre c on c.id = d.one_stop_centre_id
    where d.organization_id = any (touched(me, 'organization')) or d.service_id = any (upper_records)
    on conflict do nothing;
end
$$;

-- Those that are there already.
insert into pending_change select pg_current_xact_id(), 'one_stop_centre', id from one_stop_centre on conflict do nothing;
