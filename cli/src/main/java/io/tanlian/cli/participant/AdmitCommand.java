package io.tanlian.cli.participant;

import io.tanlian.cli.statement.Fetched;
import io.tanlian.cli.statement.IssuingOptions;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.statement.Claim;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Admits a participant. */
@Command(
    name = "admit",
    description = {
      "For operators: admit a company to the exchange, by a signed statement on the ledger.",
      "",
      "Next come its key ('tanlian enrol') and its access ('tanlian client new')."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  tanlian admit urn:uscc:91350181MA32ABCD5X --name \"Fujian Cathode Co.\" --role supplier \\",
      "      --key operator.jwk --credentials operator.json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class AdmitCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PARTICIPANT", description = "The company's id.")
  private ParticipantId participant;

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its name.")
  private String name;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "supplier, leadFirm, auditor or operator; may be given several times.")
  private Set<Role> roles;

  @Mixin private IssuingOptions issuing;

  @Override
  public Integer call() {
    return issuing.publish(
        "Admission of " + participant.value(),
        _ ->
            new Fetched.Done<>(
                new Claim.Admitted(new ParticipantAdmitted(participant, name, roles))));
  }
}
