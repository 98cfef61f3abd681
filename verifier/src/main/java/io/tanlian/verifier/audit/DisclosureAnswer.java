package io.tanlian.verifier.audit;

import java.util.List;

/** What the log answered to a request for a statement's disclosures. */
public sealed interface DisclosureAnswer {

  /**
   * It has these for the caller.
   *
   * @param disclosures as first sent; none if none was granted, or they are erased
   */
  record Served(List<String> disclosures) implements DisclosureAnswer {
    public Served {
      disclosures = List.copyOf(disclosures);
    }
  }

  /**
   * It says that they are damaged in its store (problem code {@code ledger.corrupt}).
   *
   * @param detail its own words
   */
  record Corrupt(String detail) implements DisclosureAnswer {}
}
