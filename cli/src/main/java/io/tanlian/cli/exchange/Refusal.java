package io.tanlian.cli.exchange;

import io.tanlian.contracts.problem.Problem;
import java.util.List;
import java.util.OptionalLong;

/**
 * An exchange's "no" (RFC 9457 problem details).
 *
 * @param status HTTP status
 * @param code the stable code as it was sent, such as {@code key.revoked}; a newer exchange may
 *     send one that is not known here; empty where none was sent
 * @param detail the exchange's own words
 * @param index the damaged entry, where the exchange says that its ledger is corrupt
 * @param problems each reason whose code is known here
 */
public record Refusal(
    int status, String code, String detail, OptionalLong index, List<Problem> problems) {
  public Refusal {
    problems = List.copyOf(problems);
  }
}
