-- Which database this is: what was made from another one, such as a search index, is not taken for its own.
create table identity (
    only_one boolean primary key default true check (only_one),
    id uuid not null default gen_random_uuid()
);
insert into identity default values;
