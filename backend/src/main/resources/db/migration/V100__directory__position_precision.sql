-- A position known only to the parish or the town is an area, never a pin (org.balcao.directory.model.PositionPrecision).
alter table directory.location add column position_precision text
    check (position_precision in ('street', 'postcode', 'parish', 'town'));

create or replace view published.location as
    select id, organization_id, location_type,
           case when shown then url end as url,
           case when shown then name end as name,
           case when shown then alternate_name end as alternate_name,
           case when whole then description end as description,
           case when whole then transportation end as transportation,
           case when whole then latitude end as latitude,
           case when whole then longitude end as longitude,
           case when shown then external_identifier end as external_identifier,
           case when shown then external_identifier_type end as external_identifier_type,
           case when shown then email end as email,
           case when shown then municipality_code end as municipality_code,
           address_visibility, timezone_name, confidence,
           case when whole then position_precision end as position_precision
      from (select l.*, address_visibility = 'full' as whole, address_visibility in ('full', 'partial') as shown from directory.location l) l;
