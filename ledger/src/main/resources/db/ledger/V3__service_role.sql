-- What the running service may do. It can add to the ledger; nothing but an attachment can it change or take away.
revoke all on schema ledger, ledger_tail from public;
revoke all on all tables in schema ledger, ledger_tail from public, "${serviceRole}";
revoke all on function ledger.make_room() from public;
grant usage on schema ledger, ledger_tail to "${serviceRole}";
grant select, insert on ledger.entry, ledger.event, ledger.entry_tag, ledger.tile, ledger.checkpoint, ledger.epoch
  to "${serviceRole}";
grant select, insert, delete on ledger.attachment to "${serviceRole}";
grant select, insert, update, delete on ledger_tail.token to "${serviceRole}";
grant execute on function ledger.make_room() to "${serviceRole}";
