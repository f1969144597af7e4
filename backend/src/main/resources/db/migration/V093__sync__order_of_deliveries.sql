-- Records of a delivery in the order in which they can be taken, and found without looking at all the others.

-- How many parents of its own kind stand above a record in the same delivery.
alter table sync.item add column level integer not null default 0;

drop index sync.item_in_order;
create index item_to_plan on sync.item (run_id, kind_order, level, seq) where action is null;
create index item_to_apply on sync.item (run_id, kind_order, level, seq) where outcome is null;
create index item_named on sync.item (run_id, kind, external_id);
create index item_of_record on sync.item (run_id, record_id);
