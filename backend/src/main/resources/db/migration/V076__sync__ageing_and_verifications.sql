-- Listings that nobody looks at age: they are marked, sink and leave the search, each step told beforehand to whose they are.
alter table directory.service add column freshness text not null default 'fresh'
    check (freshness in ('fresh', 'ageing', 'stale', 'hidden'));

-- Whoever says that it was looked at later than before makes it fresh, from wherever that is said.
create function directory.freshen() returns trigger language plpgsql as $$
begin
    new.freshness := 'fresh';
    return new;
end
$$;
create trigger freshen before update of assured_date on directory.service for each row
    when (new.assured_date > coalesce(old.assured_date, '-infinity')) execute function directory.freshen();

-- A step of a listing: when it is due, when whose it is was told of it, and when it was taken. Whose it is stands with the service, which may pass on.
create table sync.ageing (
    service_id uuid not null references directory.service on delete cascade,
    step text not null check (step in ('ageing', 'stale', 'hidden')),
    -- The day it ages from: its last check, or the day it came here.
    since date not null,
    due date not null,
    -- How often a mail did not get through.
    tries integer not null default 0,
    told_at timestamptz(3),
    told_by text check (told_by in ('mail', 'page')),
    taken_at timestamptz(3),
    primary key (service_id, since, step),
    check ((told_at is null) = (told_by is null)),
    check (taken_at is null or told_at is not null)
);
create index ageing_untold on sync.ageing (service_id) where told_at is null;
create index ageing_due on sync.ageing (due) where taken_at is null;

-- Somebody called, went there, or looked, and this is what came of it.
create table sync.verification (
    id uuid primary key,
    service_id uuid not null,
    organization_id uuid not null,
    way text not null check (way in ('phone', 'visit', 'mail', 'website', 'page')),
    outcome text not null check (outcome in ('confirmed', 'changed', 'no_answer', 'closed')),
    remark text check (length(remark) <= 300),
    verified_by text not null,
    role text not null,
    at timestamptz(3) not null
);
create index verification_of on sync.verification (service_id, at desc);
