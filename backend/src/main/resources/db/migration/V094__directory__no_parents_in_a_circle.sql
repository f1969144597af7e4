-- Organizations and terms hang below others of their kind. Nothing hangs below itself, whoever writes it.

-- What has no parent any more is at the top; it is not removed with it, as it may be somebody else's.
alter table directory.organization drop constraint organization_parent_organization_id_fkey,
    add constraint organization_parent_organization_id_fkey foreign key (parent_organization_id)
        references directory.organization on delete set null;
alter table directory.taxonomy_term drop constraint taxonomy_term_parent_id_fkey,
    add constraint taxonomy_term_parent_id_fkey foreign key (parent_id) references directory.taxonomy_term on delete set null;

-- Circles of before: nobody can tell which of their links is wrong, so all of them go.
with recursive up (start, id, steps) as (
    select id, parent_organization_id, 1 from directory.organization where parent_organization_id is not null
    union
    select up.start, o.parent_organization_id, up.steps + 1 from up join directory.organization o on o.id = up.id
     where o.parent_organization_id is not null and up.id <> up.start and up.steps < 1000
)
update directory.organization set parent_organization_id = null where id in (select start from up where id = start);
with recursive up (start, id, steps) as (
    select id, parent_id, 1 from directory.taxonomy_term where parent_id is not null
    union
    select up.start, t.parent_id, up.steps + 1 from up join directory.taxonomy_term t on t.id = up.id
     where t.parent_id is not null and up.id <> up.start and up.steps < 1000
)
update directory.taxonomy_term set parent_id = null where id in (select start from up where id = start);

-- Runs once all of a transaction is written, and while nobody else commits a change of the directory: two halves of a circle
-- that two transactions write at once are seen by the second.
create function directory.refuse_circle() returns trigger
    language plpgsql set search_path = directory, public
as $$
declare
    above uuid;
begin
    perform pg_advisory_xact_lock(hashtextextended('directory.change', 0));
    above := new.id;
    for step in 1 .. 1000 loop
        if tg_table_name = 'organization' then
            select o.parent_organization_id into above from organization o where o.id = above;
        else
            select t.parent_id into above from taxonomy_term t where t.id = above;
        end if;
        if above is null then
            return null;
        end if;
        exit when above = new.id;
    end loop;
    raise exception 'hangs below itself' using errcode = '23514', table = tg_table_name;
end
$$;

do $$
declare
    parent record;
begin
    for parent in select * from (values ('organization', 'parent_organization_id'), ('taxonomy_term', 'parent_id')) p (of_table, of_column) loop
        execute format('create constraint trigger refuse_circle_of_new after insert on directory.%1$I deferrable initially deferred
            for each row when (new.%2$I is not null) execute function directory.refuse_circle()', parent.of_table, parent.of_column);
        execute format('create constraint trigger refuse_circle after update of %2$I on directory.%1$I deferrable initially deferred
            for each row when (new.%2$I is not null and new.%2$I is distinct from old.%2$I) execute function directory.refuse_circle()',
            parent.of_table, parent.of_column);
    end loop;
end
$$;
