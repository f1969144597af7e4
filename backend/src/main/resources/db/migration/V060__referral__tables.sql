-- Referrals: taking a person from one door to the next. Who may see or change a row is decided here, by row policies and by the table of
-- steps, whatever the program asks for. A transaction says for whom it speaks: app.org is the organization of who is signed in, app.chain
-- the chain whose paper code was shown, app.locator the part of a code that was typed. All three are forgotten at its end.
create schema referral;
grant usage on schema referral to balcao_app, balcao_worker, balcao_auditor;

create function referral.me() returns uuid stable language sql as
    $$ select nullif(current_setting('app.org', true), '')::uuid $$;
create function referral.shown_chain() returns uuid stable language sql as
    $$ select nullif(current_setting('app.chain', true), '')::uuid $$;
create function referral.typed_locator() returns bytea stable language sql as
    $$ select decode(nullif(current_setting('app.locator', true), ''), 'hex') $$;

-- Services that take referrals here; the organization opens and closes them.
create table referral.intake (
    service_id uuid primary key,
    organization_id uuid not null,
    -- The person's page says "support service" instead of the name: violence, trafficking, HIV, and the like.
    sensitive boolean not null,
    opened_at timestamptz(3) not null
);
create index intake_organization on referral.intake (organization_id);

-- From which state to which, by whom: the whole life of a referral.
create table referral.step (
    name text not null,
    from_state text not null,
    to_state text not null,
    actor text not null check (actor in ('sender', 'receiver', 'person', 'clock')),
    primary key (name, from_state, to_state, actor)
);
insert into referral.step (name, from_state, to_state, actor)
select 'study', 'sent', 'under_study', 'receiver'
union all select 'accept', s, 'accepted', 'receiver' from unnest(array['sent', 'under_study']) s
union all select 'decline', s, 'declined', 'receiver' from unnest(array['sent', 'under_study', 'on_hold']) s
union all select 'forward', s, 'forwarded', 'receiver' from unnest(array['sent', 'under_study']) s
union all select 'contact', 'accepted', 'in_progress', 'receiver'
union all select 'hold', s, 'on_hold', 'receiver' from unnest(array['under_study', 'accepted', 'in_progress']) s
union all select 'resume', 'on_hold', s, 'receiver' from unnest(array['under_study', 'accepted', 'in_progress']) s
union all select 'complete', s, 'completed', 'receiver' from unnest(array['accepted', 'in_progress', 'on_hold']) s
union all select 'withdraw', s, 'withdrawn', who
    from unnest(array['sent', 'under_study', 'accepted', 'in_progress', 'on_hold']) s, unnest(array['person', 'sender']) who
union all select 'expire', s, 'expired', 'clock' from unnest(array['sent', 'under_study']) s
union all select 'lapse', s, 'lapsed', 'clock' from unnest(array['accepted', 'in_progress', 'on_hold']) s
union all select 'void', s, 'voided', 'sender' from unnest(array['sent', 'under_study']) s;

create table referral.referral (
    id uuid primary key,
    -- The person's need as a whole: legs that were passed on share it.
    chain_id uuid not null,
    position smallint not null check (position between 1 and 3),
    parent_id uuid references referral.referral,
    previous_id uuid,
    origin text not null check (origin in ('desk', 'self')),
    -- Null when the person asked by themselves.
    sender_org uuid check ((sender_org is null) = (origin = 'self' and position = 1)),
    -- Who sent the first leg: they see the state of every leg.
    root_org uuid,
    receiver_org uuid not null,
    service_id uuid not null,
    -- The listing as it was when this was sent; it may be withdrawn since.
    listing jsonb not null,
    state text not null check (state in ('sent', 'under_study', 'accepted', 'in_progress', 'on_hold', 'completed', 'declined',
        'forwarded', 'withdrawn', 'expired', 'lapsed', 'voided')),
    -- On hold: the state it left.
    resumes_to text check ((resumes_to is null) = (state <> 'on_hold')),
    version integer not null check (version > 0),
    priority text not null check (priority in ('emergency', 'urgent', 'normal')),
    need text,
    languages text[] not null,
    interpreter boolean not null,
    municipality text,
    age_band text check (age_band in ('13-17', '18-29', '30-64', '65+')),
    household text check (household in ('1', '2', '3-4', '5+')),
    accessibility text[] not null,
    facts jsonb not null,
    documents text[] not null,
    person_deadline date,
    -- Of the step that ended it or put it on hold.
    code text,
    remark text check (length(remark) <= 120),
    suggested_service_id uuid,
    sensitive boolean not null,
    legal_basis text not null check (legal_basis in ('public_task', 'consent', 'vital_interest')),
    -- Tells two referrals of one sender for the same way of contact apart from one; says nothing of it.
    person_handle bytea,
    sent_at timestamptz(3) not null,
    first_viewed_at timestamptz(3),
    studied_at timestamptz(3),
    answered_at timestamptz(3),
    first_contact_on date,
    ended_at timestamptz(3) check ((ended_at is null) = (state in ('sent', 'under_study', 'accepted', 'in_progress', 'on_hold'))),
    answer_by timestamptz(3) not null,
    decide_by timestamptz(3),
    contact_by timestamptz(3),
    expires_at timestamptz(3) not null,
    review_on date,
    last_event_at timestamptz(3) not null,
    unique (chain_id, service_id)
);
create index referral_received_open on referral.referral (receiver_org, answer_by, id) where ended_at is null;
create index referral_received_ended on referral.referral (receiver_org, ended_at desc, id) where ended_at is not null;
create index referral_sent_open on referral.referral (sender_org, answer_by, id) where ended_at is null;
create index referral_sent_ended on referral.referral (sender_org, ended_at desc, id) where ended_at is not null;
create index referral_chain on referral.referral (chain_id, position);
create index referral_service_open on referral.referral (service_id) where ended_at is null;
create index referral_expires on referral.referral (expires_at) where state in ('sent', 'under_study');
create index referral_silent on referral.referral (last_event_at) where state in ('accepted', 'in_progress', 'on_hold');
create unique index referral_one_open on referral.referral (person_handle, service_id)
    where ended_at is null and person_handle is not null;

-- How to reach the person, enciphered with a key that lies outside the database. Deleting the key erases it in every copy.
create table referral.sealed (
    referral_id uuid primary key references referral.referral,
    content bytea not null
);

-- What the person agreed to, with the words that they were shown.
create table referral.agreement (
    referral_id uuid primary key references referral.referral,
    text_id text not null,
    text_version text not null,
    language text not null,
    mode text not null check (mode in ('signed', 'spoken', 'ticked')),
    read_aloud_by text check (read_aloud_by in ('mediator', 'interpreter')),
    purposes text[] not null,
    given_at timestamptz(3) not null,
    until date not null,
    withdrawn_at timestamptz(3)
);

-- What happened, for ever: each row carries a hash of itself and of the one before.
create table referral.event (
    referral_id uuid not null references referral.referral,
    seq integer not null,
    kind text not null,
    actor text not null,
    -- Opaque, from the identity provider.
    actor_subject text,
    actor_org uuid,
    from_state text,
    to_state text,
    -- The referral's version after this.
    version integer not null,
    code text,
    at timestamptz(3) not null,
    prev_hash bytea not null,
    hash bytea not null,
    primary key (referral_id, seq)
);
create index event_at on referral.event (at);

-- What has to be told to somebody; written with the event, told later, at least once.
create table referral.outbox (
    id bigint generated always as identity primary key,
    referral_id uuid not null,
    seq integer not null,
    kind text not null,
    at timestamptz(3) not null,
    done_at timestamptz(3),
    tries integer not null default 0,
    next_try_at timestamptz(3) not null,
    unique (referral_id, seq)
);
create index outbox_waiting on referral.outbox (next_try_at) where done_at is null;

-- The code on paper with which a person follows a chain.
create table referral.person_code (
    chain_id uuid primary key,
    -- The organization that may print a new one; null when the person asked by themselves.
    desk_org uuid,
    -- HMAC-SHA-256 of the first six symbols.
    locator bytea not null unique,
    -- PBKDF2-HMAC-SHA-512 of the nine after them.
    secret bytea not null,
    salt bytea not null,
    made_at timestamptz(3) not null,
    failures integer not null default 0,
    failing_since timestamptz(3),
    locks integer not null default 0,
    locked_until timestamptz(3)
);

-- The first answer to a request that may come again.
create table referral.request_key (
    organization_id uuid not null,
    key text not null check (length(key) between 1 and 128),
    fingerprint bytea not null,
    referral_id uuid not null,
    at timestamptz(3) not null,
    primary key (organization_id, key)
);
create index request_key_at on referral.request_key (at);

-- Guards that hold for everybody, the program's own mistakes included.

create function referral.guard_step() returns trigger language plpgsql as $$
declare
    who text[] := '{}';
begin
    if new.state = old.state then
        if new.version not in (old.version, old.version + 1) then
            raise exception 'the version of a referral counts its steps' using errcode = '23514';
        end if;
        return new;
    end if;
    if current_user = 'balcao_worker' then
        who := '{clock}';
    else
        if new.receiver_org = referral.me() then who := who || 'receiver'::text; end if;
        if new.sender_org = referral.me() then who := who || 'sender'::text; end if;
        if new.chain_id = referral.shown_chain() then who := who || 'person'::text; end if;
    end if;
    if new.version <> old.version + 1
        or not exists (select from referral.step s where s.from_state = old.state and s.to_state = new.state and s.actor = any (who))
        or (old.state = 'on_hold' and new.state in ('under_study', 'accepted', 'in_progress') and new.state <> old.resumes_to)
        or (new.state = 'on_hold' and new.resumes_to <> old.state)
        or (new.state = 'voided' and old.sent_at < now() - interval '24 hours') then
        raise exception 'no step leads from % to % for this party', old.state, new.state using errcode = '23514';
    end if;
    return new;
end $$;
create trigger guard_step before update on referral.referral for each row execute function referral.guard_step();

create function referral.event_hash(e referral.event) returns bytea immutable language sql as $$
    select sha256(e.prev_hash || convert_to(jsonb_build_array(e.referral_id, e.seq, e.kind, e.actor, e.actor_subject, e.actor_org, e.from_state,
        e.to_state, e.version, e.code, extract(epoch from e.at))::text, 'UTF8'))
$$;

create function referral.chain_event() returns trigger language plpgsql as $$
declare
    last referral.event;
begin
    select * into last from referral.event where referral_id = new.referral_id order by seq desc limit 1;
    new.seq := coalesce(last.seq, 0) + 1;
    new.prev_hash := coalesce(last.hash, ''::bytea);
    new.hash := referral.event_hash(new);
    insert into referral.outbox (referral_id, seq, kind, at, next_try_at) values (new.referral_id, new.seq, new.kind, new.at, new.at);
    return new;
end $$;
create trigger chain_event before insert on referral.event for each row execute function referral.chain_event();

-- A step without its event does not commit.
create function referral.step_has_event() returns trigger language plpgsql as $$
begin
    if not exists (select from referral.event e
            where e.referral_id = new.id and e.version = new.version and e.to_state = new.state) then
        raise exception 'a step of a referral was not written down' using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger step_has_event after insert or update of state, version on referral.referral
    deferrable initially deferred for each row execute function referral.step_has_event();

-- The first event that is not what it was, or is missing; nothing if all is well.
create function referral.first_broken_event(since timestamptz default '-infinity') returns table (referral_id uuid, seq integer)
stable language sql as $$
    select e.referral_id, e.seq from (
        select each.*, lag(each.hash) over w as before, lag(each.seq) over w as seq_before
          from referral.event each
         where exists (select from referral.event recent where recent.referral_id = each.referral_id and recent.at >= since)
        window w as (partition by each.referral_id order by each.seq)) e
     where e.seq <> coalesce(e.seq_before, 0) + 1
        or e.prev_hash <> coalesce(e.before, ''::bytea)
        or e.hash <> sha256(e.prev_hash || convert_to(jsonb_build_array(e.referral_id, e.seq, e.kind, e.actor, e.actor_subject, e.actor_org,
            e.from_state, e.to_state, e.version, e.code, extract(epoch from e.at))::text, 'UTF8'))
     order by e.at, e.referral_id, e.seq limit 1
$$;
