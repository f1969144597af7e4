-- A name that a source gives to a record that was here already comes from no delivery.
alter table sync.record alter column run_id drop not null;
