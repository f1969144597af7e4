-- Which source made a record first. It is never forgotten, so the id of a record that was withdrawn or merged stays its maker's.
create table record_origin (
    record_id uuid primary key,
    kind text not null,
    -- A source of deliveries, the name that an import was given, 'page' for what people do on our page, or 'unknown' of what was gone before this table.
    source text not null,
    created_at timestamptz(3) not null default now()
);

insert into record_origin (record_id, kind, source)
select s.id, s.kind, coalesce(
        (select i.source from source_record i where i.record_id = s.id and i.kind = s.kind order by i.source limit 1),
        (select r.source from sync.record r where r.record_id = s.id and r.kind = s.kind order by r.checked_at, r.source limit 1),
        'page')
  from stamp s where s.kind <> 'place';

-- Records that are gone: what a run made is that source's; of the others nobody knows.
insert into record_origin (record_id, kind, source)
select distinct on (c.record_id) c.record_id, c.kind, coalesce(made.source, 'unknown')
  from change c
  left join (select distinct on (i.record_id, i.kind) i.record_id, i.kind, u.source
               from sync.item i join sync.run u on u.id = i.run_id
              where i.outcome = 'created' order by i.record_id, i.kind, u.received_at) made
    on made.record_id = c.record_id and made.kind = c.kind
 where c.action = 'removed' and c.kind <> 'place'
 order by c.record_id, c.seq
on conflict do nothing;

insert into record_origin (record_id, kind, source)
select r.old_id, 'merged', 'unknown' from redirect r on conflict do nothing;

-- Whoever writes for a source says so: set_config('balcao.source', …, true). A new record is noted as its own; an id that another source had is refused.
create function note_origin() returns trigger
    language plpgsql set search_path = directory, public
as $$
declare
    writer text := coalesce(nullif(current_setting('balcao.source', true), ''), 'page');
    first record_origin;
begin
    insert into record_origin (record_id, kind, source) values (new.id, tg_table_name, writer) on conflict do nothing;
    if found or writer = 'page' then
        return null;
    end if;
    update record_origin o set source = writer, kind = tg_table_name where o.record_id = new.id and o.source = 'unknown';
    select * into first from record_origin o where o.record_id = new.id;
    if first.source <> writer or first.kind <> tg_table_name then
        raise exception 'the id % belongs to a record of another source', new.id using errcode = 'unique_violation';
    end if;
    return null;
end
$$;

do $$
declare
    kind text;
begin
    foreach kind in array array['organization', 'program', 'service', 'location', 'service_at_location', 'taxonomy', 'taxonomy_term',
            'one_stop_centre'] loop
        execute format('create trigger note_origin after insert on %I for each row execute function note_origin()', kind);
    end loop;
end
$$;

insert into record_origin (record_id, kind, source)
select c.id, 'one_stop_centre', coalesce((select i.source from source_record i where i.record_id = c.id limit 1), 'page') from one_stop_centre c
on conflict do nothing;

-- A record of which the national team holds a field is not deleted, by whatever way.
create function refuse_to_delete_what_is_locked() returns trigger
    language plpgsql set search_path = directory, public
as $$
begin
    if exists (select from sync.provenance p where p.record_id = old.id and p.rank = 1 and (p.until is null or p.until >= current_date)) then
        raise exception 'the national team holds fields of %', old.id using errcode = 'restrict_violation';
    end if;
    return old;
end
$$;

do $$
declare
    kind text;
begin
    foreach kind in array array['organization', 'program', 'service', 'location', 'service_at_location', 'taxonomy', 'taxonomy_term'] loop
        execute format('create trigger a_keep_locked before delete on %I for each row execute function refuse_to_delete_what_is_locked()', kind);
    end loop;
end
$$;

-- What two spellings of one telephone number have in common: its digits, without an extension and the country's prefix.
create function number_key(number text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(regexp_replace(
        translate(regexp_replace(number, '\s*(x|ext|ramal|#).*$', '', 'i'), '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯',
            '0123456789012345678901234567890123456789'),
        '[^0-9]', '', 'g'), '^(00)?351(?=[0-9]{3})', '');
create index phone_key on phone (number_key(number));
