-- How far the work that fills listings from the rules has come in the change log, and for which wording of the rules: with another wording
-- it begins again from the start of the log. One row for all nodes; without it nothing was looked at yet.
create table eligibility.listings_followed (
    only_one boolean primary key default true check (only_one),
    wording text not null,
    seq bigint not null check (seq >= 0)
);
