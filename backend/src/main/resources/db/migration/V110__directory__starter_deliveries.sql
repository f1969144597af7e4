-- The data that the program comes with, as this site had them: one row for each version, that of the first load too. A version is a hash of all that was
-- shipped. One that is at its end is never delivered again, so an older program beside a newer one does not bring back what was corrected.
create table starter_delivery (
    version text primary key,
    report_id uuid not null references load_report,
    started_at timestamptz(3) not null,
    -- How many of the shipped records were looked at.
    position integer not null default 0,
    -- Also where a newer version came before this one was delivered to its end.
    finished_at timestamptz(3)
);
