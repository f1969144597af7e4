-- Which service at which location a delivery has planned already.
create index item_place on sync.item (run_id, (body ->> 'service_id')) where kind = 'service_at_location';
