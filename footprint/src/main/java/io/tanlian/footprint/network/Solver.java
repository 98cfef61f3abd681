package io.tanlian.footprint.network;

import static java.math.MathContext.DECIMAL128;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.network.Plan.Node;
import io.tanlian.footprint.network.Solution.Solved;
import io.tanlian.footprint.network.Solution.Unsolved;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Solves the linear system (I - A) x = d of a product's network in 34-digit decimals: suppliers
 * before customers where there is no loop, all activities of a loop at once.
 */
public final class Solver {

  /**
   * Most activities that may need each other. Factoring takes their number to the third power: one
   * to three seconds of processor time where all 200 take from all 200.
   */
  public static final int loopActivitiesMax = 200;

  private final Plan plan;
  private final List<int[]> components;
  private final Map<Integer, Loop> loops = new HashMap<>();
  private final Figures[] intensities;
  private final BigDecimal[] runs;

  private Solver(Plan plan) {
    this.plan = plan;
    int size = plan.nodes().size();
    components = Components.of(suppliersOf(plan));
    intensities = new Figures[size];
    Arrays.fill(intensities, Figures.ZERO);
    runs = new BigDecimal[size];
    Arrays.fill(runs, BigDecimal.ZERO);
  }

  /** The footprint of an activity's product, and how often every step behind it runs. */
  public static Solution solve(SupplyNetwork network, Activity activity) {
    return Step.of(activity)
        .map(step -> new Solver(Plan.of(network, step)).solve())
        .orElseGet(() -> new Unsolved(new Refusal.NotDisclosed(activity.product())));
  }

  private static int[][] suppliersOf(Plan plan) {
    return plan.nodes().stream()
        .map(node -> node.suppliers().keySet().stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private Solution solve() {
    for (int[] component : components) {
      Optional<Refusal> refusal = priceOf(component);
      if (refusal.isPresent()) {
        return new Unsolved(refusal.get());
      }
    }
    BigDecimal[] demand = new BigDecimal[runs.length];
    Arrays.fill(demand, BigDecimal.ZERO);
    demand[plan.root()] = BigDecimal.ONE;
    for (int[] component : components.reversed()) {
      run(component, demand);
    }
    return new Solved(plan, List.of(intensities), List.of(runs));
  }

  private Optional<Refusal> priceOf(int[] component) {
    if (!isLoop(component)) {
      int node = component[0];
      intensities[node] = burdenFromOutside(component, node).dividedBy(output(node));
      return Optional.empty();
    }
    if (component.length > loopActivitiesMax) {
      return Optional.of(new Refusal.LoopTooLarge(products(component), loopActivitiesMax));
    }
    Optional<Loop> loop = Loop.of(plan, component);
    if (loop.isEmpty()) {
      return Optional.of(new Refusal.UnproductiveLoop(products(component)));
    }
    loops.put(component[0], loop.get());
    List<Figures> solved =
        loop.get()
            .intensities(
                Arrays.stream(component)
                    .mapToObj(node -> burdenFromOutside(component, node))
                    .toList());
    for (int i = 0; i < component.length; i++) {
      intensities[component[i]] = solved.get(i);
    }
    return Optional.empty();
  }

  private Figures burdenFromOutside(int[] component, int node) {
    Figures burden = plan.nodes().get(node).own();
    for (Map.Entry<Integer, BigDecimal> supplied : suppliers(node)) {
      if (Arrays.binarySearch(component, supplied.getKey()) < 0) {
        burden = burden.plus(intensities[supplied.getKey()].times(supplied.getValue()));
      }
    }
    return burden;
  }

  private void run(int[] component, BigDecimal[] demand) {
    Loop loop = loops.get(component[0]);
    if (loop != null) {
      BigDecimal[] solved =
          loop.runs(Arrays.stream(component).mapToObj(node -> demand[node]).toList());
      for (int i = 0; i < component.length; i++) {
        runs[component[i]] = solved[i];
      }
    } else {
      runs[component[0]] = demand[component[0]].divide(output(component[0]), DECIMAL128);
    }
    for (int node : component) {
      for (Map.Entry<Integer, BigDecimal> supplied : suppliers(node)) {
        demand[supplied.getKey()] =
            demand[supplied.getKey()].add(
                runs[node].multiply(supplied.getValue(), DECIMAL128), DECIMAL128);
      }
    }
  }

  private List<ProductId> products(int[] component) {
    return Arrays.stream(component)
        .mapToObj(node -> plan.nodes().get(node).step().activity().product())
        .toList();
  }

  private boolean isLoop(int[] component) {
    return component.length > 1
        || plan.nodes().get(component[0]).suppliers().containsKey(component[0]);
  }

  private Iterable<Map.Entry<Integer, BigDecimal>> suppliers(int node) {
    return plan.nodes().get(node).suppliers().entrySet();
  }

  private BigDecimal output(int node) {
    Node planned = plan.nodes().get(node);
    return planned.step().output();
  }
}
