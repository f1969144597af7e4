-- No code is locked any more: whoever saw its first symbols could keep the person out. Guesses are limited by place, and by how many are hashed
-- at once (docs/referrals.md).
alter table referral.person_code
    drop column failures,
    drop column failing_since,
    drop column locks,
    drop column locked_until;

-- Who asked for themselves and lost the code gets another one from the desk that accepted, and so knows already how to reach them.
create policy find_accepted on referral.person_code for select to balcao_app using (desk_org is null and exists (
    select from referral.referral r
     where r.chain_id = person_code.chain_id and r.receiver_org = referral.me()
       and (r.state in ('accepted', 'in_progress', 'completed') or (r.state = 'on_hold' and r.resumes_to <> 'under_study'))));
create policy change_accepted on referral.person_code for update to balcao_app using (desk_org is null and exists (
    select from referral.referral r
     where r.chain_id = person_code.chain_id and r.receiver_org = referral.me()
       and (r.state in ('accepted', 'in_progress', 'completed') or (r.state = 'on_hold' and r.resumes_to <> 'under_study'))))
    with check (true);
