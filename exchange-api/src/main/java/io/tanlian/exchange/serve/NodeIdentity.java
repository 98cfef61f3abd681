package io.tanlian.exchange.serve;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.problem.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a node is for ever, decided at its first start and kept in its data directory.
 *
 * @param origin the name of the log (C2SP tlog-checkpoint)
 * @param operator who runs it; admitted at index 0
 * @param operatorName the operator's name
 */
record NodeIdentity(String origin, ParticipantId operator, String operatorName) {

  /** The identity kept in {@code file}, or at the first start the one asked for. */
  static NodeIdentity open(Path file, ServeSettings settings) throws IOException, StartRefused {
    if (!Files.exists(file)) {
      NodeIdentity first =
          new NodeIdentity(
              settings.origin().orElse(settings.publicUrl().getAuthority() + "/tanlian"),
              settings.operator().orElseGet(() -> ofHost(settings)),
              settings.operatorName().orElse("Operator of " + settings.publicUrl()));
      PrivateFiles.write(file, first.format());
      return first;
    }
    NodeIdentity kept = read(file);
    refuseChange("--origin", kept.origin, settings.origin());
    refuseChange(
        "--operator", kept.operator.value(), settings.operator().map(ParticipantId::value));
    refuseChange("--operator-name", kept.operatorName, settings.operatorName());
    return kept;
  }

  /**
   * The identity of a node that was started before.
   *
   * @throws StartRefused if there is none in this data directory
   */
  static NodeIdentity kept(Path file) throws IOException, StartRefused {
    if (!Files.exists(file)) {
      throw new StartRefused(
          "There is no node in "
              + file.getParent()
              + ". Name the data directory it was started with: --data DIR.");
    }
    return read(file);
  }

  /** The did:web of the public address: an identifier its holder can prove by serving it. */
  private static ParticipantId ofHost(ServeSettings settings) {
    return ParticipantId.parse(
        "did:web:" + settings.publicUrl().getAuthority().replace(":", "%3A"));
  }

  private static void refuseChange(String option, String kept, Optional<String> asked)
      throws StartRefused {
    if (asked.isPresent() && !asked.get().equals(kept)) {
      throw new StartRefused(
          option
              + " was "
              + kept
              + " at this node's first start and stays so for ever. Leave the option out, or name"
              + " a new directory with --data DIR.");
    }
  }

  private String format() {
    return StrictJson.format(
        JsonNodeFactory.instance
            .objectNode()
            .put("origin", origin)
            .put("operator", operator.value())
            .put("operatorName", operatorName));
  }

  private static NodeIdentity read(Path file) throws IOException, StartRefused {
    return switch (StrictJson.parse(Files.readString(file))) {
      case Outcome.Accepted<JsonNode>(JsonNode json) ->
          new NodeIdentity(
              json.path("origin").stringValue(""),
              ParticipantId.parse(json.path("operator").stringValue("")),
              json.path("operatorName").stringValue(""));
      case Outcome.Refused<JsonNode>(var problems) ->
          throw new StartRefused(
              "The node's identity " + file + " is damaged: " + problems.getFirst().detail());
    };
  }
}
