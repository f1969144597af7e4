-- Work that is done once in the life of a site, by name.
create table sync.done_once (
    task text primary key,
    at timestamptz(3) not null default now()
);
