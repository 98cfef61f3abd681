package io.tanlian.verifier.audit;

import static io.tanlian.contracts.problem.ProblemCode.LEDGER_CORRUPT;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Disclosures from earlier runs, and from the log where those do not suffice: a grant may have come
 * since, and may have ended. What was disclosed once is never forgotten.
 */
final class KeptDisclosures {
  private final LogSource source;
  private final AuditDirectory kept;
  private final boolean fetchAll;

  /**
   * Reads from both.
   *
   * @param fetchAll ask the log even for what earlier runs kept
   */
  KeptDisclosures(LogSource source, AuditDirectory kept, boolean fetchAll) {
    this.source = source;
    this.kept = kept;
    this.fetchAll = fetchAll;
  }

  /** The statement with all that is disclosed of it, or why that does not fit the signed JWT. */
  Outcome<ReadStatement> complete(ReadStatement bare) throws IOException {
    if (bare.complete()) {
      return Outcome.accepted(bare);
    }
    StatementId id = bare.statement().id();
    Optional<ReadStatement> known = kept(bare, id);
    if (!fetchAll && known.isPresent() && known.get().complete()) {
      return Outcome.accepted(known.get());
    }
    return switch (source.disclosures(id)) {
      case DisclosureAnswer.Corrupt(String detail) ->
          Outcome.refused(
              Problem.of(
                  LEDGER_CORRUPT,
                  "The log says that its disclosures are damaged: " + detail,
                  "Get them from the issuer, and tell the operator."));
      case DisclosureAnswer.Served(List<String> served) when served.isEmpty() ->
          Outcome.accepted(known.orElse(bare));
      case DisclosureAnswer.Served(List<String> served) -> together(bare, served, known);
    };
  }

  private Outcome<ReadStatement> together(
      ReadStatement bare, List<String> served, Optional<ReadStatement> known) throws IOException {
    List<String> both = union(known.map(read -> read.signed().disclosures()), served);
    Outcome<ReadStatement> together =
        StatementReader.read(new SignedStatement(bare.signed().jwt(), both));
    if (together instanceof Outcome.Accepted<ReadStatement>) {
      kept.write(file(bare.statement().id()), (String.join("\n", both) + "\n").getBytes(US_ASCII));
    }
    return together;
  }

  private static List<String> union(Optional<List<String>> known, List<String> served) {
    Set<String> both = new LinkedHashSet<>(known.orElse(List.of()));
    both.addAll(served);
    return List.copyOf(both);
  }

  private Optional<ReadStatement> kept(ReadStatement bare, StatementId id) throws IOException {
    Optional<byte[]> file = kept.read(file(id));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new String(file.get(), US_ASCII).lines().toList();
    return StatementReader.read(new SignedStatement(bare.signed().jwt(), lines))
            instanceof Outcome.Accepted<ReadStatement>(ReadStatement read)
        ? Optional.of(read)
        : Optional.empty();
  }

  private static String file(StatementId id) {
    return "disclosures/" + id.uuid() + ".txt";
  }
}
