package io.tanlian.cli.audit;

import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.HeldStatement;
import io.tanlian.cli.exchange.Refusal;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.cli.exchange.ServedFigure;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.tlog.TilePath;
import io.tanlian.verifier.audit.Answer;
import io.tanlian.verifier.audit.DisclosureAnswer;
import io.tanlian.verifier.audit.LogSource;
import io.tanlian.verifier.audit.ServedFootprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** The history as an exchange serves it. */
public final class ExchangeLogSource implements LogSource {
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;

  private final ExchangeClient client;

  public ExchangeLogSource(ExchangeClient client) {
    this.client = client;
  }

  @Override
  public Answer checkpoint() throws IOException {
    return note(client.checkpoint());
  }

  @Override
  public Answer witnessedCheckpoint() throws IOException {
    return note(client.witnessedCheckpoint());
  }

  private static Answer note(Reply<String> reply) throws IOException {
    return answer(reply.then(note -> new Reply.Received<>(note.getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public Answer tile(TilePath path) throws IOException {
    return answer(
        switch (path) {
          case TilePath.Hashes hashes -> client.tile(hashes);
          case TilePath.Entries entries -> client.entryBundle(entries);
        });
  }

  @Override
  public DisclosureAnswer disclosures(StatementId statement) throws IOException {
    return switch (client.statement(statement)) {
      case Reply.Received<HeldStatement>(HeldStatement held) ->
          new DisclosureAnswer.Served(held.signed().disclosures());
      case Reply.Refused<HeldStatement>(Refusal refusal) when isNotForUs(refusal) ->
          new DisclosureAnswer.Served(List.of());
      case Reply.Refused<HeldStatement>(Refusal refusal) when isCorrupt(refusal) ->
          new DisclosureAnswer.Corrupt(refusal.detail());
      case Reply.Refused<HeldStatement>(Refusal refusal) -> throw refused(refusal);
      case Reply.Failed<HeldStatement>(String why) -> throw new IOException(why);
    };
  }

  @Override
  public Optional<ServedFootprint> footprint(ProductId product, long treeSize) throws IOException {
    return switch (client.footprint(product, OptionalLong.of(treeSize))) {
      case Reply.Received<JsonNode>(JsonNode answer) -> served(answer);
      case Reply.Refused<JsonNode>(Refusal refusal) -> Optional.empty();
      case Reply.Failed<JsonNode>(String why) -> throw new IOException(why);
    };
  }

  private static Optional<ServedFootprint> served(JsonNode answer) throws IOException {
    String figure = answer.path("perDeclaredUnit").path("pcfExcludingBiogenicUptake").asString("");
    return Optional.of(
        new ServedFootprint(
            ServedFigure.parse(figure)
                .orElseThrow(() ->
                    new IOException(
                        "the exchange's footprint has no plain figure per declared unit")),
            answer.path("missing").isEmpty()));
  }

  private static Answer answer(Reply<byte[]> reply) throws IOException {
    return switch (reply) {
      case Reply.Received<byte[]>(byte[] bytes) -> new Answer.Served(bytes);
      case Reply.Refused<byte[]>(Refusal refusal) when refusal.status() == NOT_FOUND ->
          new Answer.Missing();
      case Reply.Refused<byte[]>(Refusal refusal) when isCorrupt(refusal) ->
          new Answer.Corrupt(refusal.index(), refusal.detail());
      case Reply.Refused<byte[]>(Refusal refusal) -> throw refused(refusal);
      case Reply.Failed<byte[]>(String why) -> throw new IOException(why);
    };
  }

  private static boolean isCorrupt(Refusal refusal) {
    return refusal.code().equals(ProblemCode.LEDGER_CORRUPT.code());
  }

  private static boolean isNotForUs(Refusal refusal) {
    return refusal.status() == NOT_FOUND || refusal.status() == FORBIDDEN;
  }

  private static IOException refused(Refusal refusal) {
    return new IOException(
        "The exchange refused: " + refusal.detail() + " [" + refusal.code() + "]");
  }
}
