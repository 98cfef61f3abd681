package io.tanlian.cli.importing.footprint;

import static io.tanlian.contracts.problem.ProblemCode.FOOTPRINT_ID_CONFLICT;
import static io.tanlian.contracts.problem.ProblemCode.SCHEMA_INVALID;

import io.tanlian.cli.importing.table.Table;
import io.tanlian.cli.importing.table.TableRow;
import io.tanlian.cli.statement.Signing;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.rules.StatementVerifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks every row of a table as far as that can be done here: each is read, signed, and judged by
 * the rules of the exchange that need no ledger. Nothing signed is kept.
 */
final class TableCheck {
  private static final int PROGRESS_ROWS = 500;
  private static final String SUBJECT = "/credentialSubject";
  private static final Set<String> EXAMPLES =
      FootprintColumns.named("productIds").stream()
          .flatMap(column -> List.of(column.example(), column.second()).stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Signatory signatory;
  private final Printer printer;
  private final RowProblems errors = new RowProblems();
  private final RowProblems warnings = new RowProblems();
  private final Map<StatementId, Integer> rowsByStatement = new HashMap<>();
  private final Map<UUID, Integer> rowsByFootprint = new HashMap<>();
  private @Nullable RowReader reader;
  private @Nullable StatementId first;

  private TableCheck(Signatory signatory, Printer printer) {
    this.signatory = signatory;
    this.printer = printer;
  }

  /** Checks all rows. */
  static TableCheck of(Table table, Signatory signatory, Printer printer) {
    TableCheck check = new TableCheck(signatory, printer);
    table.read(check::header);
    RowReader reader = check.reader;
    if (reader != null && check.errors.isEmpty()) {
      table.read(row -> check.row(row, reader));
    }
    printer.progressDone();
    return check;
  }

  /** Reads the rows of this table; nothing if it has no usable header. */
  Optional<RowReader> reader() {
    return Optional.ofNullable(reader).filter(_ -> errors.isEmpty());
  }

  RowProblems errors() {
    return errors;
  }

  RowProblems warnings() {
    return warnings;
  }

  /** How many rows can be published. */
  int rows() {
    return rowsByStatement.size();
  }

  /** The statement of the first row that can be published. */
  Optional<StatementId> first() {
    return Optional.ofNullable(first);
  }

  private boolean header(TableRow row) {
    Header header = Header.of(row);
    header.problems().forEach(errors::add);
    reader = new RowReader(header, signatory.issuer(), signatory.origin());
    return false;
  }

  private boolean row(TableRow row, RowReader reads) {
    if (row.number() != reads.header().row()) {
      if (row.number() % PROGRESS_ROWS == 0) {
        printer.progress("checking row %,d".formatted(row.number()));
      }
      reads.read(row, errors::add).ifPresent(declared -> judge(row, declared, reads));
    }
    return true;
  }

  private void judge(TableRow row, DeclaredRow declared, RowReader reads) {
    if (isExample(declared)) {
      whole(row, "this row is an example of the template", "Delete the row.");
      return;
    }
    Integer same = rowsByStatement.putIfAbsent(declared.statement(), row.number());
    if (same != null) {
      whole(row, "this row says what row %d says".formatted(same), "Delete one of them.");
      return;
    }
    Integer sameId = rowsByFootprint.putIfAbsent(declared.footprint().id().uuid(), row.number());
    if (sameId != null) {
      errors.add(
          reads.located(
              row,
              new Problem(
                  FOOTPRINT_ID_CONFLICT,
                  FootprintColumns.FOOTPRINT + "/id",
                  "row %d has this id".formatted(sameId),
                  "Give each footprint an id of its own, or leave the cells empty.")));
    }
    first = first == null ? declared.statement() : first;
    switch (signed(declared)) {
      case Outcome.Accepted<ReadStatement>(ReadStatement read) ->
          StatementVerifier.judgeFootprintAlone(read).forEach(finding -> add(finding, row, reads));
      case Outcome.Refused<ReadStatement>(List<Problem> problems) ->
          problems.forEach(problem -> errors.add(reads.located(row, within(problem))));
    }
  }

  private Outcome<ReadStatement> signed(DeclaredRow row) {
    return Signing.sign(
            row.statement(), signatory.issuer(), signatory.origin(), row.claim(), signatory.key())
        .then((SignedStatement signed) -> StatementReader.read(signed));
  }

  private void add(Finding finding, TableRow row, RowReader reads) {
    (finding.isError() ? errors : warnings).add(reads.located(row, within(finding.problem())));
  }

  private void whole(TableRow row, String rule, String remedy) {
    errors.add(RowProblem.of(row.number(), "", Optional.empty(), SCHEMA_INVALID, rule, remedy));
  }

  private static boolean isExample(DeclaredRow row) {
    return row.footprint().productIds().stream().anyMatch(id -> EXAMPLES.contains(id.value()));
  }

  /** The problem of a credential, seen from the claim in it. */
  private static Problem within(Problem problem) {
    return problem.pointer().startsWith(SUBJECT)
        ? new Problem(
            problem.code(),
            problem.pointer().substring(SUBJECT.length()),
            problem.detail(),
            problem.remedy())
        : problem;
  }
}
