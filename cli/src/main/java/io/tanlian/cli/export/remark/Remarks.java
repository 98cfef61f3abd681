package io.tanlian.cli.export.remark;

import io.tanlian.contracts.evidence.Remark;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is missing and what is doubtful while a document is put together. */
public final class Remarks {
  private final List<Remark> missing = new ArrayList<>();
  private final List<Remark> doubts = new ArrayList<>();

  public void missing(String pointer, String words) {
    missing.add(new Remark(pointer, words));
  }

  public void doubt(String pointer, String words) {
    doubts.add(new Remark(pointer, words));
  }

  public List<Remark> missing() {
    return List.copyOf(missing);
  }

  public List<Remark> doubts() {
    return List.copyOf(doubts);
  }
}
