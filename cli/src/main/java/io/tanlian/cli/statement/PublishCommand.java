package io.tanlian.cli.statement;

import io.tanlian.cli.connection.LogKeyOption;
import io.tanlian.cli.connection.ServerOptions;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.file.InputFile;
import io.tanlian.cli.file.OutputFile;
import io.tanlian.cli.file.StatementFile;
import io.tanlian.cli.receipt.ReceiptVerdict;
import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.tlog.note.VerifierKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Publishes signed statements. */
@Command(
    name = "publish",
    description = {
      "Publish signed statements, in the order given, and keep the receipt of each.",
      "",
      "A statement counts as published only when its receipt was verified here. Safe to run again:",
      "what has a good receipt is skipped, and the exchange takes each statement once."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian publish footprint.sd-jwt --credentials supplier.json",
      "  tanlian publish out/*.sd-jwt --receipts receipts/ --credentials supplier.json --json"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class PublishCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Signed statements (jwt~...~), as 'tanlian sign' writes them.")
  private List<Path> files;

  @Option(
      names = "--receipts",
      paramLabel = "DIR",
      description = "The folder for the receipts; by default each is beside its statement.")
  private @Nullable Path receipts;

  @Mixin private ServerOptions server;
  @Mixin private LogKeyOption logKey;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Printer printer = output.printer();
    Credentials credentials = server.credentials(printer);
    VerifierKey log = logKey.require(credentials.logKey());
    List<SignedStatement> statements = files.stream().map(StatementFile::read).toList();
    List<ObjectNode> results = new ArrayList<>();
    int worst = ExitCode.OK;
    try (ExchangeClient client = ServerOptions.connect(credentials)) {
      boolean answering = true;
      for (int i = 0; i < files.size() && answering; i++) {
        printer.progress("publishing %d of %d".formatted(i + 1, files.size()));
        Publication publication = publish(files.get(i), statements.get(i), client, log);
        printer.progressDone();
        publication.show(files.get(i).toString(), printer);
        results.add(publication.json().put("file", files.get(i).toString()));
        worst = Math.max(worst, publication.exitCode());
        answering = !(publication instanceof Publication.Failed);
      }
    }
    int exitCode = worst;
    printer.document(() -> {
      ObjectNode all = Printer.outcome("done").put("exitCode", exitCode);
      results.forEach(all.withArray("files")::add);
      return all;
    });
    return exitCode;
  }

  private Publication publish(
      Path file, SignedStatement statement, ExchangeClient client, VerifierKey log) {
    Path receipt = receiptOf(file);
    if (Files.exists(receipt)
        && ReceiptVerdict.of(InputFile.text(receipt), statement, log)
            instanceof ReceiptVerdict.Proved(long index, long treeSize, Hash _, Entry entry)) {
      return new Publication.Kept(index, treeSize);
    }
    Publication publication = Publication.of(statement, client, log);
    if (publication instanceof Publication.Proved(var published)) {
      OutputFile.replace(receipt, published.receipt());
    }
    return publication;
  }

  private Path receiptOf(Path file) {
    String name = file.getFileName() + ".receipt";
    return receipts == null ? file.resolveSibling(name) : receipts.resolve(name);
  }
}
