package io.tanlian.example.battery.demo;

import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.HeldStatement;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.example.battery.chain.Company;
import io.tanlian.example.battery.statement.ChainStatements;
import io.tanlian.example.battery.statement.Prepared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A recycler's declarations as the exchange gives them to the auditor, in files. */
record RecyclerFiles(Company company, List<Path> files) {

  /** Fetches those of every recycler of the chain, each recycler's in the order of the stages. */
  static List<RecyclerFiles> fetched(DemoNode node) throws IOException {
    Path directory = Files.createDirectories(node.directory().resolve("recoveries"));
    Credentials auditor = node.credentials("auditor");
    Map<Company, List<Path>> files = new LinkedHashMap<>();
    try (ExchangeClient client =
        ExchangeClient.connect(auditor.server(), auditor.tlsFingerprint(), auditor.login())) {
      for (Prepared prepared : ChainStatements.recoveries(node.chain())) {
        List<Path> known = files.computeIfAbsent(prepared.issuer(), _ -> new ArrayList<>());
        Path file =
            directory.resolve("%s-%d.sd-jwt".formatted(prepared.issuer().key(), known.size() + 1));
        Files.writeString(file, fetch(client, prepared).signed().format() + "\n");
        known.add(file);
      }
    }
    return files.entrySet().stream()
        .map(recycler -> new RecyclerFiles(recycler.getKey(), List.copyOf(recycler.getValue())))
        .toList();
  }

  private static HeldStatement fetch(ExchangeClient client, Prepared prepared) throws IOException {
    return switch (client.statement(prepared.id())) {
      case Reply.Received<HeldStatement>(HeldStatement held) -> held;
      case Reply.Refused<HeldStatement>(var refusal) -> throw new IOException(refusal.detail());
      case Reply.Failed<HeldStatement>(String why) -> throw new IOException(why);
    };
  }
}
