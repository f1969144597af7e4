-- The rules of eligibility as they were served, with the time from which they were: a result names the pack it came from, so that it can be
-- worked out again. Nothing of a person is ever stored here.
create schema eligibility;

create table eligibility.pack (
    seq bigint generated always as identity primary key,
    -- SHA-256 of the content, in hexadecimal.
    id text not null check (id ~ '^[0-9a-f]{64}$'),
    -- Canonical JSON (RFC 8785).
    content text not null,
    loaded_at timestamptz(3) not null default now()
);

-- With which packs are signed (Ed25519, RFC 8032); all nodes sign with the same.
create table eligibility.signing_key (
    only_one boolean primary key default true check (only_one),
    -- PKCS #8 and X.509, as Java writes them.
    private_key bytea not null,
    public_key bytea not null,
    made_at timestamptz(3) not null default now()
);
