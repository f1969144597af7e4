-- A program wrote the texts of the starter data, and no person has read them: sites that loaded them before say so too. What somebody here
-- looks after since is left to them.
with record as (
    select o.record_id from directory.record_origin o
     where o.source = 'portugal' and not exists (select from sync.provenance p where p.record_id = o.record_id)
), object as (
    select record_id as id from record
    union all select p.id from directory.phone p join record r on r.record_id in (p.organization_id, p.service_id, p.location_id)
    union all select s.id from directory.schedule s join record r on r.record_id in (s.service_id, s.location_id)
    union all select d.id from directory.required_document d join record r on r.record_id = d.service_id
    union all select d.id from directory.desk d join record r on r.record_id = d.one_stop_centre_id
    union all select f.id from directory.one_stop_feature f join record r on r.record_id = f.one_stop_centre_id
)
update directory.translation t set origin = 'machine', reviewed = false
  from object where object.id = t.entity_id and (t.origin <> 'machine' or t.reviewed);
