package io.tanlian.verifier.material;

import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.FeedLot;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.RecoveryDeclaration;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sums over the lots of recoveries, in kilograms. */
final class RecoveryMasses {
  private final Collection<RecoveryDeclaration> recoveries;

  RecoveryMasses(Collection<RecoveryDeclaration> recoveries) {
    this.recoveries = List.copyOf(recoveries);
  }

  /** All that went in. */
  Stream<Content> in() {
    return recoveries.stream()
        .flatMap(recovery -> recovery.feed().stream())
        .map(FeedLot::contents)
        .flatMap(List::stream);
  }

  /** All that came out in lots of this kind. */
  Stream<Content> out(Predicate<Batch> counted) {
    return recoveries.stream()
        .flatMap(recovery -> recovery.recovered().stream())
        .filter(counted)
        .map(Batch::contents)
        .flatMap(List::stream);
  }

  static BigDecimal of(Material material, Stream<Content> contents) {
    return contents
        .filter(content -> content.material().equals(material))
        .map(Content::mass)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
