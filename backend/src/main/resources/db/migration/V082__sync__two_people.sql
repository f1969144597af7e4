-- A source that may write for others, or that the national team made, works once a second person of the team has confirmed it.
alter table sync.source add column confirmed boolean not null default true;

-- What one of the national team wants to do and a second one has to confirm: everything but an edit, which waits in sync.edit.
create table sync.proposal (
    id uuid primary key,
    action text not null check (action in ('merge', 'undo_merge', 'release_lock', 'settle_conflict', 'confirm_source')),
    -- What it is about, in words for whoever decides.
    about text not null,
    details jsonb not null,
    reason text not null,
    state text not null check (state in ('waiting', 'confirmed', 'rejected')),
    proposed_by text not null,
    at timestamptz(3) not null,
    decided_by text check (state <> 'confirmed' or decided_by <> proposed_by),
    decided_at timestamptz(3)
);
create unique index proposal_once on sync.proposal (action, details) where state = 'waiting';
create index proposal_newest on sync.proposal (at desc);

-- Whoever took a name that imports or the program itself use works no more under it: what was imported would pass for that source's own.
update sync.source set confirmed = false, publishes_others = false
 where id in ('page', 'portugal', 'balcao', 'holder', 'review', 'unknown', 'import', 'national', 'equipa-nacional')
    or id in (select source from directory.source_record);
