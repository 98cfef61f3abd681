-- How far each tail has followed the ledger: rebuildable, so outside the schema that may only grow.
-- The columns are those of Axon's JDBC token store.
create schema ledger_tail;
create table ledger_tail.token (
  processor_name text    not null,
  segment        integer not null,
  mask           integer not null,
  token          bytea,
  token_type     text,
  timestamp      text    not null,
  owner          text,
  primary key (processor_name, segment)
);
