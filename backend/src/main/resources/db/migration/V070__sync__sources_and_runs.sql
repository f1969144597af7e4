-- What partners publish in their own systems, and how it got into the directory: sources, runs, and what became of each record.
create schema sync;
grant usage on schema sync to balcao_directory;

-- Where records come from. It belongs to an organization of the directory, or to the national team.
create table sync.source (
    id text primary key check (id ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    name text not null,
    organization_id uuid,
    -- The id that this source has for its own organization.
    own_external_id text,
    -- It may publish organizations that are not its own: the national team says so.
    publishes_others boolean not null default false,
    -- Of a spreadsheet: which column says what.
    column_map jsonb,
    created_at timestamptz(3) not null
);
create index source_organization on sync.source (organization_id);

-- One delivery. Its bytes lie in a file, whole and hashed, before anybody is told that it was received.
create table sync.run (
    id uuid primary key,
    source text not null references sync.source,
    mode text not null check (mode in ('upsert', 'snapshot')),
    dry_run boolean not null,
    state text not null check (state in ('received', 'planned', 'needs_decision', 'applying', 'done', 'done_with_problems', 'failed',
        'cancelled')),
    format text,
    sha256 text not null,
    bytes bigint not null,
    received_at timestamptz(3) not null,
    finished_at timestamptz(3),
    -- How far it came: records read, records planned, records applied.
    read integer not null default 0,
    planned integer not null default 0,
    applied integer not null default 0,
    reading_done boolean not null default false,
    -- Why it failed, or what has to be decided.
    reason text,
    decided_by text,
    decided_at timestamptz(3),
    -- Who works at it, and until when nobody else may.
    worker uuid,
    leased_until timestamptz(3)
);
create unique index run_one_at_a_time on sync.run (source)
    where state in ('received', 'applying') or (state in ('planned', 'needs_decision') and not dry_run);
create index run_of_source on sync.run (source, received_at desc);
create index run_waiting on sync.run (received_at) where state in ('received', 'applying');

-- One record of a run: what it says, what shall become of it, what became of it.
create table sync.item (
    run_id uuid not null references sync.run on delete cascade,
    seq integer not null,
    kind text not null,
    kind_order smallint not null,
    external_id text not null,
    -- Only mentioned inside another record.
    thin boolean not null default false,
    line integer,
    body jsonb,
    fingerprint text,
    problems jsonb not null default '[]',
    action text check (action in ('create', 'update', 'keep', 'withdraw', 'skip', 'quarantine')),
    record_id uuid,
    -- The version of our record that the plan was made against.
    base_version bigint,
    -- Per field what is there and what shall be: [{"field", "before", "after"}].
    changes jsonb,
    -- Fields that somebody with a better right holds: [{"field", "current", "offered", "held_by"}].
    conflicts jsonb,
    outcome text check (outcome in ('created', 'updated', 'kept', 'withdrawn', 'skipped', 'quarantined')),
    primary key (run_id, seq)
);
create unique index item_once on sync.item (run_id, kind, external_id) where action is distinct from 'skip';
create index item_in_order on sync.item (run_id, kind_order, seq);

-- Which of our records a source's record is, and what the source said last.
create table sync.record (
    source text not null references sync.source,
    kind text not null,
    external_id text not null,
    record_id uuid not null,
    fingerprint text not null,
    stated jsonb not null,
    run_id uuid not null,
    checked_at timestamptz(3) not null,
    -- The last delivery had a version that could not be taken: the one before stays published.
    quarantined_by uuid,
    primary key (source, kind, external_id)
);
create index record_of on sync.record (record_id);

-- Who said what a field says now. Rank: 1 national lock, 2 the organization's own edit, 3 its own feed, 4 another source.
create table sync.provenance (
    record_id uuid not null,
    field text not null,
    source text not null,
    rank smallint not null check (rank between 1 and 4),
    at timestamptz(3) not null,
    reason text,
    until date,
    primary key (record_id, field)
);

-- Two say different things of one field, and the one with the better right stays until a person settles it.
create table sync.conflict (
    id uuid primary key,
    record_id uuid not null,
    kind text not null,
    field text not null,
    current jsonb,
    offered jsonb,
    held_by text not null,
    offered_by text not null,
    run_id uuid,
    at timestamptz(3) not null,
    settled_at timestamptz(3),
    settled_by text,
    taken boolean
);
create unique index conflict_open on sync.conflict (record_id, field, offered_by) where settled_at is null;

grant select, insert, update, delete on all tables in schema sync to balcao_directory;
alter default privileges in schema sync grant select, insert, update, delete on tables to balcao_directory;
