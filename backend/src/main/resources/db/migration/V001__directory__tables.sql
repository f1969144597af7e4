-- The directory: HSDS 3.2 objects as tables, and what the Balcão profile adds (docs/hsds-profile.md).
-- Top-level records have a position: the order of their entry, given once and never used again.

create extension if not exists unaccent with schema directory;
create extension if not exists pg_trgm with schema directory;
create extension if not exists cube with schema directory;

-- A point on the unit sphere. Chord length orders like great-circle distance, at the poles and the date line too.
create function earth_cube(lat float8, lon float8) returns directory.cube
    language sql immutable strict parallel safe set search_path = directory, public
    return cube(array[cos(radians(lat)) * cos(radians(lon)), cos(radians(lat)) * sin(radians(lon)), sin(radians(lat))]);

-- Districts, autonomous regions and municipalities, with their official codes.
create table place (
    id uuid primary key,
    position bigint generated always as identity,
    level text not null check (level in ('district', 'autonomous_region', 'municipality')),
    code text not null unique,
    name text not null,
    parent_code text,
    parent_name text,
    region text,
    island text,
    latitude float8 check (latitude between -90 and 90),
    longitude float8 check (longitude between -180 and 180),
    coord_source text,
    geonames_code text,
    timezone_name text not null default 'Europe/Lisbon'
);
create index place_parent_code on place (parent_code);

create table organization (
    id uuid primary key,
    position bigint generated always as identity,
    name text not null check (name <> ''),
    alternate_name text,
    description text not null,
    email text,
    website text,
    tax_status text,
    tax_id text,
    year_incorporated integer,
    legal_status text,
    logo text,
    uri text,
    parent_organization_id uuid references organization,
    -- ours
    organization_type text,
    status text not null default 'active' check (status in ('active', 'inactive', 'defunct')),
    main_location text,
    confidence text not null default 'medium' check (confidence in ('high', 'medium', 'low')),
    assured_date date,
    assurer text,
    notes text
);
create index organization_parent on organization (parent_organization_id);

create table program (
    id uuid primary key,
    position bigint generated always as identity,
    organization_id uuid not null references organization on delete cascade,
    name text not null,
    alternate_name text,
    description text not null
);
create index program_organization on program (organization_id);

create table service (
    id uuid primary key,
    position bigint generated always as identity,
    organization_id uuid not null references organization on delete cascade,
    program_id uuid references program on delete set null,
    name text not null check (name <> ''),
    alternate_name text,
    description text,
    url text,
    email text,
    status text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
    interpretation_services text,
    application_process text,
    fees_description text,
    wait_time text,
    fees text,
    accreditations text,
    eligibility_description text,
    minimum_age numeric check (minimum_age >= 0),
    maximum_age numeric check (maximum_age >= 0),
    assured_date date,
    assurer_email text,
    licenses text,
    alert text,
    -- ours: null or empty means not known
    assurer text,
    confidence text not null default 'medium' check (confidence in ('high', 'medium', 'low')),
    notes text,
    delivery_modes text[] not null default '{}' check (delivery_modes <@ array['in_person', 'phone', 'online']),
    access_modes text[] not null default '{}'
        check (access_modes <@ array['walk_in', 'appointment', 'phone', 'email', 'form', 'referral']),
    by_appointment_only boolean,
    who_may_refer text[] not null default '{}',
    free boolean,
    interpreter_available boolean
);
create index service_organization on service (organization_id);
create index service_program on service (program_id);
create unique index service_position on service (position);

create table location (
    id uuid primary key,
    position bigint generated always as identity,
    organization_id uuid references organization on delete set null,
    location_type text not null check (location_type in ('physical', 'postal', 'virtual')),
    url text,
    name text,
    alternate_name text,
    description text,
    transportation text,
    latitude float8 check (latitude between -90 and 90),
    longitude float8 check (longitude between -180 and 180),
    external_identifier text,
    external_identifier_type text,
    -- ours
    email text,
    municipality_code text references place (code),
    address_visibility text not null default 'full' check (address_visibility in ('full', 'partial', 'hidden')),
    timezone_name text not null default 'Europe/Lisbon',
    confidence text not null default 'medium' check (confidence in ('high', 'medium', 'low')),
    assured_date date,
    assurer text,
    notes text,
    pos cube generated always as (earth_cube(latitude, longitude)) stored,
    check ((latitude is null) = (longitude is null))
);
create index location_organization on location (organization_id);
create index location_municipality on location (municipality_code);
create index location_pos on location using gist (pos);

-- HSDS wants seven fields of an address; one without postal code or street is kept here and stays out of HSDS output.
create table address (
    id uuid primary key,
    location_id uuid not null references location on delete cascade,
    ordinal integer not null default 0,
    attention text,
    address_1 text,
    address_2 text,
    city text,
    region text,
    state_province text,
    postal_code text,
    country text check (country ~ '^[A-Z]{2}$'),
    address_type text not null check (address_type in ('physical', 'postal', 'virtual'))
);
create index address_location on address (location_id);

create table service_at_location (
    id uuid primary key,
    position bigint generated always as identity,
    service_id uuid not null references service on delete cascade,
    location_id uuid not null references location on delete cascade,
    description text,
    unique (service_id, location_id)
);
create index service_at_location_location on service_at_location (location_id);

create table contact (
    id uuid primary key,
    organization_id uuid references organization on delete cascade,
    service_id uuid references service on delete cascade,
    service_at_location_id uuid references service_at_location on delete cascade,
    location_id uuid references location on delete cascade,
    ordinal integer not null default 0,
    name text,
    title text,
    department text,
    email text
);
create index contact_organization on contact (organization_id);
create index contact_service on contact (service_id);
create index contact_service_at_location on contact (service_at_location_id);
create index contact_location on contact (location_id);

create table phone (
    id uuid primary key,
    organization_id uuid references organization on delete cascade,
    service_id uuid references service on delete cascade,
    service_at_location_id uuid references service_at_location on delete cascade,
    location_id uuid references location on delete cascade,
    contact_id uuid references contact on delete cascade,
    ordinal integer not null default 0,
    number text not null check (number <> ''),
    extension integer,
    type text,
    description text
);
create index phone_organization on phone (organization_id);
create index phone_service on phone (service_id);
create index phone_service_at_location on phone (service_at_location_id);
create index phone_location on phone (location_id);
create index phone_contact on phone (contact_id);

-- closes_at at or before opens_at is after midnight; around the clock is 00:00 to 23:59, as HSDS writes it.
create table schedule (
    id uuid primary key,
    service_id uuid references service on delete cascade,
    location_id uuid references location on delete cascade,
    service_at_location_id uuid references service_at_location on delete cascade,
    ordinal integer not null default 0,
    valid_from date,
    valid_to date,
    dtstart date,
    timezone numeric,
    until date,
    count integer check (count > 0),
    wkst text check (wkst in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
    freq text check (freq in ('WEEKLY', 'MONTHLY')),
    interval integer check (interval > 0),
    byday text,
    byweekno text,
    bymonthday text,
    byyearday text,
    description text,
    opens_at time,
    closes_at time,
    schedule_link text,
    attending_type text,
    notes text,
    -- ours
    timezone_name text not null default 'Europe/Lisbon',
    by_appointment boolean not null default false
);
create index schedule_service on schedule (service_id);
create index schedule_location on schedule (location_id);
create index schedule_service_at_location on schedule (service_at_location_id);

-- A dated change of usual hours: a holiday, a summer closure, other hours on one day.
create table schedule_exception (
    id uuid primary key,
    schedule_id uuid not null references schedule on delete cascade,
    ordinal integer not null default 0,
    date_from date not null,
    date_to date not null,
    closed boolean not null,
    opens_at time,
    closes_at time,
    reason text,
    check (date_to >= date_from),
    check (closed or (opens_at is not null and closes_at is not null))
);
create index schedule_exception_schedule on schedule_exception (schedule_id);

create table service_area (
    id uuid primary key,
    service_id uuid references service on delete cascade,
    service_at_location_id uuid references service_at_location on delete cascade,
    ordinal integer not null default 0,
    name text,
    description text,
    extent text,
    extent_type text check (extent_type in ('geojson', 'topojson', 'kml', 'text')),
    uri text,
    -- ours
    place_code text references place (code),
    nationwide boolean not null default false
);
create index service_area_service on service_area (service_id);
create index service_area_service_at_location on service_area (service_at_location_id);
create index service_area_place on service_area (place_code);

create table language (
    id uuid primary key,
    service_id uuid references service on delete cascade,
    location_id uuid references location on delete cascade,
    phone_id uuid references phone on delete cascade,
    ordinal integer not null default 0,
    name text,
    code text,
    note text
);
create index language_service on language (service_id);
create index language_location on language (location_id);
create index language_phone on language (phone_id);
create index language_code on language (code);

create table cost_option (
    id uuid primary key,
    service_id uuid not null references service on delete cascade,
    ordinal integer not null default 0,
    valid_from date,
    valid_to date,
    option text,
    currency text,
    amount numeric,
    amount_description text
);
create index cost_option_service on cost_option (service_id);

create table required_document (
    id uuid primary key,
    service_id uuid not null references service on delete cascade,
    ordinal integer not null default 0,
    document text,
    uri text
);
create index required_document_service on required_document (service_id);

create table accessibility (
    id uuid primary key,
    location_id uuid not null references location on delete cascade,
    ordinal integer not null default 0,
    description text,
    details text,
    url text
);
create index accessibility_location on accessibility (location_id);

create table taxonomy (
    id uuid primary key,
    position bigint generated always as identity,
    name text not null,
    description text not null,
    uri text,
    version text
);

create table taxonomy_term (
    id uuid primary key,
    position bigint generated always as identity,
    taxonomy_id uuid references taxonomy on delete cascade,
    taxonomy text,
    code text,
    name text not null,
    description text not null,
    parent_id uuid references taxonomy_term on delete cascade,
    language text,
    term_uri text
);
create index taxonomy_term_taxonomy on taxonomy_term (taxonomy_id);
create index taxonomy_term_parent on taxonomy_term (parent_id);
create index taxonomy_term_code on taxonomy_term (code);

create table attribute (
    id uuid primary key,
    link_id uuid not null,
    link_entity text not null,
    taxonomy_term_id uuid references taxonomy_term on delete cascade,
    ordinal integer not null default 0,
    link_type text,
    value text,
    label text
);
create index attribute_link on attribute (link_id);
create index attribute_taxonomy_term on attribute (taxonomy_term_id);

create table organization_identifier (
    id uuid primary key,
    organization_id uuid not null references organization on delete cascade,
    ordinal integer not null default 0,
    identifier_scheme text,
    identifier_type text not null,
    identifier text not null
);
create index organization_identifier_organization on organization_identifier (organization_id);

create table funding (
    id uuid primary key,
    organization_id uuid references organization on delete cascade,
    service_id uuid references service on delete cascade,
    ordinal integer not null default 0,
    source text
);
create index funding_organization on funding (organization_id);
create index funding_service on funding (service_id);

create table url (
    id uuid primary key,
    organization_id uuid references organization on delete cascade,
    service_id uuid references service on delete cascade,
    ordinal integer not null default 0,
    label text,
    url text not null
);
create index url_organization on url (organization_id);
create index url_service on url (service_id);

create table unit (
    id uuid primary key,
    name text not null,
    scheme text,
    identifier text,
    uri text
);

create table service_capacity (
    id uuid primary key,
    service_id uuid not null references service on delete cascade,
    unit_id uuid not null references unit,
    ordinal integer not null default 0,
    available numeric not null,
    maximum numeric,
    description text,
    updated timestamptz(3) not null
);
create index service_capacity_service on service_capacity (service_id);
create index service_capacity_unit on service_capacity (unit_id);

create table metadata (
    id uuid primary key,
    resource_id uuid not null,
    resource_type text not null,
    ordinal integer not null default 0,
    last_action_date date not null,
    last_action_type text not null,
    field_name text not null,
    previous_value text not null,
    replacement_value text not null,
    updated_by text not null
);
create index metadata_resource on metadata (resource_id);

-- A text of any object in one language. The object's own column holds the source text, which is Portuguese unless the
-- row with source = true says otherwise.
create table translation (
    id uuid primary key,
    entity_id uuid not null,
    entity_type text not null,
    field text not null,
    language text not null,
    value text not null,
    origin text not null check (origin in ('human', 'machine')),
    reviewed boolean not null,
    source boolean not null default false,
    source_hash text,
    unique (entity_id, field, language)
);

-- Where the facts of a record were read.
create table citation (
    id uuid primary key,
    entity_id uuid not null,
    entity_type text not null,
    ordinal integer not null default 0,
    url text,
    title text,
    source_date text,
    note text,
    file text
);
create index citation_entity on citation (entity_id);

-- A location where several organizations' desks are under one roof.
create table one_stop_centre (
    id uuid primary key,
    location_id uuid not null unique references location on delete cascade,
    status text not null check (status in ('open', 'closed')),
    name text,
    period text,
    description text,
    run_by text,
    languages text[] not null default '{}',
    languages_note text
);

create table one_stop_feature (
    id uuid primary key,
    one_stop_centre_id uuid not null references one_stop_centre on delete cascade,
    ordinal integer not null default 0,
    name text not null,
    description text
);
create index one_stop_feature_centre on one_stop_feature (one_stop_centre_id);

create table desk (
    id uuid primary key,
    one_stop_centre_id uuid not null references one_stop_centre on delete cascade,
    ordinal integer not null default 0,
    organization_id uuid references organization on delete set null,
    service_id uuid references service on delete set null,
    name text not null,
    kind text not null check (kind in ('public_institution', 'support_office')),
    since text,
    description text
);
create index desk_centre on desk (one_stop_centre_id);
create index desk_organization on desk (organization_id);
create index desk_service on desk (service_id);

-- Which of our records a source's record is, and the fingerprint of what was last taken from it.
create table source_record (
    source text not null,
    kind text not null,
    source_id text not null,
    record_id uuid not null,
    fingerprint text not null,
    primary key (source, kind, source_id)
);
create index source_record_record on source_record (record_id);

-- What one load did, and record by record.
create table load_report (
    id uuid primary key,
    source text not null,
    started_at timestamptz(3) not null,
    finished_at timestamptz(3),
    created integer not null default 0,
    updated integer not null default 0,
    kept integer not null default 0,
    left_out integer not null default 0
);

create table load_report_line (
    report_id uuid not null references load_report on delete cascade,
    ordinal integer not null,
    kind text not null,
    source_id text not null,
    record_id uuid,
    outcome text not null check (outcome in ('created', 'updated', 'kept', 'left_out')),
    reason text,
    primary key (report_id, ordinal)
);

-- The change log, and for each top-level record its newest change. Only the commit step of V002 writes these two, under one lock.
create table change (
    seq bigint primary key,
    kind text not null,
    record_id uuid not null,
    action text not null check (action in ('created', 'updated', 'removed')),
    at timestamptz(3) not null,
    txid xid8 not null
);
create index change_record on change (record_id, seq);

create table stamp (
    id uuid primary key,
    kind text not null,
    version bigint not null,
    last_modified timestamptz(3) not null
);
create index stamp_last_modified on stamp (kind, last_modified);
