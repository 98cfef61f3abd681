package io.tanlian.ledger.home;

import io.tanlian.tlog.Hash;

/** How the newest checkpoint in its second home and the ledger's database go together. */
public sealed interface HomeFinding {

  /** Both end at the same checkpoint. */
  record InStep() implements HomeFinding {}

  /**
   * The ledger has grown from what the home holds; the home is to be advanced.
   *
   * @param homeSize 0 if the home holds nothing yet
   */
  record HomeBehind(long homeSize, long ledgerSize) implements HomeFinding {}

  /** The log must not be signed from this database. */
  sealed interface Refusal extends HomeFinding {
    /** What happened and what to do, in words. */
    String words();
  }

  /** The home holds something that this log did not sign. */
  record NotOurs(String home, String reason) implements Refusal {
    @Override
    public String words() {
      return "What "
          + home
          + " keeps is not a checkpoint of this log: "
          + reason
          + ". Name the home of this log, or if somebody changed it, put the newest checkpoint back"
          + " that anyone holds.";
    }
  }

  /** The database ends before the checkpoint that the home holds. */
  record EntriesLost(String home, long homeSize, long ledgerSize) implements Refusal {
    @Override
    public String words() {
      return """
      This log has signed a checkpoint of size %1$d (kept in %3$s), but the database ends at size %2$d. It \
      was restored from an older copy, or entries were removed; receipts for %4$d entries are out. Nothing \
      is signed from here: the same log would get a second history. Restore the newer copy. If there is \
      none, the honest way is a new log under a new name. Only if nobody outside holds a checkpoint or a \
      receipt beyond size %2$d, go on with --accept-lost-entries %1$d.\
      """
          .formatted(homeSize, ledgerSize, home, homeSize - ledgerSize);
    }
  }

  /** The database has another history than the one that was signed. */
  record Forked(String home, long size, Hash homeRoot, Hash ledgerRoot) implements Refusal {
    @Override
    public String words() {
      return """
      This log has signed root %2$s for size %1$d (kept in %4$s), but the database has root %3$s there. \
      Entries were changed, or other ones were appended to an older copy. Nothing is signed from here. Keep \
      this database for the inquiry, restore a copy that holds the signed history, and check it with \
      tanlian ledger fsck.\
      """
          .formatted(size, homeRoot.base64(), ledgerRoot.base64(), home);
    }
  }

  /** The ledger's own rows do not lead to a root at the size of the home's checkpoint. */
  record LedgerDamaged(String reason) implements Refusal {
    @Override
    public String words() {
      return "The ledger cannot be compared with its newest checkpoint: "
          + reason
          + ". Nothing is signed from here. Restore a copy that tanlian ledger fsck finds clean.";
    }
  }
}
