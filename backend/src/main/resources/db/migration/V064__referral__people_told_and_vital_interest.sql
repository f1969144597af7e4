-- Where a person is told that there is news, if they agreed to it and a message can be left: the channel, the number or address, and the
-- language, enciphered with the key of the chain. Nothing of it says what for. The clock reads this and not what is sealed.
create table referral.reach (
    chain_id uuid primary key,
    content bytea not null,
    told_at timestamptz(3)
);
alter table referral.reach enable row level security;
alter table referral.reach force row level security;
grant insert, delete on referral.reach to balcao_app;
grant select (chain_id) on referral.reach to balcao_app;
create policy keep on referral.reach for insert to balcao_app with check (exists (
    select from referral.referral r where r.chain_id = reach.chain_id and r.position = 1
       and (r.sender_org = referral.me() or r.chain_id = referral.shown_chain())));
create policy find on referral.reach for select to balcao_app using (exists (
    select from referral.referral r where r.chain_id = reach.chain_id
       and (r.sender_org = referral.me() or r.chain_id = referral.shown_chain())));
create policy erase on referral.reach for delete to balcao_app using (exists (
    select from referral.referral r where r.chain_id = reach.chain_id and r.position = 1
       and (r.sender_org = referral.me() or r.chain_id = referral.shown_chain())));
grant select, delete on referral.reach to balcao_worker;
grant update (told_at) on referral.reach to balcao_worker;
create policy clock_read on referral.reach for select to balcao_worker using (true);
create policy clock_tell on referral.reach for update to balcao_worker using (true) with check (true);
create policy clock_erase on referral.reach for delete to balcao_worker using (true);

-- Without agreement, to protect somebody's life (GDPR article 6(1)(d)): two people of the desk say so, and the data protection officer reads it.
create table referral.vital_interest (
    id uuid primary key,
    organization_id uuid not null,
    service_id uuid not null,
    reason text not null check (reason in ('danger_to_life', 'cannot_say', 'child_in_danger')),
    asked_by text not null,
    asked_at timestamptz(3) not null,
    confirmed_by text check (confirmed_by <> asked_by),
    confirmed_at timestamptz(3) check ((confirmed_at is null) = (confirmed_by is null)),
    -- Of the referral that it was used for, once.
    referral_id uuid unique references referral.referral,
    check (referral_id is null or confirmed_by is not null)
);
create index vital_interest_waiting on referral.vital_interest (organization_id, asked_at) where referral_id is null;
alter table referral.vital_interest enable row level security;
alter table referral.vital_interest force row level security;
grant select, insert on referral.vital_interest to balcao_app;
grant update (confirmed_by, confirmed_at, referral_id) on referral.vital_interest to balcao_app;
create policy read on referral.vital_interest for select to balcao_app using (organization_id = referral.me());
create policy ask on referral.vital_interest for insert to balcao_app with check (organization_id = referral.me());
create policy confirm on referral.vital_interest for update to balcao_app
    using (organization_id = referral.me()) with check (organization_id = referral.me());
grant select on referral.vital_interest to balcao_auditor;
create policy audit on referral.vital_interest for select to balcao_auditor using (true);
grant select, delete on referral.vital_interest to balcao_worker;
create policy clock_read on referral.vital_interest for select to balcao_worker using (true);
create policy clock_delete on referral.vital_interest for delete to balcao_worker using (asked_at < now() - interval '3 years');

-- Whatever the program does, such a referral does not commit without the word of two, for this service and by this desk.
create function referral.vital_interest_is_confirmed() returns trigger language plpgsql as $$
begin
    if not exists (select from referral.vital_interest v where v.referral_id = new.id and v.confirmed_by is not null
            and v.organization_id = new.sender_org and v.service_id = new.service_id) then
        raise exception 'a referral without agreement needs the word of two' using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger vital_interest_is_confirmed after insert on referral.referral
    deferrable initially deferred for each row when (new.legal_basis = 'vital_interest')
    execute function referral.vital_interest_is_confirmed();

-- What an actor, an organization or a key touched in a window: the list that article 33 of the GDPR asks for after a breach.
create index event_subject on referral.event (actor_subject, at) where actor_subject is not null;
create index event_org on referral.event (actor_org, at) where actor_org is not null;

-- An event may concern organizations and the person; each is told on their own.
alter table referral.outbox add column organizations_told_at timestamptz(3);
grant update (organizations_told_at) on referral.outbox to balcao_worker;
