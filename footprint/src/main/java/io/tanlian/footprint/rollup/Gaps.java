package io.tanlian.footprint.rollup;

import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.network.Plan;
import io.tanlian.footprint.network.Solution.Solved;
import io.tanlian.footprint.network.Supply;
import java.util.ArrayList;
import java.util.List;

/** What a solved network could not count, or not as it is written. */
final class Gaps {

  private Gaps() {}

  static List<MissingInput> missing(Plan plan) {
    List<MissingInput> missing = new ArrayList<>();
    for (Plan.Node node : plan.nodes()) {
      Activity activity = node.step().activity();
      for (Plan.Line line : node.lines()) {
        if (line.supply() instanceof Supply.Missing(Supply.Reason reason, String words)) {
          Input input = line.input();
          missing.add(
              new MissingInput(
                  input.product(),
                  input.direction(),
                  input.quantity(),
                  activity.pin(),
                  activity.product(),
                  reason,
                  words));
        }
      }
    }
    return missing;
  }

  static List<Doubt> doubts(Solved solved) {
    List<Doubt> doubts = new ArrayList<>();
    for (int position = 0; position < solved.plan().nodes().size(); position++) {
      Plan.Node node = solved.plan().nodes().get(position);
      Activity activity = node.step().activity();
      node.step()
          .problem()
          .ifPresent(words -> doubts.add(new Doubt(activity.product(), activity.pin(), words)));
      for (Plan.Line line : node.lines()) {
        if (line.supply() instanceof Supply.Estimated(var _, var instead)) {
          instead.ifPresent(words ->
              doubts.add(
                  new Doubt(
                      line.input().product(),
                      activity.pin(),
                      "a secondary factor is used: " + words)));
        }
      }
      if (solved.runs().get(position).signum() < 0) {
        doubts.add(
            new Doubt(
                activity.product(),
                activity.pin(),
                "more of it leaves the steps with its burden than enters them: correct an amount with direction out"));
      }
    }
    return doubts;
  }
}
