-- Whoever asked for themselves and lost the answer asks the same again, and gets the code that was in it, for a quarter of an hour. Keys are
-- kept as a hash from now on: the code is sealed with them, and with the key of its chain, which is not in the database. A key that was kept
-- as it came tells nothing from now on, and lived for a day only.
truncate referral.request_key;
alter table referral.request_key
    -- Whose code it is; with it the row policies let the answer be read again.
    add column chain_id uuid,
    -- AES-256-GCM.
    add column code bytea,
    add check ((chain_id is null) = (code is null));

-- The clock forgets codes before their keys, and reads neither.
revoke select on referral.request_key from balcao_worker;
grant select (at, chain_id), update (chain_id, code) on referral.request_key to balcao_worker;
create policy clock_forget on referral.request_key for update to balcao_worker
    using (true) with check (chain_id is null and code is null);
