package io.tanlian.cli.participant;

import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.key.KeyFile;
import io.tanlian.cli.statement.Fetched;
import io.tanlian.cli.statement.IssuingOptions;
import io.tanlian.cli.terminal.CannotRunException;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.key.PublicKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Enrols a participant's key. */
@Command(
    name = "enrol",
    description = {
      "For operators: enrol an admitted company's key, by a signed statement on the ledger.",
      "",
      "The company sends its public key and a proof that it has the private one. The proof is",
      "checked here first."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  tanlian enrol urn:uscc:91350181MA32ABCD5X --public-key supplier.pub.jwk \\",
      "      --proof supplier.proof --key operator.jwk --credentials operator.json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class EnrolCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PARTICIPANT", description = "The company's id.")
  private ParticipantId participant;

  @Option(
      names = "--public-key",
      required = true,
      paramLabel = "FILE",
      description = "Its public key (JWK), from 'tanlian key show'.")
  private Path publicKey;

  @Option(
      names = "--proof",
      required = true,
      paramLabel = "FILE",
      description = "Its proof of possession, from 'tanlian key proof'.")
  private Path proof;

  @Mixin private IssuingOptions issuing;

  @Override
  public Integer call() {
    PublicKey key = KeyFile.published(publicKey);
    String proofText = InputFile.text(proof).strip();
    return issuing.publish(
        "Enrolment of key " + key.kid(),
        log ->
            switch (KeyProof.check(proofText, key, participant, log.origin())) {
              case Outcome.Accepted<PublicKey>(PublicKey proved) ->
                  new Fetched.Done<>(
                      new Claim.Enrolled(new KeyEnrolled(participant, proved, proofText)));
              case Outcome.Refused<PublicKey>(var problems) ->
                  throw new CannotRunException(
                      problems.getFirst().detail() + " " + problems.getFirst().remedy());
            });
  }
}
