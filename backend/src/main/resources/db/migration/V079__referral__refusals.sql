-- Why referrals were declined, for those who decide what is missing: what happened fewer than ten times is not told.
create function referral.refusals(since timestamptz) returns table (code text, times bigint)
    security definer stable set search_path = referral, pg_temp language sql as $$
    select r.code, count(*) from referral.referral r
     where r.state = 'declined' and r.ended_at >= since group by r.code having count(*) >= 10 order by count(*) desc, r.code
$$;
revoke execute on function referral.refusals(timestamptz) from public;
grant execute on function referral.refusals(timestamptz) to balcao_directory;
