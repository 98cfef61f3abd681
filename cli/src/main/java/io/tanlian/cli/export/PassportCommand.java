package io.tanlian.cli.export;

import io.tanlian.cli.connection.LogKeyOption;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.RecycledContentAnswer;
import io.tanlian.cli.exchange.RollUpAnswer;
import io.tanlian.cli.export.passport.PassportAssembly;
import io.tanlian.cli.export.passport.PassportWorkbook;
import io.tanlian.cli.statement.Fetched;
import io.tanlian.cli.statement.PinnedLog;
import io.tanlian.cli.statement.ProvedStatement;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.passport.BatteryPassport;
import io.tanlian.contracts.passport.PassportFacts;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports a battery passport. */
@Command(
    name = "passport",
    description = {
      "Write the carbon footprint and recycled content of a battery passport.",
      "",
      "Attributes of DIN DKE SPEC 99100, for Regulation (EU) 2023/1542. What the ledger does not",
      "know comes from --facts, or is named as missing: nothing is filled in. Every statement the",
      "figures stand on is fetched, its receipt verified here and kept in the document."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian export passport urn:gtin:4712345060507 --facts battery.json \\",
      "      --claim urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 \\",
      "      --credentials leadfirm.json --json passport.json --xlsx passport.xlsx",
      "  tanlian export passport urn:gtin:4712345060507 --credentials leadfirm.json --json -"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class PassportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PRODUCT", description = "The battery's URN.")
  private ProductId product;

  @Option(
      names = "--claim",
      paramLabel = "ID",
      description = "The statement that claims its recycled content, urn:uuid:...")
  private @Nullable StatementId claim;

  @Option(
      names = "--facts",
      paramLabel = "FILE",
      description = "What is not on the ledger (JSON, schema PassportFacts).")
  private @Nullable Path factsFile;

  @Option(
      names = "--as-of",
      paramLabel = "N",
      description = "The footprint as it was when the ledger had N entries; by default now.")
  private @Nullable Long asOf;

  @Mixin private ExportFiles files;
  @Mixin private ServerOptions server;
  @Mixin private LogKeyOption logKey;

  @Override
  public Integer call() {
    files.check();
    PassportFacts facts =
        factsFile == null ? PassportFacts.NONE : FactsFile.read(factsFile, PassportFacts::parse);
    Printer printer = files.printer();
    Credentials credentials = server.credentials(printer);
    VerifierKey log = logKey.require(credentials.logKey());
    try (ExchangeClient client = ServerOptions.connect(credentials)) {
      ProvedStatements statements = new ProvedStatements(new PinnedLog(client, log));
      return passport(client, statements, facts)
          .show(
              printer,
              passport -> {
                files.write(passport.toJson(), PassportWorkbook.of(passport), printer);
                ExportWords.show(
                    passport.missing(), passport.doubts(), passport.evidence(), printer);
                return ExitCode.OK;
              });
    }
  }

  private Fetched<BatteryPassport> passport(
      ExchangeClient client, ProvedStatements statements, PassportFacts facts) {
    OptionalLong size = asOf == null ? OptionalLong.empty() : OptionalLong.of(asOf);
    return Fetched.of(client.rollUp(product, size))
        .then(rollUp ->
            content(client)
                .then(content ->
                    proved(rollUp, content, statements)
                        .then(_ ->
                            new Fetched.Done<>(
                                PassportAssembly.of(
                                    rollUp,
                                    content,
                                    facts,
                                    statements.evidence(
                                        PassportAssembly.proves(rollUp, content)))))));
  }

  private Fetched<Optional<RecycledContentAnswer>> content(ExchangeClient client) {
    if (claim == null) {
      return new Fetched.Done<>(Optional.empty());
    }
    StatementId asked = claim;
    return Fetched.of(client.recycledContent(asked))
        .then(answer -> {
          if (!answer.claim().equals(asked)) {
            return new Fetched.Unproved<>(
                "The exchange answered with %s when asked for the claim %s."
                    .formatted(answer.claim(), asked));
          }
          if (answer.correctedAt().isPresent()) {
            throw new CannotRunException(
                "The claim %s was undone by the entry at index %d: give the claim made instead."
                    .formatted(asked, answer.correctedAt().getAsLong()));
          }
          if (!answer.product().names(product)) {
            throw new CannotRunException(
                "The claim %s is about %s, not about %s: give the claim of this product."
                    .formatted(asked, answer.product(), product));
          }
          return new Fetched.Done<>(Optional.of(answer));
        });
  }

  /** Fetches and verifies every statement that the answers name, at the index they name. */
  private static Fetched<Boolean> proved(
      RollUpAnswer rollUp, Optional<RecycledContentAnswer> content, ProvedStatements statements) {
    Fetched<Boolean> all = new Fetched.Done<>(true);
    for (RollUpAnswer.Pin pin : rollUp.pins()) {
      all = all.then(_ -> done(statements.fetch(pin.statement(), pin.index())));
    }
    if (content.isPresent()) {
      RecycledContentAnswer answer = content.get();
      all = all.then(_ -> done(statements.fetch(answer.claim(), answer.index())));
      for (RecycledContentAnswer.Proof proof : answer.proof()) {
        all = all.then(_ -> done(statements.fetch(proof.statement(), proof.index())));
      }
    }
    return all;
  }

  private static Fetched<Boolean> done(Fetched<ProvedStatement> fetched) {
    return fetched.then(_ -> new Fetched.Done<>(true));
  }
}
