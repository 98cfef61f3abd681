package io.tanlian.ledger.fsck;

import java.util.UUID;

/** Something in the database that is not as it was appended. */
public sealed interface FsckFinding {

  /** The first index it concerns. */
  long index();

  /** What is wrong, in words. */
  String words();

  record EntryMissing(long index) implements FsckFinding {
    @Override
    public String words() {
      return "the entry is missing";
    }
  }

  record EntryBeyondHead(long index, long size) implements FsckFinding {
    @Override
    public String words() {
      return "an entry lies beyond the newest checkpoint, of size " + size;
    }
  }

  record LeafDiffers(long index) implements FsckFinding {
    @Override
    public String words() {
      return "the entry's bytes do not hash to its leaf hash";
    }
  }

  record EntryMalformed(long index, String reason) implements FsckFinding {
    @Override
    public String words() {
      return "the entry's bytes are no entry: " + reason;
    }
  }

  record TagNotIndexed(long index, String tag) implements FsckFinding {
    @Override
    public String words() {
      return "the entry's tag " + tag + " is not in the tag index";
    }
  }

  record TagNotOnEntry(long index, String tag) implements FsckFinding {
    @Override
    public String words() {
      return "the tag index has tag " + tag + ", which no entry there carries";
    }
  }

  /**
   * An entry whose event id leads elsewhere.
   *
   * @param found the index it leads to; negative: none
   */
  record EventNotIndexed(long index, UUID eventId, long found) implements FsckFinding {
    @Override
    public String words() {
      return "event id %s leads to %s"
          .formatted(eventId, found < 0 ? "no entry" : "index " + found + " instead");
    }
  }

  record EventNotOnEntry(long index, UUID eventId) implements FsckFinding {
    @Override
    public String words() {
      return "the event table has id " + eventId + ", which no entry there carries";
    }
  }

  /** A stretch of an index that differs; so many do that it was not looked into. */
  record StretchDiffers(long index, long end, String table) implements FsckFinding {
    @Override
    public String words() {
      return "%s differs from the entries somewhere before index %d".formatted(table, end);
    }
  }

  record TileMissing(long index, int level, long tile) implements FsckFinding {
    @Override
    public String words() {
      return "tile %d of level %d is missing".formatted(tile, level);
    }
  }

  record TileDiffers(long index, int level, long tile, String what) implements FsckFinding {
    @Override
    public String words() {
      return "tile %d of level %d: %s".formatted(tile, level, what);
    }
  }

  record TileBeyondHead(long index, int level, long tile) implements FsckFinding {
    @Override
    public String words() {
      return "tile %d of level %d is not full yet, but has a row".formatted(tile, level);
    }
  }

  record CheckpointWrong(long size, String reason) implements FsckFinding {
    @Override
    public long index() {
      return Math.max(0, size - 1);
    }

    @Override
    public String words() {
      return "the checkpoint of size %d: %s".formatted(size, reason);
    }
  }

  record EpochsNotDense(long epoch, long expected) implements FsckFinding {
    @Override
    public long index() {
      return 0;
    }

    @Override
    public String words() {
      return "epoch %d stands where epoch %d belongs".formatted(epoch, expected);
    }
  }

  record CosignatureWrong(long size, String witness, String reason) implements FsckFinding {
    @Override
    public long index() {
      return Math.max(0, size - 1);
    }

    @Override
    public String words() {
      return "the cosignature of size %d by %s: %s".formatted(size, witness, reason);
    }
  }

  record AttachmentBeyondHead(long index) implements FsckFinding {
    @Override
    public String words() {
      return "disclosures are kept for an entry that is not there";
    }
  }

  /** The second home of the newest checkpoint contradicts the database. */
  record HomeDisagrees(long index, String reason) implements FsckFinding {
    @Override
    public String words() {
      return reason;
    }
  }
}
