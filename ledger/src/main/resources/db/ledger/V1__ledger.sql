-- The ledger: dense positions from 0, written once. The bytes are those the tree commits to, so anyone with SQL can check
-- that leaf_hash = sha256('\x00' || bytes). Partitions hold 2^24 positions each; make_room() adds them.
create table ledger.entry (
  position  bigint primary key check (position >= 0),
  bytes     bytea  not null check (octet_length(bytes) <= 65535),
  leaf_hash bytea  not null check (octet_length(leaf_hash) = 32)
) partition by range (position);
-- Signed tokens do not compress; trying costs a third of the insert rate.
alter table ledger.entry alter column bytes set storage external;

-- Of its own, since a partitioned table can only be unique in what it is partitioned by.
create table ledger.event (
  event_id uuid   primary key,
  position bigint not null check (position >= 0)
);

-- A btree, not GIN: with GIN's pending rows a condition check took up to 135 ms.
-- No foreign key: it would lock and dirty every entry row; entry bundles and fsck cross-check both sides instead.
create table ledger.entry_tag (
  tag      text   collate "C" not null check (octet_length(tag) <= 1024),
  position bigint not null check (position >= 0),
  primary key (tag, position)
);
-- Rows come in order of position: a block range index costs next to nothing.
create index entry_tag_by_position on ledger.entry_tag using brin (position) with (pages_per_range = 16, autosummarize = on);

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

-- Who leads: the newest epoch. A batch of an older one commits nothing.
create table ledger.epoch (
  epoch           bigint      primary key check (epoch > 0),
  node            text        not null,
  url             text        not null,
  tls_fingerprint text        not null,
  began_at        timestamptz not null default now()
);

-- Keeps a whole empty partition ahead of the newest entry. The service may call it, and so needs no right to create tables.
-- A table is attached, not created as a partition: that would keep readers and writers out meanwhile.
create function ledger.make_room() returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  partition_positions constant bigint := 16777216;
  newest bigint;
  next   bigint;
begin
  perform pg_advisory_xact_lock(hashtext('ledger.make_room'));
  select coalesce(max(size), 0) / partition_positions into newest from ledger.checkpoint;
  select count(*) into next from pg_inherits where inhparent = 'ledger.entry'::regclass;
  while next <= newest + 1 loop
    -- Short payloads stay in the row.
    execute format(
      'create table ledger.entry_%s (like ledger.entry including constraints including storage) with (toast_tuple_target = 8160)',
      next);
    execute format(
      'alter table ledger.entry attach partition ledger.entry_%s for values from (%s) to (%s)',
      next, next * partition_positions, (next + 1) * partition_positions);
    next := next + 1;
  end loop;
end
$$;
select ledger.make_room();
