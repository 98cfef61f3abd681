package io.tanlian.footprint.network;

import static java.math.MathContext.DECIMAL128;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.activity.Pin;
import io.tanlian.footprint.recycling.InputBurden;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Everything one product needs: its steps in ledger order, and what supplies each input.
 *
 * @param root position of the product's own step
 */
public record Plan(List<Node> nodes, int root) {

  /**
   * A step in its place.
   *
   * @param suppliers net amount for one run from each supplying node, by its position, in that
   *     supplier's declared unit; where some of an input is recycled, the amount whose primary
   *     burden counts
   * @param estimated burden of one run that secondary factors account for
   */
  public record Node(
      Step step, List<Line> lines, SequencedMap<Integer, BigDecimal> suppliers, Figures estimated) {

    /** The run's burden that does not come from another node. */
    public Figures own() {
      return step.direct().plus(estimated);
    }
  }

  /** An input and what supplies it, its primary part where some of it is recycled. */
  public record Line(Input input, Supply supply) {

    /** The burden of one unit of the input, given that of its supply. */
    public InputBurden burden() {
      return InputBurden.of(input);
    }

    /** Burden of the input's recycled part for one run of the step; empty if it has none. */
    public Optional<Figures> recycling() {
      return input
          .recycled()
          .map(_ -> burden().recycling().times(input.signed(input.quantity().amount())));
    }
  }

  /** The plan for an activity, whose figures must be disclosed. */
  static Plan of(SupplyNetwork network, Step root) {
    Map<StatementId, List<Line>> lines = new HashMap<>();
    Map<StatementId, Step> steps = new HashMap<>();
    Deque<Step> waiting = new ArrayDeque<>(List.of(root));
    steps.put(root.activity().pin().statement(), root);
    while (!waiting.isEmpty()) {
      Step step = waiting.remove();
      List<Line> stepLines =
          step.inputs().stream().map(input -> new Line(input, network.supplyOf(input))).toList();
      lines.put(step.activity().pin().statement(), stepLines);
      for (Line line : stepLines) {
        if (line.supply() instanceof Supply.Supplied(Activity supplier, var _)
            && !steps.containsKey(supplier.pin().statement())) {
          Step next = Step.of(supplier).orElseThrow();
          steps.put(supplier.pin().statement(), next);
          waiting.add(next);
        }
      }
    }
    return inLedgerOrder(steps.values(), lines, root);
  }

  private static Plan inLedgerOrder(
      Collection<Step> steps, Map<StatementId, List<Line>> lines, Step root) {
    List<Pin> pins =
        steps.stream()
            .map(step -> step.activity().pin())
            .sorted(Comparator.comparingLong(Pin::index))
            .toList();
    Map<StatementId, Integer> positions = new HashMap<>();
    pins.forEach(pin -> positions.put(pin.statement(), positions.size()));
    Node[] nodes = new Node[pins.size()];
    for (Step step : steps) {
      StatementId statement = step.activity().pin().statement();
      int position = Objects.requireNonNull(positions.get(statement));
      nodes[position] = node(step, Objects.requireNonNull(lines.get(statement)), positions);
    }
    return new Plan(
        List.of(nodes), Objects.requireNonNull(positions.get(root.activity().pin().statement())));
  }

  private static Node node(Step step, List<Line> lines, Map<StatementId, Integer> positions) {
    SequencedMap<Integer, BigDecimal> suppliers = new TreeMap<>();
    Figures estimated = Figures.ZERO;
    for (Line line : lines) {
      Input input = line.input();
      InputBurden burden = line.burden();
      switch (line.supply()) {
        case Supply.Supplied(Activity supplier, BigDecimal amount) ->
            suppliers.merge(
                positions.get(supplier.pin().statement()),
                input.signed(burden.primaryOf(amount)),
                (a, b) -> a.add(b, DECIMAL128));
        case Supply.Estimated(var factor, var _) ->
            estimated =
                estimated.plus(
                    factor
                        .perUnit()
                        .times(input.signed(burden.primaryOf(input.quantity().amount()))));
        case Supply.AllRecycled _, Supply.Missing _ -> {}
      }
      estimated = line.recycling().map(estimated::plus).orElse(estimated);
    }
    return new Node(step, lines, suppliers, estimated);
  }
}
