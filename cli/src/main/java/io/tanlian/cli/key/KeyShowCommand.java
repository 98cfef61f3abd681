package io.tanlian.cli.key;

import io.tanlian.cli.terminal.ExitCode;
import io.tanlian.cli.terminal.Output;
import io.tanlian.cli.terminal.Printer;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.key.PublicKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the public part of a key. */
@Command(
    name = "show",
    description = {
      "Show the public part of a key: the JWK to hand out.",
      "",
      "Its id (kid, RFC 7638 thumbprint) goes to standard error, so that the JWK can be redirected."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian key show supplier.jwk",
      "  tanlian key show supplier.jwk > supplier.pub.jwk"
    })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class KeyShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A private or public key (JWK).")
  private Path file;

  @Mixin private Output output;

  @Override
  public Integer call() {
    PublicKey key = KeyFile.published(file);
    Printer printer = output.printer();
    printer.line(StrictJson.format(key.jwk()));
    if (!printer.isJson()) {
      printer.aside(key.algorithm().joseName() + " key, kid " + key.kid());
    }
    printer.document(() -> {
      var result = Printer.outcome("shown").put("kid", key.kid());
      result.put("algorithm", key.algorithm().joseName()).set("key", key.jwk());
      return result;
    });
    return ExitCode.OK;
  }
}
