-- The change log. Row triggers note which records a transaction touches; one step at its commit takes one lock, numbers the
-- changes and stamps the records. The lock is held only while committing, so numbers become visible in their order, also when
-- a slow transaction commits late, and a reader who asks for `seq > last` never misses one.

create sequence change_seq;

-- Rows live only inside their own transaction: they are deleted before it commits, so nobody else ever sees one.
create unlogged table pending_change (
    txid xid8 not null,
    kind text not null,
    id uuid not null,
    primary key (txid, kind, id)
);

create function is_object_kind(kind text) returns boolean
    language sql immutable parallel safe
    return kind in (
    'organization', 'program', 'service', 'location', 'service_at_location', 'taxonomy', 'taxonomy_term', 'place',
    'address', 'contact', 'phone', 'schedule', 'schedule_exception', 'service_area', 'language', 'cost_option',
    'required_document', 'accessibility', 'organization_identifier', 'funding', 'url', 'service_capacity',
    'one_stop_centre', 'one_stop_feature', 'desk');
alter table attribute add check (is_object_kind(link_entity));
alter table metadata add check (is_object_kind(resource_type));
alter table translation add check (is_object_kind(entity_type));
alter table citation add check (is_object_kind(entity_type));

create function is_record(kind text) returns boolean
    language sql immutable strict parallel safe
    return kind in ('organization', 'program', 'service', 'location', 'service_at_location', 'taxonomy', 'taxonomy_term', 'place');

-- The objects a part belongs to; what it only points at is not among them. A place of a service is not a part of it as a phone is:
-- the service shows its places, and none of the other places shows this one; so it touches the service's places only.
create function owners_of(kind text, part jsonb) returns table (owner_kind text, owner_id uuid)
    language sql immutable set search_path = directory, public
as $$
    select part ->> 'link_entity', (part ->> 'link_id')::uuid where kind = 'attribute'
    union all select part ->> 'resource_type', (part ->> 'resource_id')::uuid where kind = 'metadata'
    union all select part ->> 'entity_type', (part ->> 'entity_id')::uuid where kind in ('translation', 'citation')
    union all select 'one_stop_centre', (part ->> 'one_stop_centre_id')::uuid where kind in ('desk', 'one_stop_feature')
    union all select 'service_places', (part ->> 'service_id')::uuid where kind = 'service_at_location'
    union all
    select left(each.key, -3), each.value::uuid
    from jsonb_each_text(part) each
    where kind not in ('attribute', 'metadata', 'translation', 'citation', 'desk', 'one_stop_feature', 'service_at_location')
      and each.key in ('organization_id', 'service_id', 'service_at_location_id', 'location_id', 'contact_id', 'phone_id', 'schedule_id')
      and each.value is not null
$$;

create function note_change() returns trigger
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
    if not is_record(tg_table_name) or tg_table_name = 'service_at_location' then
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

-- Texts, citations, attributes and metadata go with the object they are about.
create function forget_object() returns trigger
    language plpgsql set search_path = directory, public
as $$
begin
    delete from translation where entity_id = old.id;
    delete from citation where entity_id = old.id;
    delete from attribute where link_id = old.id;
    delete from metadata where resource_id = old.id;
    return null;
end
$$;

create function refuse_truncate() returns trigger
    language plpgsql
as $$
begin
    raise exception 'directory.% is not truncated, because the change log would not know: delete its rows', tg_table_name;
end
$$;

-- A unit has no owner: the services counted in it are touched.
create function note_unit_change() returns trigger
    language plpgsql set search_path = directory, public
as $$
begin
    if old is distinct from new then
        insert into pending_change
        select distinct pg_current_xact_id(), 'service', c.service_id from service_capacity c where c.unit_id = new.id
        on conflict do nothing;
    end if;
    return null;
end
$$;

-- What belongs to a record is followed up to that record.
create function climb_to_records(me xid8) returns void
    language plpgsql set search_path = directory, public
as $$
declare
    part_kind text;
begin
    loop
        select p.kind into part_kind from pending_change p
        where p.txid = me and not is_record(p.kind) and p.kind <> 'service_places' limit 1;
        exit when not found;
        execute format(
            'with parts as (delete from pending_change p where p.txid = $1 and p.kind = $2 returning p.id)'
            ' insert into pending_change select distinct $1, o.owner_kind, o.owner_id'
            ' from parts join directory.%I t on t.id = parts.id cross join lateral owners_of($2, to_jsonb(t)) o'
            ' where o.owner_id is not null on conflict do nothing', part_kind)
        using me, part_kind;
    end loop;
end
$$;

create function exists_record(kind text, record_id uuid) returns boolean
    language sql stable set search_path = directory, public
    return case kind
        when 'organization' then exists (select from organization r where r.id = record_id)
        when 'program' then exists (select from program r where r.id = record_id)
        when 'service' then exists (select from service r where r.id = record_id)
        when 'location' then exists (select from location r where r.id = record_id)
        when 'service_at_location' then exists (select from service_at_location r where r.id = record_id)
        when 'taxonomy' then exists (select from taxonomy r where r.id = record_id)
        when 'taxonomy_term' then exists (select from taxonomy_term r where r.id = record_id)
        when 'place' then exists (select from place r where r.id = record_id)
    end;

create function touched(me xid8, of_kind text) returns uuid[]
    language sql stable set search_path = directory, public
    return (select coalesce(array_agg(p.id), '{}') from pending_change p where p.txid = me and p.kind = of_kind);

-- What shows a touched record inside itself is touched as well.
create function spread_to_holders(me xid8) returns void
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

-- The step at commit. A record without a stamp is new, a stamp without a record is of one that was removed.
create function write_changes() returns trigger
    language plpgsql set search_path = directory, public
as $$
declare
    me xid8 := pg_current_xact_id();
    moment timestamptz(3);
    services uuid[];
begin
    if not exists (select from pending_change p where p.txid = me) then
        return null;
    end if;
    perform pg_advisory_xact_lock(hashtextextended('directory.change', 0));
    perform climb_to_records(me);
    perform spread_to_holders(me);

    moment := date_trunc('milliseconds', clock_timestamp());
    moment := greatest(moment, (select c.at + interval '1 millisecond' from change c order by c.seq desc limit 1));

    with mine as (
        delete from pending_change p where p.txid = me returning p.kind, p.id
    ), judged as (
        select m.kind, m.id, exists_record(m.kind, m.id) as present, s.id is not null as known
        from mine m left join stamp s on s.id = m.id
    ), numbered as (
        select j.*, nextval('change_seq') as seq
        from (select * from judged where present or known order by kind, id) j
    ), written as (
        insert into change (seq, kind, record_id, action, at, txid)
        select seq, kind, id, case when not present then 'removed' when known then 'updated' else 'created' end, moment, me
        from numbered
    ), stamped as (
        insert into stamp (id, kind, version, last_modified)
        select id, kind, seq, moment from numbered where present
        on conflict (id) do update set version = excluded.version, last_modified = excluded.last_modified
    ), forgotten as (
        delete from stamp s using numbered n where s.id = n.id and not n.present
    )
    select array_agg(id) filter (where kind = 'service' and present) into services from numbered;

    if services is not null then
        perform refresh_service_search(services);
    end if;
    return null;
end
$$;

create constraint trigger write_changes after insert on pending_change
    deferrable initially deferred for each row execute function write_changes();

do $$
declare
    kind text;
begin
    foreach kind in array array[
        'organization', 'program', 'service', 'location', 'service_at_location', 'taxonomy', 'taxonomy_term', 'place',
        'address', 'contact', 'phone', 'schedule', 'schedule_exception', 'service_area', 'language', 'cost_option',
        'required_document', 'accessibility', 'organization_identifier', 'funding', 'url', 'service_capacity',
        'one_stop_centre', 'one_stop_feature', 'desk', 'attribute', 'metadata', 'translation', 'citation']
    loop
        execute format('create trigger note_change after insert or update or delete on %I for each row execute function note_change()', kind);
        execute format('create trigger refuse_truncate before truncate on %I execute function refuse_truncate()', kind);
        if kind not in ('attribute', 'metadata', 'translation', 'citation') then
            execute format('create trigger forget_object after delete on %I for each row execute function forget_object()', kind);
        end if;
    end loop;
end
$$;
create trigger note_unit_change after update on unit for each row execute function note_unit_change();
