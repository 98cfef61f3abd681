package io.tanlian.footprint.rollup;

import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.network.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Until when the declarations in use may be used. */
final class Freshness {

  private Freshness() {}

  static List<StaleInput> stale(Plan plan, Instant asOf) {
    List<StaleInput> stale = new ArrayList<>();
    for (Plan.Node node : plan.nodes()) {
      Activity activity = node.step().activity();
      activity
          .lapseAt(asOf)
          .ifPresent(lapse -> stale.add(new StaleInput(activity.product(), activity.pin(), lapse)));
    }
    return stale;
  }

  static Optional<Expiry> earliestExpiry(Plan plan) {
    return IntStream.range(0, plan.nodes().size())
        .filter(position -> position != plan.root())
        .mapToObj(position -> plan.nodes().get(position).step().activity())
        .map(activity ->
            new Expiry(activity.product(), activity.pin(), activity.declared().validUntil()))
        .min(Comparator.comparing(Expiry::validUntil));
  }
}
