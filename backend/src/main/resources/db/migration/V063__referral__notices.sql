-- Where an organization is told that something waits. A role's address, never a person's.
create table referral.channel (
    organization_id uuid primary key,
    email text not null check (length(email) <= 254),
    language text not null
);
alter table referral.channel enable row level security;
alter table referral.channel force row level security;
grant select, insert, update, delete on referral.channel to balcao_app;
grant select on referral.channel to balcao_worker;
create policy read on referral.channel for select to balcao_app using (organization_id = referral.me());
create policy set on referral.channel for insert to balcao_app with check (organization_id = referral.me());
create policy change on referral.channel for update to balcao_app
    using (organization_id = referral.me()) with check (organization_id = referral.me());
create policy remove on referral.channel for delete to balcao_app using (organization_id = referral.me());
create policy clock_read on referral.channel for select to balcao_worker using (true);

create index referral_deadline on referral.referral (person_deadline) where person_deadline is not null and position = 1;
