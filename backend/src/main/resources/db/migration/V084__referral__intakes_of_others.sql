-- An intake that an organization opened for a service that it no longer has: the one that has it now may open its own.
create function referral.end_intake_of_another(service uuid, organization uuid) returns boolean security definer
    set search_path = referral, directory, pg_temp language sql as $$
    with gone as (
        delete from referral.intake i
         where i.service_id = service and i.organization_id <> organization
           and exists (select from directory.service s where s.id = service and s.organization_id = organization)
        returning 1
    )
    select exists (select from gone)
$$;
revoke execute on function referral.end_intake_of_another(uuid, uuid) from public;
grant execute on function referral.end_intake_of_another(uuid, uuid) to balcao_app;
create policy end_of_another on referral.intake for delete to current_user using (true);
