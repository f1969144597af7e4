-- A signed root over all events of a span, so that who can write everything still cannot rewrite what was published.
create table referral.root (
    id bigint generated always as identity primary key,
    -- Events with a time before this and not before the root before.
    until timestamptz(3) not null unique,
    events integer not null,
    -- SHA-256 over the hashes of the events, in order of time, referral and number, after the root before.
    hash bytea not null,
    -- Ed25519 (RFC 8032) over the hash.
    signature bytea not null
);
alter table referral.root enable row level security;
alter table referral.root force row level security;
grant select, insert on referral.root to balcao_worker;
grant select on referral.root to balcao_auditor, balcao_app;
create policy read on referral.root for select to balcao_worker, balcao_auditor, balcao_app using (true);
create policy add on referral.root for insert to balcao_worker with check (true);
