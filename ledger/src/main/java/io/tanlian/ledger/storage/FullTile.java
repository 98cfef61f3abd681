package io.tanlian.ledger.storage;

import io.tanlian.tlog.Hash;
import io.tanlian.tlog.HashTile;
import java.util.List;

/** A tile that has just got its 256th hash, and will never change again. */
public record FullTile(int level, long index, List<Hash> hashes, Hash root) {
  byte[] encodedHashes() {
    return HashTile.encode(hashes);
  }
}
