package io.tanlian.cli.export;

import io.tanlian.cli.statement.Fetched;
import io.tanlian.cli.statement.PinnedLog;
import io.tanlian.cli.statement.ProvedStatement;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.contracts.evidence.Evidence;
import io.tanlian.contracts.identifier.StatementId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches statements, and keeps those that are proved to be on the ledger. */
final class ProvedStatements {
  /** Most statements one document stands on; each is fetched by itself. */
  static final int statementsMax = 10_000;

  private final PinnedLog log;
  private final Map<StatementId, ProvedStatement> proved = new HashMap<>();

  ProvedStatements(PinnedLog log) {
    this.log = log;
  }

  /**
   * The statement of this name.
   *
   * @throws CannotRunException if there was no usable answer, or there are too many
   */
  Fetched<ProvedStatement> fetch(StatementId id) {
    ProvedStatement known = proved.get(id);
    if (known != null) {
      return new Fetched.Done<>(known);
    }
    if (proved.size() == statementsMax) {
      throw new CannotRunException(
          "More than %d statements stand behind this; export its inputs one by one."
              .formatted(statementsMax));
    }
    return log.fetch(id)
        .then(statement -> {
          proved.put(id, statement);
          return new Fetched.Done<>(statement);
        });
  }

  /** The same where the exchange said before at which index it is. */
  Fetched<ProvedStatement> fetch(StatementId id, long index) {
    return fetch(id)
        .then(statement ->
            statement.index() == index
                ? new Fetched.Done<>(statement)
                : new Fetched.Unproved<>(
                    "The exchange says that %s is at index %d, but its receipt is for index %d."
                        .formatted(id, index, statement.index())));
  }

  Optional<ProvedStatement> known(StatementId id) {
    return Optional.ofNullable(proved.get(id));
  }

  /** Evidence in the ledger's order, from what each statement proves. */
  List<Evidence> evidence(Map<StatementId, ? extends Collection<String>> proves) {
    return proves.entrySet().stream()
        .flatMap(one -> known(one.getKey()).map(known -> known.evidence(one.getValue())).stream())
        .sorted(Comparator.comparingLong(Evidence::index))
        .toList();
  }
}
