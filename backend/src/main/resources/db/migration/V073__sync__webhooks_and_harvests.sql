-- Who is told of changes by a request of ours, and what was told.
create table sync.webhook (
    id uuid primary key,
    -- Whose it is; null of the national team's.
    organization_id uuid,
    url text not null,
    -- Of these kinds of records only; all if there are none.
    kinds text[] not null default '{}',
    active boolean not null default true,
    -- Why it was switched off, if nobody did it: gone, failing.
    off_because text,
    -- The newest change that messages were made of.
    seq bigint not null,
    -- After failures in a row nothing is sent before this.
    failures integer not null default 0,
    failing_since timestamptz(3),
    paused_until timestamptz(3),
    created_by text not null,
    created_at timestamptz(3) not null
);
create index webhook_of on sync.webhook (organization_id);

create table sync.webhook_message (
    webhook_id uuid not null references sync.webhook on delete cascade,
    -- The same at every try, so that who is told twice can know it.
    id text not null,
    seq bigint not null,
    -- Byte by byte what is signed and sent.
    event text not null,
    state text not null check (state in ('waiting', 'delivered', 'parked')),
    tries integer not null default 0,
    next_at timestamptz(3) not null,
    leased_until timestamptz(3),
    status integer,
    problem text,
    queued_at timestamptz(3) not null,
    done_at timestamptz(3),
    primary key (webhook_id, id)
);
create index webhook_message_due on sync.webhook_message (next_at) where state = 'waiting';
create index webhook_message_newest on sync.webhook_message (webhook_id, seq desc);

-- Where a source can be fetched, and how the last time went.
create table sync.harvest (
    source text primary key references sync.source on delete cascade,
    url text not null,
    -- A file of any format that can be delivered, or the base address of an HSDS API.
    kind text not null check (kind in ('file', 'hsds')),
    mode text not null check (mode in ('upsert', 'snapshot')),
    every_hours integer not null check (every_hours between 1 and 720),
    etag text,
    -- Of an API: since when only what was modified is asked for, and when everything was.
    modified_since timestamptz(3),
    whole_at timestamptz(3),
    next_at timestamptz(3) not null,
    asked_at timestamptz(3),
    problem text,
    run_id uuid,
    leased_until timestamptz(3)
);
create index harvest_due on sync.harvest (next_at);
