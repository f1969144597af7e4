-- Copies show no more than the API: no main_location (a street in free words, which no answer has ever shown) and nobody who assured something.
drop view published.object cascade;
drop view published.organization;
drop view published.location;

create view published.organization as
    select id, name, alternate_name, description, email, website, tax_status, tax_id, year_incorporated, legal_status, logo, uri,
           parent_organization_id, organization_type, status, confidence
      from directory.organization;
create view published.location as
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
           address_visibility, timezone_name, confidence
      from (select l.*, address_visibility = 'full' as whole, address_visibility in ('full', 'partial') as shown from directory.location l) l;

-- What is said about an object goes with the object.
create view published.object as
    select id from published.organization union all select id from published.program union all select id from published.service
    union all select id from published.service_at_location union all select id from published.taxonomy
    union all select id from published.taxonomy_term union all select id from published.phone union all select id from published.contact
    union all select id from published.schedule union all select id from published.schedule_exception
    union all select id from published.service_area union all select id from published.language union all select id from published.cost_option
    union all select id from published.required_document union all select id from published.accessibility
    union all select id from published.address union all select id from published.organization_identifier
    union all select id from published.funding union all select id from published.url
    union all select id from published.one_stop_centre union all select id from published.one_stop_feature union all select id from published.desk;
create view published.attribute as
    select id, link_id, link_entity, taxonomy_term_id, ordinal, link_type, value, label from directory.attribute
     where link_id in (select id from published.object) or published.is_shown(link_id);
create view published.metadata as
    select id, resource_id, resource_type, ordinal, last_action_date, last_action_type, field_name, previous_value, replacement_value, updated_by
      from directory.metadata
     where resource_id in (select id from published.object) or published.is_whole(resource_id);
create view published.translation as
    select id, entity_id, entity_type, field, language, value, origin, reviewed, source from directory.translation
     where field <> 'notes' and (entity_id in (select id from published.object) or published.is_whole(entity_id)
        or field = 'name' and published.is_shown(entity_id));
create view published.citation as
    select id, entity_id, entity_type, ordinal, url, title, source_date, note, file from directory.citation
     where entity_id in (select id from published.object) or published.is_whole(entity_id);
grant select on all tables in schema published to balcao_directory;
