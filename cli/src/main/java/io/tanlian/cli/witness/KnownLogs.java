package io.tanlian.cli.witness;

import io.tanlian.tlog.note.VerifierKey;
import io.tanlian.tlog.witness.KnownLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The logs a witness was told of, by command line and by file. */
final class KnownLogs {
  private final Map<String, List<VerifierKey>> keys = new LinkedHashMap<>();

  /** Adds a log whose key is named like its origin, as C2SP tlog-checkpoint recommends. */
  void add(VerifierKey key) {
    add(key.name(), key);
  }

  /**
   * Adds the logs of a file: on each line a verifier key and, where its name is not the log's
   * origin, a space and the origin. Empty lines, and lines that begin with a hash sign, say
   * nothing.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  void addLines(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] parts = line.split(" ", 2);
        try {
          VerifierKey key = VerifierKey.parse(parts[0]);
          add(parts.length == 1 ? key.name() : parts[1], key);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
        }
      }
    }
  }

  private void add(String origin, VerifierKey key) {
    KnownLog checked = new KnownLog(origin, List.of(key));
    List<VerifierKey> known = keys.computeIfAbsent(checked.origin(), log -> new ArrayList<>());
    if (!known.contains(key)) {
      known.add(key);
    }
  }

  /** Each log once, with all its keys. */
  List<KnownLog> all() {
    return keys.entrySet().stream().map(log -> new KnownLog(log.getKey(), log.getValue())).toList();
  }
}
