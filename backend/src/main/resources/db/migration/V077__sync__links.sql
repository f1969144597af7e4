-- Addresses on the web that listings name, and whether somebody still answers there.
create view sync.linked as
    select url, 'service' as kind, id as record_id, organization_id from directory.service where url is not null
    union select u.url, 'service', s.id, s.organization_id from directory.url u join directory.service s on s.id = u.service_id
    union select d.uri, 'service', s.id, s.organization_id
            from directory.required_document d join directory.service s on s.id = d.service_id where d.uri is not null
    union select website, 'organization', id, id from directory.organization where website is not null
    union select u.url, 'organization', u.organization_id, u.organization_id from directory.url u where u.organization_id is not null
    union select url, 'location', id, organization_id from directory.location where url is not null;
grant select on sync.linked to balcao_directory;

create table sync.link (
    url text primary key,
    host text not null,
    next_at timestamptz(3) not null,
    checked_at timestamptz(3),
    -- What the server said last; null if nobody answered.
    status integer,
    -- How often in a row nothing was there, and since when.
    fails integer not null default 0,
    failing_since timestamptz(3)
);
create index link_next on sync.link (next_at);
create index link_failing on sync.link (failing_since) where failing_since is not null;
