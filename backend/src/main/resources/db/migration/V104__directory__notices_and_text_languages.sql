-- Every node is told at commit that the change log has grown. The notice is a hint to look, not the number itself: several may arrive as one.
create function tell_of_change() returns trigger
    language plpgsql set search_path = directory, public
as $$
begin
    perform pg_notify('balcao_change', '');
    return null;
end
$$;

create trigger tell_of_change after insert on change for each statement execute function tell_of_change();

-- Which languages there are texts in is asked again after each change, so it is read by skipping from one language to the next.
create index translation_language on translation (lower(language));
