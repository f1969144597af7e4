-- Services that the index could not take in as they are: it went on without them. Each is tried again when it changes, and when the index
-- is made anew; until then it is found by its name only, and shown from the directory itself.
create table search.set_aside (
    service_id uuid primary key,
    -- The change with which it could not be taken in.
    seq bigint not null,
    -- What kind of failure it was; nothing of what the record says.
    reason text not null,
    at timestamptz(3) not null default now()
);
