package io.tanlian.cli.export.sheet;

import io.tanlian.contracts.evidence.Evidence;
import io.tanlian.contracts.evidence.Remark;
import java.util.List;
import java.util.stream.Stream;

/** The sheets that every export ends with. */
public final class CommonSheets {
  private CommonSheets() {}

  /** The ledger entries that prove the figures; each receipt can be copied into a file. */
  public static Sheet evidence(List<Evidence> evidence) {
    return new Sheet(
        "Evidence",
        List.of(
            new Column("Ledger index", 12),
            new Column("Statement", 48),
            new Column("Statement type", 28),
            new Column("Proves (JSON Pointers)", 36),
            new Column("Leaf hash (SHA-256)", 68),
            new Column("Receipt (C2SP tlog-proof)", 90)),
        evidence.stream()
            .<List<Cell>>map(one ->
                List.of(
                    new Cell.Whole(one.index()),
                    Cell.of(one.statement().value()),
                    Cell.of(one.statementType()),
                    Cell.of(String.join("\n", one.proves())),
                    Cell.of(one.leafHash()),
                    Cell.of(one.receipt())))
            .toList());
  }

  /** What is missing and what to bear in mind. */
  public static Sheet remarks(List<Remark> missing, List<Remark> doubts) {
    return new Sheet(
        "Remarks",
        List.of(
            new Column("Kind", 10),
            new Column("Place (JSON Pointer)", 44),
            new Column("Remark", 100)),
        Stream.concat(
                missing.stream().map(remark -> row("missing", remark)),
                doubts.stream().map(remark -> row("doubt", remark)))
            .toList());
  }

  private static List<Cell> row(String kind, Remark remark) {
    return List.of(Cell.of(kind), Cell.of(remark.pointer()), Cell.of(remark.words()));
  }
}
