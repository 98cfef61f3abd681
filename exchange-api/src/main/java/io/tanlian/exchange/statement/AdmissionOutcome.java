package io.tanlian.exchange.statement;

import io.tanlian.contracts.problem.Problem;
import io.tanlian.tlog.checkpoint.Receipt;
import io.tanlian.verifier.Finding;
import java.util.List;

/** What became of a posted statement. */
public sealed interface AdmissionOutcome {

  /**
   * It is on the ledger, durably.
   *
   * @param receipt the proof, the same every time
   * @param findings what the verifier noticed; no errors among them
   * @param isNew whether this post put it there, or an earlier one
   */
  record Recorded(Receipt receipt, List<Finding> findings, boolean isNew)
      implements AdmissionOutcome {
    public Recorded {
      findings = List.copyOf(findings);
    }
  }

  /** It was not looked at now; nothing was recorded, and it may be posted again after a while. */
  record Busy(Problem problem, long retryAfterMs) implements AdmissionOutcome {}

  /** It was refused; nothing was recorded. */
  record Refused(List<Problem> problems) implements AdmissionOutcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
