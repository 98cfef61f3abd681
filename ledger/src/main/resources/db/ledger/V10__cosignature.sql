-- What witnesses said of checkpoints (C2SP tlog-cosignature); witness is NAME+KEYID, line the note's signature line.
create table ledger.cosignature (
  size        bigint      not null check (size > 0),
  witness     text        collate "C" not null,
  line        text        not null,
  cosigned_at timestamptz not null,
  primary key (size, witness)
);
create index cosignature_by_witness on ledger.cosignature (witness, size);
revoke all on ledger.cosignature from public;
grant select, insert on ledger.cosignature to "${serviceRole}";
