-- Who sees and writes which rows: one policy for each command, since policies for the same command are joined by OR.
do $$
declare
    each text;
begin
    foreach each in array array['intake', 'referral', 'sealed', 'agreement', 'event', 'outbox', 'person_code', 'request_key'] loop
        execute format('alter table referral.%I enable row level security', each);
        execute format('alter table referral.%I force row level security', each);
    end loop;
end $$;

grant select on referral.step to balcao_app, balcao_worker, balcao_auditor;

-- Intakes: everybody of the program may know which services take referrals; the organization itself opens and closes them.
grant select, insert, update, delete on referral.intake to balcao_app;
grant select on referral.intake to balcao_worker;
create policy read on referral.intake for select to balcao_app, balcao_worker using (true);
create policy open on referral.intake for insert to balcao_app with check (organization_id = referral.me());
create policy change on referral.intake for update to balcao_app
    using (organization_id = referral.me()) with check (organization_id = referral.me());
create policy close on referral.intake for delete to balcao_app using (organization_id = referral.me());

-- Referrals: sender and receiver of a leg, the sender of the first leg, and the person whose code was shown.
grant select, insert on referral.referral to balcao_app;
grant update (state, resumes_to, version, code, remark, suggested_service_id, first_viewed_at, studied_at, answered_at, first_contact_on,
    ended_at, decide_by, contact_by, review_on, last_event_at) on referral.referral to balcao_app;
create policy read on referral.referral for select to balcao_app using (
    sender_org = referral.me() or receiver_org = referral.me() or root_org = referral.me() or chain_id = referral.shown_chain());
create policy send on referral.referral for insert to balcao_app with check (
    sender_org = referral.me() or (sender_org is null and origin = 'self' and chain_id = referral.shown_chain()));
create policy step on referral.referral for update to balcao_app
    using (sender_org = referral.me() or receiver_org = referral.me() or chain_id = referral.shown_chain())
    with check (sender_org = referral.me() or receiver_org = referral.me() or chain_id = referral.shown_chain());
grant select on referral.referral to balcao_worker;
grant update (state, resumes_to, version, code, ended_at, last_event_at) on referral.referral to balcao_worker;
grant delete on referral.referral to balcao_worker;
create policy clock_read on referral.referral for select to balcao_worker using (true);
create policy clock_step on referral.referral for update to balcao_worker using (true) with check (true);
create policy clock_delete on referral.referral for delete to balcao_worker using (ended_at < now() - interval '3 years');
grant select (id, chain_id, position, parent_id, previous_id, origin, sender_org, root_org, receiver_org, service_id, state, version, priority,
    code, sensitive, legal_basis, sent_at, first_viewed_at, studied_at, answered_at, first_contact_on, ended_at, answer_by, decide_by,
    contact_by, expires_at, review_on, last_event_at) on referral.referral to balcao_auditor;
create policy audit on referral.referral for select to balcao_auditor using (true);

-- What is sealed: its sender, the person, and the receiver from acceptance on, as long as it is at work or was completed.
grant select, insert, delete on referral.sealed to balcao_app;
create policy open on referral.sealed for select to balcao_app using (exists (
    select from referral.referral r where r.id = referral_id and (
        r.sender_org = referral.me() or r.chain_id = referral.shown_chain()
        or (r.receiver_org = referral.me()
            and (r.state in ('accepted', 'in_progress', 'completed') or (r.state = 'on_hold' and r.resumes_to <> 'under_study'))))));
create policy seal on referral.sealed for insert to balcao_app with check (exists (
    select from referral.referral r where r.id = referral_id and (r.sender_org = referral.me() or r.chain_id = referral.shown_chain())));
create policy erase on referral.sealed for delete to balcao_app using (exists (
    select from referral.referral r where r.id = referral_id and (r.sender_org = referral.me() or r.chain_id = referral.shown_chain())));
grant select (referral_id), delete on referral.sealed to balcao_worker;
create policy clock_read on referral.sealed for select to balcao_worker using (true);
create policy clock_erase on referral.sealed for delete to balcao_worker using (true);

grant select, insert on referral.agreement to balcao_app;
grant update (withdrawn_at) on referral.agreement to balcao_app;
create policy read on referral.agreement for select to balcao_app using (exists (
    select from referral.referral r where r.id = referral_id));
create policy give on referral.agreement for insert to balcao_app with check (exists (
    select from referral.referral r where r.id = referral_id and (r.sender_org = referral.me() or r.chain_id = referral.shown_chain())));
create policy withdraw on referral.agreement for update to balcao_app
    using (exists (select from referral.referral r where r.id = referral_id and (r.sender_org = referral.me() or r.chain_id = referral.shown_chain())))
    with check (true);
grant select, delete on referral.agreement to balcao_worker;
create policy clock_read on referral.agreement for select to balcao_worker using (true);
create policy clock_delete on referral.agreement for delete to balcao_worker using (exists (
    select from referral.referral r where r.id = referral_id and r.ended_at < now() - interval '3 years'));
grant select on referral.agreement to balcao_auditor;
create policy audit on referral.agreement for select to balcao_auditor using (true);

-- Events are added and read, and never changed; after three years they go with their referral.
grant select, insert on referral.event to balcao_app, balcao_worker;
create policy read on referral.event for select to balcao_app using (exists (
    select from referral.referral r where r.id = referral_id));
create policy add on referral.event for insert to balcao_app with check (exists (
    select from referral.referral r where r.id = referral_id));
create policy clock_read on referral.event for select to balcao_worker using (true);
create policy clock_add on referral.event for insert to balcao_worker with check (actor = 'clock');
grant delete on referral.event to balcao_worker;
create policy clock_delete on referral.event for delete to balcao_worker using (exists (
    select from referral.referral r where r.id = referral_id and r.ended_at < now() - interval '3 years'));
grant select on referral.event to balcao_auditor;
create policy audit on referral.event for select to balcao_auditor using (true);

grant insert on referral.outbox to balcao_app, balcao_worker;
create policy add on referral.outbox for insert to balcao_app, balcao_worker with check (true);
grant select, delete on referral.outbox to balcao_worker;
grant update (done_at, tries, next_try_at) on referral.outbox to balcao_worker;
create policy clock_read on referral.outbox for select to balcao_worker using (true);
create policy clock_done on referral.outbox for update to balcao_worker using (true) with check (true);
create policy clock_delete on referral.outbox for delete to balcao_worker using (done_at < now() - interval '14 days');

-- Codes: found by what was typed and in no other way; the desk that printed one may print another.
grant select, insert on referral.person_code to balcao_app;
grant update (locator, secret, salt, made_at, failures, failing_since, locks, locked_until) on referral.person_code to balcao_app;
create policy find on referral.person_code for select to balcao_app
    using (locator = referral.typed_locator() or desk_org = referral.me() or chain_id = referral.shown_chain());
create policy print on referral.person_code for insert to balcao_app
    with check (desk_org = referral.me() or (desk_org is null and chain_id = referral.shown_chain()));
create policy change on referral.person_code for update to balcao_app
    using (locator = referral.typed_locator() or desk_org = referral.me()) with check (true);
grant select (chain_id, made_at), delete on referral.person_code to balcao_worker;
create policy clock_read on referral.person_code for select to balcao_worker using (true);
create policy clock_delete on referral.person_code for delete to balcao_worker using (true);

grant select, insert on referral.request_key to balcao_app;
create policy read on referral.request_key for select to balcao_app using (organization_id = referral.me());
create policy add on referral.request_key for insert to balcao_app with check (organization_id = referral.me());
grant select, delete on referral.request_key to balcao_worker;
create policy clock_read on referral.request_key for select to balcao_worker using (true);
create policy clock_delete on referral.request_key for delete to balcao_worker using (at < now() - interval '24 hours');

-- The next leg gets what is sealed without anybody opening it: the one who passes on may not read it.
create function referral.pass_on(from_leg uuid, to_leg uuid) returns boolean security definer set search_path = referral, pg_temp
language plpgsql as $$
begin
    insert into referral.sealed (referral_id, content)
    select child.id, sealed.content
      from referral.referral child
      join referral.referral parent on parent.id = child.parent_id and parent.chain_id = child.chain_id
      join referral.sealed sealed on sealed.referral_id = parent.id
     where child.id = to_leg and parent.id = from_leg and parent.state in ('forwarded', 'completed')
       and parent.receiver_org = referral.me() and child.sender_org = referral.me();
    return found;
end $$;
revoke execute on function referral.pass_on(uuid, uuid) from public;
grant execute on function referral.pass_on(uuid, uuid) to balcao_app;
create policy pass_on on referral.sealed for select to current_user using (true);
create policy pass_on_seal on referral.sealed for insert to current_user with check (true);
create policy pass_on on referral.referral for select to current_user using (true);
