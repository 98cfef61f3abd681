package io.tanlian.exchange.pact;

import io.tanlian.contracts.pact.translation.Loss;
import io.tanlian.contracts.pact.translation.Translation;
import io.tanlian.contracts.pact.v2.ProductFootprint;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.problem.Problem;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A footprint of PACT 3 in version 2.3.
 *
 * @param problems why there is none; empty where there is one
 */
record Version2(Optional<ProductFootprint> footprint, List<Loss> losses, List<Problem> problems) {

  static Version2 of(ObjectNode version3) {
    return switch (io.tanlian.contracts.pact.v3.ProductFootprint.parse(version3)
        .then(Translation::toVersion2)) {
      case Outcome.Accepted<Translation<ProductFootprint>>(var translation) ->
          new Version2(Optional.of(translation.footprint()), translation.losses(), List.of());
      case Outcome.Refused<Translation<ProductFootprint>>(var problems) ->
          new Version2(Optional.empty(), List.of(), problems);
    };
  }
}
