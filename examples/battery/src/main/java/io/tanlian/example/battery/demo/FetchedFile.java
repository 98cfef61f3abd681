package io.tanlian.example.battery.demo;

import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.HeldStatement;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.contracts.identifier.StatementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A statement as the exchange gives it to the auditor, in a file. */
final class FetchedFile {
  private FetchedFile() {}

  static Path of(DemoNode node, StatementId id, String name) throws IOException {
    Credentials auditor = node.credentials("auditor");
    try (ExchangeClient client =
        ExchangeClient.connect(auditor.server(), auditor.tlsFingerprint(), auditor.login())) {
      return switch (client.statement(id)) {
        case Reply.Received<HeldStatement>(HeldStatement held) ->
            Files.writeString(
                node.directory().resolve(name + ".sd-jwt"), held.signed().format() + "\n");
        case Reply.Refused<HeldStatement>(var refusal) -> throw new IOException(refusal.detail());
        case Reply.Failed<HeldStatement>(String why) -> throw new IOException(why);
      };
    }
  }
}
