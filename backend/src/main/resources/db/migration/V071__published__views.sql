-- What everybody may have of the directory, as tables: for copies and mirrors. Of a place whose address is not public no more than the API shows
-- (directory.rest.view.VisiblePlace); notes are for editors.
create schema published;
grant usage on schema published to balcao_directory;

create view published.taxonomy as select id, name, description, uri, version from directory.taxonomy;
create view published.taxonomy_term as
    select id, taxonomy_id, taxonomy, code, name, description, parent_id, language, term_uri from directory.taxonomy_term;
create view published.organization as
    select id, name, alternate_name, description, email, website, tax_status, tax_id, year_incorporated, legal_status, logo, uri,
           parent_organization_id, organization_type, status, main_location, confidence, assured_date, assurer
      from directory.organization;
create view published.program as select id, organization_id, name, alternate_name, description from directory.program;
create view published.service as
    select id, organization_id, program_id, name, alternate_name, description, url, email, status, interpretation_services, application_process,
           fees_description, wait_time, fees, accreditations, eligibility_description, minimum_age, maximum_age, assured_date, assurer_email,
           licenses, alert, assurer, confidence, delivery_modes, access_modes, by_appointment_only, who_may_refer, free, interpreter_available
      from directory.service;

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
           address_visibility, timezone_name, confidence,
           case when shown then assured_date end as assured_date,
           case when shown then assurer end as assurer
      from (select l.*, address_visibility = 'full' as whole, address_visibility in ('full', 'partial') as shown from directory.location l) l;

create function published.is_whole(place uuid) returns boolean stable language sql as
    $$ select address_visibility = 'full' from directory.location where id = place $$;
create function published.is_shown(place uuid) returns boolean stable language sql as
    $$ select address_visibility in ('full', 'partial') from directory.location where id = place $$;
create function published.is_shown_at(given uuid) returns boolean stable language sql as
    $$ select published.is_shown(location_id) from directory.service_at_location where id = given $$;

create view published.service_at_location as select id, service_id, location_id, description from directory.service_at_location;
create view published.address as
    select id, location_id, ordinal, attention, address_1, address_2, city, region, state_province, postal_code, country, address_type
      from directory.address where published.is_whole(location_id);
create view published.contact as
    select id, organization_id, service_id, service_at_location_id, location_id, ordinal, name, title, department, email
      from directory.contact
     where (location_id is null or published.is_shown(location_id))
       and (service_at_location_id is null or published.is_shown_at(service_at_location_id));
create view published.phone as
    select id, organization_id, service_id, service_at_location_id, location_id, contact_id, ordinal, number, extension, type, description
      from directory.phone
     where (location_id is null or published.is_shown(location_id))
       and (service_at_location_id is null or published.is_shown_at(service_at_location_id))
       and (contact_id is null or contact_id in (select id from published.contact));
create view published.schedule as
    select id, service_id, location_id, service_at_location_id, ordinal, valid_from, valid_to, dtstart, timezone, until, count, wkst, freq,
           "interval", byday, byweekno, bymonthday, byyearday, description, opens_at, closes_at, schedule_link, attending_type, notes,
           timezone_name, by_appointment
      from directory.schedule;
create view published.schedule_exception as
    select id, schedule_id, ordinal, date_from, date_to, closed, opens_at, closes_at, reason from directory.schedule_exception;
create view published.service_area as
    select id, service_id, service_at_location_id, ordinal, name, description, extent, extent_type, uri, place_code, nationwide
      from directory.service_area;
create view published.language as
    select id, service_id, location_id, phone_id, ordinal, name, code, note from directory.language
     where phone_id is null or phone_id in (select id from published.phone);
create view published.cost_option as
    select id, service_id, ordinal, valid_from, valid_to, option, currency, amount, amount_description from directory.cost_option;
create view published.required_document as select id, service_id, ordinal, document, uri from directory.required_document;
create view published.accessibility as
    select id, location_id, ordinal, description, details, url from directory.accessibility where published.is_whole(location_id);
create view published.organization_identifier as
    select id, organization_id, ordinal, identifier_scheme, identifier_type, identifier from directory.organization_identifier;
create view published.funding as select id, organization_id, service_id, ordinal, source from directory.funding;
create view published.url as select id, organization_id, service_id, ordinal, label, url from directory.url;
create view published.one_stop_centre as
    select id, location_id, status, name, period, description, run_by, languages, languages_note from directory.one_stop_centre
     where published.is_shown(location_id);
create view published.one_stop_feature as
    select id, one_stop_centre_id, ordinal, name, description from directory.one_stop_feature
     where one_stop_centre_id in (select id from published.one_stop_centre);
create view published.desk as
    select id, one_stop_centre_id, ordinal, organization_id, service_id, name, kind, since, description from directory.desk
     where one_stop_centre_id in (select id from published.one_stop_centre);

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
create view published.place as
    select id, level, code, name, parent_code, parent_name, region, island, latitude, longitude, coord_source, geonames_code, timezone_name
      from directory.place;
grant select on all tables in schema published to balcao_directory;
