-- The clock on the wall at a door is that of its municipality, whoever writes the place or its hours: starter data, a delivery, the page.

create function zone_at(location uuid) returns text
    language sql stable set search_path = directory, public
    return (select p.timezone_name from location l join place p on p.code = l.municipality_code where l.id = location);

-- Null where it is not known, or where the doors of one service are in several zones: then what was stated counts.
create function zone_of_hours(location uuid, given uuid, service uuid) returns text
    language sql stable set search_path = directory, public
as $$
    select case
        when location is not null then zone_at(location)
        when given is not null then (select zone_at(s.location_id) from service_at_location s where s.id = given)
        else (select case when count(distinct z.zone) = 1 then min(z.zone) end
                from (select zone_at(s.location_id) as zone from service_at_location s where s.service_id = service
                      union all
                      select p.timezone_name from service_area a join place p on p.code = a.place_code
                       where a.service_id = service and not exists (select from service_at_location s where s.service_id = service)) z)
    end
$$;

create function take_zone_of_municipality() returns trigger
    language plpgsql set search_path = directory, public
as $$
begin
    new.timezone_name := coalesce((select p.timezone_name from place p where p.code = new.municipality_code), new.timezone_name);
    return new;
end
$$;
create trigger zone_of_municipality before insert or update of municipality_code, timezone_name on location
    for each row execute function take_zone_of_municipality();

create function take_zone_of_door() returns trigger
    language plpgsql set search_path = directory, public
as $$
begin
    new.timezone_name := coalesce(zone_of_hours(new.location_id, new.service_at_location_id, new.service_id), new.timezone_name);
    return new;
end
$$;
create trigger zone_of_door before insert or update of timezone_name, location_id, service_at_location_id, service_id on schedule
    for each row execute function take_zone_of_door();

-- Hours that are there already follow their door.
create function hours_follow_door() returns trigger
    language plpgsql set search_path = directory, public
as $$
declare
    door uuid := case when tg_table_name = 'location' then new.id end;
    offered uuid := (to_jsonb(new) ->> 'service_id')::uuid;
begin
    update schedule h set timezone_name = z.zone
      from (select s.id, zone_of_hours(s.location_id, s.service_at_location_id, s.service_id) as zone
              from schedule s
             where s.location_id = door
                or s.service_id = offered
                or s.service_at_location_id in (select g.id from service_at_location g where g.location_id = door or g.service_id = offered)
                or s.service_id in (select g.service_id from service_at_location g where g.location_id = door)) z
     where h.id = z.id and z.zone <> h.timezone_name;
    return null;
end
$$;
create trigger hours_follow_door after update of municipality_code, timezone_name on location
    for each row when (old.timezone_name is distinct from new.timezone_name) execute function hours_follow_door();
create trigger hours_follow_door after insert or update of service_id, location_id on service_at_location
    for each row execute function hours_follow_door();
create trigger hours_follow_door after insert or update of place_code on service_area
    for each row when (new.place_code is not null and new.service_id is not null) execute function hours_follow_door();

update location l set timezone_name = p.timezone_name from place p where p.code = l.municipality_code and p.timezone_name <> l.timezone_name;
update schedule h set timezone_name = z.zone
  from (select s.id, zone_of_hours(s.location_id, s.service_at_location_id, s.service_id) as zone from schedule s) z
 where h.id = z.id and z.zone <> h.timezone_name;
