-- What the role of the directory may do: all but changing the shape of its own schemas, and nothing in any other.
grant usage on schema directory, search, eligibility to balcao_directory;
grant select, insert, update, delete on all tables in schema directory, search, eligibility to balcao_directory;
grant usage, select on all sequences in schema directory, search, eligibility to balcao_directory;
alter default privileges in schema directory, search, eligibility
    grant select, insert, update, delete on tables to balcao_directory;
alter default privileges in schema directory, search, eligibility grant usage, select on sequences to balcao_directory;
revoke create on schema public from public;
