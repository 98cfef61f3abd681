package io.tanlian.exchange.pact;

import io.tanlian.exchange.Caller;
import io.tanlian.exchange.readmodel.Freshness;
import io.tanlian.exchange.sharing.Accesses;
import io.tanlian.exchange.sharing.Sight;
import io.tanlian.exchange.sharing.VisibleDeclarations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads one footprint, as far as the caller may see its figures. */
@Component
final class FootprintReads {

  private final VisibleDeclarations visible;
  private final Footprints footprints;
  private final Accesses accesses;
  private final Freshness freshness;

  FootprintReads(
      VisibleDeclarations visible, Footprints footprints, Accesses accesses, Freshness freshness) {
    this.visible = visible;
    this.footprints = footprints;
    this.accesses = accesses;
    this.freshness = freshness;
  }

  /** What came of a read. */
  sealed interface Read<T> {
    /** It was shown, and that is recorded. */
    record Shown<T>(T footprint) implements Read<T> {}

    /** It is another's, and the caller has no grant: PACT tells this from what does not exist. */
    record Denied<T>() implements Read<T> {}

    /** Nobody declared it. */
    record Missing<T>() implements Read<T> {}
  }

  /**
   * Reads a footprint.
   *
   * @param path by which it was asked for, for the record
   * @param written what is shown of it; it is recorded as shown only if that is present
   */
  <T> Read<Optional<T>> read(
      Caller caller, UUID id, String path, Function<ObjectNode, Optional<T>> written) {
    long head = freshness.awaitHead();
    Optional<Sight> sight =
        visible
            .ofFootprint(caller.participant(), id, head)
            .filter(seen -> seen.parts().containsAll(Footprints.SHOWN));
    if (sight.isEmpty()) {
      return visible.exists(id) ? new Read.Denied<>() : new Read.Missing<>();
    }
    List<Sight> one = List.of(sight.get());
    Optional<T> shown =
        written.apply(Objects.requireNonNull(footprints.of(one).get(one.getFirst().index())));
    if (shown.isPresent()) {
      accesses.record(caller.participant(), path, one, Footprints.SHOWN);
    }
    return new Read.Shown<>(shown);
  }
}
