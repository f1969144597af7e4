-- What was searched for and not found, for those who decide what is missing. Nothing here is of one person: a text is written
-- only once it was asked at least twenty times, and nothing says who asked, or when within the day.
create schema search;

create table search.gap (
    day date not null,
    -- What was typed, in small letters; empty: all texts together.
    text text not null,
    times bigint not null check (times > 0),
    primary key (day, text)
);
