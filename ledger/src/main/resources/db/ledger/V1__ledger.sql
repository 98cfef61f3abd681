-- The ledger: dense positions from 0, written once. Every byte of an entry that the tree commits to has its own column.
create table ledger.entry (
  position    bigint      primary key check (position >= 0),
  event_id    uuid        not null unique,
  type        text        not null,
  version     text        not null,
  recorded_at timestamptz not null check (isfinite(recorded_at)),
  tags        text[]      not null,
  metadata    bytea       not null,
  payload     bytea       not null check (octet_length(payload) <= 65535),
  leaf_hash   bytea       not null check (octet_length(leaf_hash) = 32)
);
-- Signed tokens do not compress; trying costs a third of the insert rate. Short payloads stay in the row.
alter table ledger.entry alter column payload set storage external;
alter table ledger.entry set (toast_tuple_target = 8160);

-- A btree, not GIN: with GIN's pending rows a condition check took up to 135 ms.
-- No foreign key: it would lock and dirty every entry row; the entry bundle cross-checks both sides instead.
create table ledger.entry_tag (
  tag      text   collate "C" not null check (octet_length(tag) <= 1024),
  position bigint not null check (position >= 0),
  primary key (tag, position)
);
create index entry_tag_by_position on ledger.entry_tag (position);

-- Full tiles only (C2SP tlog-tiles); root is the hash of the tile in the level above.
create table ledger.tile (
  level      smallint not null check (level between 0 and 7),
  tile_index bigint   not null check (tile_index >= 0),
  hashes     bytea    not null check (octet_length(hashes) = 8192),
  root       bytea    not null check (octet_length(root) = 32),
  primary key (level, tile_index)
);

-- One signed tree head for each committed batch.
create table ledger.checkpoint (
  size         bigint      primary key check (size > 0),
  root         bytea       not null check (octet_length(root) = 32),
  note         text        not null,
  committed_at timestamptz not null default now()
);

-- Disclosures: the one thing that may be erased. They are not hashed into the tree.
create table ledger.attachment (
  position bigint primary key check (position >= 0),
  content  bytea  not null check (octet_length(content) between 1 and 1048576)
);
alter table ledger.attachment alter column content set storage external;
