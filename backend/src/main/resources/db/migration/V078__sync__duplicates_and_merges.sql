-- Two records that may be the same thing in the world, and what a person said of it.
create table sync.duplicate (
    id uuid primary key,
    kind text not null check (kind in ('organization', 'service', 'location')),
    one uuid not null,
    other uuid not null,
    -- What speaks for it: same_tax_id, same_website, near, ... and how much, of a hundred.
    reasons text[] not null,
    score integer not null,
    state text not null check (state in ('open', 'merged', 'dismissed')),
    found_at timestamptz(3) not null,
    decided_by text,
    decided_at timestamptz(3),
    unique (one, other),
    check (one < other)
);
create index duplicate_open on sync.duplicate (score desc, id) where state = 'open';

-- What was merged into what, by whom, and all that is needed to take it back.
create table sync.merge (
    id uuid primary key,
    kind text not null,
    kept uuid not null,
    dropped uuid not null,
    reason text not null,
    -- What is not there any more: [{"kind", "id", "into", "body"}], the record itself first.
    gone jsonb not null,
    -- Fields of what was kept that came from what was dropped.
    filled jsonb not null,
    -- What pointed at it: [{"table", "column", "ids"}].
    moved jsonb not null,
    -- What sources call it: [{"source", "kind", "external_id"}].
    sources jsonb not null,
    merged_by text not null,
    role text not null,
    at timestamptz(3) not null,
    undone_by text,
    undone_at timestamptz(3)
);
create index merge_newest on sync.merge (at desc);
create index merge_of on sync.merge (kept);

-- Where somebody is led who asks for what was merged into something else.
create table directory.redirect (
    old_id uuid primary key,
    new_id uuid not null,
    check (old_id <> new_id)
);
create index redirect_to on directory.redirect (new_id);

-- Whether referrals need a service or an organization as it is; no more than that is told outside of referrals.
create function referral.is_in_use(given uuid) returns boolean security definer stable set search_path = referral, pg_temp language sql as $$
    select exists (select from referral.intake i where i.service_id = given or i.organization_id = given)
        or exists (select from referral.referral r where r.ended_at is null and given in (r.service_id, r.sender_org, r.receiver_org))
$$;
revoke execute on function referral.is_in_use(uuid) from public;
grant usage on schema referral to balcao_directory;
grant execute on function referral.is_in_use(uuid) to balcao_directory;
create policy in_use on referral.intake for select to current_user using (true);

-- Names without accents and signs, for whoever asks whether two are the same.
create function directory.bare(words text) returns text
    language sql immutable strict parallel safe set search_path = directory, public
    return btrim(regexp_replace(plain(words), '[^[:alnum:]]+', ' ', 'g'));
-- The host of an address on the web, without www; of a page among many on one host, the whole of it.
create function directory.site(url text) returns text
    language sql immutable strict parallel safe set search_path = directory, public
    return case
        when lower(url) ~ '^https?://(www\.|[a-z]{2}-[a-z]{2}\.)?(facebook|instagram|linkedin|linktr|sites\.google|youtube|gov|eportugal\.gov)\.'
            then rtrim(regexp_replace(lower(url), '^https?://(www\.)?', ''), '/')
        else substring(lower(url) from '^https?://(?:www\.)?([^/?#:]+)')
    end;
create index organization_bare on directory.organization (directory.bare(name));
create index service_bare on directory.service (directory.bare(name));
