-- Texts, citations, attributes and metadata go with the object they are about: of its kind, as something else may have had the same id.
create or replace function forget_object() returns trigger
    language plpgsql set search_path = directory, public
as $$
begin
    delete from translation where entity_id = old.id and entity_type = tg_table_name;
    delete from citation where entity_id = old.id and entity_type = tg_table_name;
    delete from attribute where link_id = old.id and link_entity = tg_table_name;
    delete from metadata where resource_id = old.id and resource_type = tg_table_name;
    return null;
end
$$;
