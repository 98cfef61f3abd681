package io.tanlian.cli.material;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which state of the ledger to ask about. */
final class AsOfOption {
  @Option(
      names = "--as-of",
      paramLabel = "N",
      description = "As it was when the ledger had N entries; by default now.")
  private @Nullable Long asOf;

  OptionalLong size() {
    return asOf == null ? OptionalLong.empty() : OptionalLong.of(asOf);
  }
}
