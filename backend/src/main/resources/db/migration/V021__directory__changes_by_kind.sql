-- Who follows one kind of record walks only through the changes of that kind.
create index change_kind on change (kind, seq);
