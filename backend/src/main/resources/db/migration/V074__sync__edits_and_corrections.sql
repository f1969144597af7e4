-- What people changed of the directory on our page, or want to change: who, what, why, and who agreed.
create table sync.edit (
    id uuid primary key,
    kind text not null,
    record_id uuid not null,
    -- Whose record it is, or shall be.
    organization_id uuid,
    -- Per field what was there and what shall be: [{"field", "before", "after"}].
    changes jsonb not null,
    reason text not null,
    -- Until when the fields are locked against all others, if they are.
    locked_until date,
    state text not null check (state in ('waiting', 'applied', 'rejected', 'rolled_back')),
    edited_by text not null,
    role text not null,
    at timestamptz(3) not null,
    decided_by text check (decided_by <> edited_by),
    decided_at timestamptz(3),
    -- The edit that this one takes back.
    rolls_back uuid references sync.edit
);
create index edit_of_record on sync.edit (record_id, at desc);
create index edit_waiting on sync.edit (at) where state = 'waiting';

-- What readers say is wrong.
create table sync.correction (
    id uuid primary key,
    -- With it whoever told us sees what became of it: only its hash is kept.
    code_hash bytea not null unique,
    kind text not null,
    record_id uuid not null,
    organization_id uuid,
    about text not null check (about in ('wrong', 'closed', 'moved', 'scam', 'other')),
    field text,
    proposed text check (length(proposed) <= 500),
    remark text check (length(remark) <= 500),
    state text not null check (state in ('open', 'taken', 'rejected')),
    at timestamptz(3) not null,
    decided_by text,
    decided_at timestamptz(3)
);
create index correction_open on sync.correction (at) where state = 'open';
create index correction_of on sync.correction (record_id);
