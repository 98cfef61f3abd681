package io.tanlian.cli.material;

import io.tanlian.cli.statement.Fetched;
import io.tanlian.cli.statement.IssuingOptions;
import io.tanlian.cli.statement.PinnedLog;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.Transfer;
import io.tanlian.contracts.material.TransferAcceptance;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.Statement;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accepts a transfer. */
@Command(
    name = "accept",
    description = {
      "Accept a transfer that is offered to you, whole: it becomes a batch of yours.",
      "",
      "Fetches the transfer, verifies its receipt, signs the acceptance of exactly that mass and",
      "those contents, and publishes it. If less arrived, have the seller correct the transfer."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian material accept urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 --lot received-7 \\",
      "      --custody segregated --key supplier.jwk --credentials supplier.json",
      "  tanlian material accept urn:uuid:5d7a9f0e-54a0-4c3b-9f39-0a8c3e1b2f11 --lot received-7 \\",
      "      --custody massBalance --site urn:example:precursor:site:1 --first 2026-01-01 \\",
      "      --last 2026-12-31 --key supplier.jwk --credentials supplier.json \\",
      "      --out acceptance.sd-jwt"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class AcceptCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TRANSFER", description = "The transfer's id, urn:uuid:...")
  private StatementId transfer;

  @Option(
      names = "--lot",
      required = true,
      paramLabel = "NAME",
      description = "Your own name for the batch.")
  private String lot;

  @Mixin private CustodyOptions custody;
  @Mixin private IssuingOptions issuing;

  @Override
  public Integer call() {
    Custody kept = custody.custody();
    return issuing.publish("Acceptance of " + transfer, log -> accept(log, kept));
  }

  private Fetched<Claim> accept(PinnedLog log, Custody kept) {
    return log.fetch(transfer)
        .then(proved -> {
          Statement statement = proved.read().statement();
          if (!(statement.claim() instanceof Claim.Offered(Transfer offered))) {
            throw new CannotRunException(
                "%s at index %d is a %s, not a transfer: see 'tanlian material offers'."
                    .formatted(transfer, proved.index(), statement.type().wireName()));
          }
          issuing
              .printer()
              .line(
                  "Offered by %s: %s of %s, %s"
                      .formatted(
                          statement.issuer(),
                          MassWords.kilograms(offered.batch().mass()),
                          offered.batch().product(),
                          MassWords.contents(offered.batch().contents())));
          return new Fetched.Done<>(
              new Claim.Accepted(
                  new TransferAcceptance(
                      new BatchId(transfer, offered.batch().lot()),
                      kept,
                      received(offered.batch()))));
        });
  }

  private Batch received(Batch offered) {
    return new Batch(
        lot,
        offered.product(),
        offered.mass(),
        offered.compound(),
        offered.purity(),
        offered.replacesPrimary(),
        offered.contents(),
        offered.identities());
  }
}
