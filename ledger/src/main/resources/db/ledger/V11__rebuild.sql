-- How far each lane of a rebuild under way has come; gone once its tables are swapped in. Only the owner rebuilds.
create table ledger_tail.rebuild_lane (
  tail     text    not null,
  lane     integer not null check (lane >= 0),
  position bigint  not null check (position >= -1),
  primary key (tail, lane)
);
revoke all on ledger_tail.rebuild_lane from public, "${serviceRole}";
