package io.tanlian.cli.export;

import io.tanlian.cli.connection.LogKeyOption;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.export.cbam.CommunicationAssembly;
import io.tanlian.cli.export.cbam.CommunicationWorkbook;
import io.tanlian.cli.export.cbam.Declared;
import io.tanlian.cli.statement.Fetched;
import io.tanlian.cli.statement.PinnedLog;
import io.tanlian.cli.statement.ProvedStatement;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.cbam.CbamFacts;
import io.tanlian.contracts.cbam.CommunicationSheet;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports a CBAM communication. */
@Command(
    name = "cbam",
    description = {
      "Write what an operator tells importers of its goods under CBAM.",
      "",
      "Specific embedded emissions, computed here from a declaration: its direct emissions, its",
      "electricity and its precursors, whose declarations are fetched as far as you may see them.",
      "Installation, CN codes, production routes, the grid's emission factor and carbon prices come",
      "from --facts. What is not known is named as missing, never zero.",
      "",
      "Content after Implementing Regulation (EU) 2023/1773, annex IV; it is not the Commission's",
      "own template."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian export cbam urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 --facts mill.json \\",
      "      --credentials supplier.json --json cbam.json --xlsx cbam.xlsx",
      "  tanlian export cbam urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 --facts mill.json \\",
      "      --credentials supplier.json --json -"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class CbamCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ID",
      description = "The statement that declares the goods' footprint, urn:uuid:...")
  private StatementId id;

  @Option(
      names = "--facts",
      required = true,
      paramLabel = "FILE",
      description = "What is not on the ledger (JSON, schema CbamFacts).")
  private Path factsFile;

  @Mixin private ExportFiles files;
  @Mixin private ServerOptions server;
  @Mixin private LogKeyOption logKey;

  @Override
  public Integer call() {
    files.check();
    CbamFacts facts = FactsFile.read(factsFile, CbamFacts::parse);
    Printer printer = files.printer();
    Credentials credentials = server.credentials(printer);
    VerifierKey log = logKey.require(credentials.logKey());
    try (ExchangeClient client = ServerOptions.connect(credentials)) {
      return sheet(new ProvedStatements(new PinnedLog(client, log)), facts)
          .show(
              printer,
              sheet -> {
                files.write(sheet.toJson(), CommunicationWorkbook.of(sheet), printer);
                ExportWords.show(sheet.missing(), sheet.doubts(), sheet.evidence(), printer);
                return ExitCode.OK;
              });
    }
  }

  private Fetched<CommunicationSheet> sheet(ProvedStatements statements, CbamFacts facts) {
    return statements
        .fetch(id)
        .then(goods ->
            suppliers(goods, statements, facts)
                .then(known -> {
                  Declared declared = declared(goods);
                  return new Fetched.Done<>(
                      CommunicationAssembly.of(
                          declared,
                          facts,
                          known,
                          statements.evidence(
                              CommunicationAssembly.proves(declared, facts, known))));
                }));
  }

  /** The declarations behind the precursors, and those behind theirs. */
  private static Fetched<Map<StatementId, Declared>> suppliers(
      ProvedStatement goods, ProvedStatements statements, CbamFacts facts) {
    Map<StatementId, Declared> known = new HashMap<>();
    Deque<Declared> open = new ArrayDeque<>();
    open.add(declared(goods));
    Fetched<Boolean> all = new Fetched.Done<>(true);
    while (!open.isEmpty()) {
      for (StatementId supplier :
          CommunicationAssembly.precursorStatements(open.remove().declaration(), facts)) {
        if (!known.containsKey(supplier)) {
          all =
              all.then(_ -> statements.fetch(supplier))
                  .then(statement -> {
                    Declared declared = declared(statement);
                    known.put(supplier, declared);
                    open.add(declared);
                    return new Fetched.Done<>(true);
                  });
        }
      }
    }
    return all.then(_ -> new Fetched.Done<>(known));
  }

  private static Declared declared(ProvedStatement proved) {
    Statement statement = proved.read().statement();
    if (statement.claim() instanceof Claim.Declared(var declaration)) {
      return new Declared(statement.id(), statement.issuer(), declaration);
    }
    throw new CannotRunException(
        "%s is a %s: give a ProductFootprintDeclaration."
            .formatted(statement.id(), statement.type().wireName()));
  }
}
