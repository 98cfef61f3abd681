package io.tanlian.cli.exchange;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.verifier.trace.Direction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A question about material. {@code asOf} is the size of the ledger to answer it at, the newest if
 * empty.
 *
 * @param target path and query, encoded
 * @param read reads the answer; throws {@link IllegalArgumentException} for one that cannot be used
 */
public record MaterialQuery<T>(String target, Function<JsonNode, T> read) {

  /** The batches a statement brought, and what is left of them. */
  public static MaterialQuery<HoldingAnswer> batches(StatementId statement, OptionalLong asOf) {
    return new MaterialQuery<>(
        new Target("/v1/batches").with("statement", statement.value()).with(asOf).text(),
        HoldingAnswer::read);
  }

  /** The way of material, from a start. */
  public static MaterialQuery<TraceAnswer> trace(
      MaterialStart start, Direction direction, OptionalLong asOf) {
    return new MaterialQuery<>(
        new Target("/v1/trace")
            .with(start)
            .with("direction", direction.wireName())
            .with(asOf)
            .text(),
        TraceAnswer::read);
  }

  /** Everything that may hold material of a start. */
  public static MaterialQuery<RecallAnswer> recall(MaterialStart start, OptionalLong asOf) {
    return new MaterialQuery<>(
        new Target("/v1/recall").with(start).with(asOf).text(), RecallAnswer::read);
  }

  /**
   * A site's accounts.
   *
   * @param day the day they stand on; today if empty
   */
  public static MaterialQuery<List<AccountAnswer>> accounts(
      Urn site, Optional<LocalDate> day, OptionalLong asOf) {
    Target target = new Target("/v1/accounts").with("site", site.value());
    day.ifPresent(on -> target.with("on", on.toString()));
    return new MaterialQuery<>(target.with(asOf).text(), AccountAnswer::readAll);
  }

  /** The transfers that wait for the caller's acceptance. */
  public static MaterialQuery<List<HoldingAnswer>> offers() {
    return new MaterialQuery<>("/v1/offers", HoldingAnswer::readAll);
  }

  /** The recycled content that a statement claims, and what it follows from. */
  public static MaterialQuery<RecycledContentAnswer> content(StatementId claim, OptionalLong asOf) {
    return new MaterialQuery<>(
        new Target("/v1/recycled-content/" + ExchangeClient.encoded(claim.value()))
            .with(asOf)
            .text(),
        RecycledContentAnswer::read);
  }

  /** A path and its parameters, as they come. */
  private static final class Target {
    private final String path;
    private final List<String> parameters = new ArrayList<>();

    Target(String path) {
      this.path = path;
    }

    Target with(String name, String value) {
      parameters.add(name + "=" + ExchangeClient.encoded(value));
      return this;
    }

    Target with(OptionalLong asOf) {
      asOf.ifPresent(size -> with("asOf", Long.toString(size)));
      return this;
    }

    Target with(MaterialStart start) {
      return switch (start) {
        case MaterialStart.Brought(StatementId statement, Optional<String> lot) -> {
          with("statement", statement.value());
          lot.ifPresent(name -> with("lot", name));
          yield this;
        }
        case MaterialStart.Battery(var identity) -> with("identity", identity.value());
      };
    }

    String text() {
      return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }
  }
}
