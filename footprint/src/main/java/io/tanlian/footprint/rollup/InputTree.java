package io.tanlian.footprint.rollup;

import static java.math.MathContext.DECIMAL128;

import io.tanlian.contracts.declaration.InputLine.Direction;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.contracts.unit.Unit;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.network.Plan;
import io.tanlian.footprint.network.Solution.Solved;
import io.tanlian.footprint.network.Step;
import io.tanlian.footprint.network.Supply;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Lays a solved network out as a tree, level by level, until its limits are reached. */
final class InputTree {

  private final Solved solved;
  private final TreeLimits limits;
  private final Map<StatementId, Integer> positions = new HashMap<>();
  private final BigDecimal totalMin;
  private int shown = 1;

  private InputTree(Solved solved, TreeLimits limits) {
    this.solved = solved;
    this.limits = limits;
    for (Plan.Node node : solved.plan().nodes()) {
      positions.put(node.step().activity().pin().statement(), positions.size());
    }
    totalMin = intensity(solved.plan().root()).abs().multiply(limits.shareMin(), DECIMAL128);
  }

  static Branch of(Solved solved, ProductId product, TreeLimits limits) {
    InputTree tree = new InputTree(solved, limits);
    int root = solved.plan().root();
    Unit unit = tree.node(root).step().activity().declared().unit().quantity().unit();
    Sprout trunk =
        tree
        .new Sprout(
            product,
            Direction.IN,
            new Quantity(BigDecimal.ONE, unit),
            BigDecimal.ONE,
            root,
            0,
            Optional.empty());
    Deque<Sprout> waiting = new ArrayDeque<>(List.of(trunk));
    while (!waiting.isEmpty()) {
      waiting.addAll(waiting.remove().grow());
    }
    return trunk.branch();
  }

  private Plan.Node node(int position) {
    return solved.plan().nodes().get(position);
  }

  private BigDecimal intensity(int position) {
    return solved.intensities().get(position).excludingUptake();
  }

  private static BigDecimal withRecycled(BigDecimal primary, Optional<RecycledPart> recycled) {
    return recycled.map(part -> primary.add(part.burden(), DECIMAL128)).orElse(primary);
  }

  /** A branch of an activity that may still grow. */
  private final class Sprout {
    private final ProductId product;
    private final Direction direction;
    private final Quantity quantity;
    private final int position;
    private final int depth;
    private final BigDecimal runs;
    private final BigDecimal total;
    private final Optional<RecycledPart> recycled;
    private final List<Branch> leaves = new ArrayList<>();
    private final List<Sprout> sprouts = new ArrayList<>();

    Sprout(
        ProductId product,
        Direction direction,
        Quantity quantity,
        BigDecimal signedAmount,
        int position,
        int depth,
        Optional<RecycledPart> recycled) {
      this.product = product;
      this.direction = direction;
      this.quantity = quantity;
      this.position = position;
      this.depth = depth;
      runs = signedAmount.divide(node(position).step().output(), DECIMAL128);
      this.recycled = recycled;
      total = withRecycled(signedAmount.multiply(intensity(position), DECIMAL128), recycled);
    }

    List<Sprout> grow() {
      if (depth < limits.depthMax()) {
        node(position).lines().forEach(this::grow);
      }
      return sprouts;
    }

    private void grow(Plan.Line line) {
      if (shown >= TreeLimits.treeBranchesMax) {
        return;
      }
      Input input = line.input();
      BigDecimal each = input.signed(runs);
      Direction inputDirection = each.signum() < 0 ? Direction.OUT : Direction.IN;
      Quantity scaled =
          new Quantity(
              input.quantity().amount().multiply(each.abs(), DECIMAL128), input.quantity().unit());
      Optional<RecycledPart> part = RecycledPart.of(line, runs);
      switch (line.supply()) {
        case Supply.Supplied(Activity supplier, BigDecimal amount) -> {
          Sprout sprout =
              new Sprout(
                  input.product(),
                  inputDirection,
                  scaled,
                  line.burden().primaryOf(amount).multiply(each, DECIMAL128),
                  Objects.requireNonNull(positions.get(supplier.pin().statement())),
                  depth + 1,
                  part);
          if (isLargeEnough(sprout.total)) {
            sprouts.add(sprout);
            shown++;
          }
        }
        case Supply.Estimated(var factor, var _) -> {
          BigDecimal burden =
              factor
                  .perUnit()
                  .excludingUptake()
                  .multiply(line.burden().primaryOf(input.quantity().amount()), DECIMAL128)
                  .multiply(each, DECIMAL128);
          if (isLargeEnough(withRecycled(burden, part))) {
            add(input.product(), Branch.Kind.ESTIMATED, inputDirection, scaled, burden, part);
          }
        }
        case Supply.AllRecycled _ -> {
          if (isLargeEnough(withRecycled(BigDecimal.ZERO, part))) {
            add(
                input.product(),
                Branch.Kind.RECYCLED,
                inputDirection,
                scaled,
                BigDecimal.ZERO,
                part);
          }
        }
        case Supply.Missing _ ->
            add(
                input.product(),
                Branch.Kind.MISSING,
                inputDirection,
                scaled,
                BigDecimal.ZERO,
                part);
      }
    }

    private boolean isLargeEnough(BigDecimal burden) {
      return burden.abs().compareTo(totalMin) >= 0;
    }

    private void add(
        ProductId leaf,
        Branch.Kind kind,
        Direction way,
        Quantity amount,
        BigDecimal primary,
        Optional<RecycledPart> part) {
      BigDecimal burden = withRecycled(primary, part);
      leaves.add(
          new Branch(
              leaf,
              Optional.empty(),
              kind,
              way,
              amount,
              burden,
              burden,
              List.of(),
              BigDecimal.ZERO,
              part));
      shown++;
    }

    Branch branch() {
      Step step = node(position).step();
      List<Branch> branches = new ArrayList<>(leaves);
      sprouts.forEach(sprout -> branches.add(sprout.branch()));
      branches.sort((a, b) -> b.total().abs().compareTo(a.total().abs()));
      BigDecimal own =
          withRecycled(step.direct().excludingUptake().multiply(runs, DECIMAL128), recycled);
      BigDecimal rest = total.subtract(own, DECIMAL128);
      for (Branch branch : branches) {
        rest = rest.subtract(branch.total(), DECIMAL128);
      }
      return new Branch(
          product,
          Optional.of(step.activity().pin()),
          step.kind() == Step.Kind.DECLARED ? Branch.Kind.DECLARED : Branch.Kind.COMPUTED,
          direction,
          quantity,
          total,
          own,
          branches,
          rest,
          recycled);
    }
  }
}
