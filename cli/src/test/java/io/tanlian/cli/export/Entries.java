package io.tanlian.cli.export;

import io.tanlian.contracts.evidence.Evidence;
import io.tanlian.contracts.identifier.StatementId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Evidence of an imaginary ledger, where a statement's index is the last digit of its name. */
public final class Entries {
  private Entries() {}

  public static StatementId statement(int number) {
    return StatementId.parse("urn:uuid:0192f1c4-8d3e-7000-8000-%012d".formatted(number));
  }

  public static List<Evidence> evidence(
      Map<StatementId, ? extends Collection<String>> proves, String type) {
    return proves.entrySet().stream()
        .map(one -> {
          long index = one.getKey().uuid().getLeastSignificantBits() & 0xf;
          return new Evidence(
              one.getKey(),
              type,
              index,
              "%064x".formatted(index),
              "c2sp.org/tlog-proof@v1\nindex %d\n".formatted(index),
              List.copyOf(one.getValue()));
        })
        .sorted(Comparator.comparingLong(Evidence::index))
        .toList();
  }
}
