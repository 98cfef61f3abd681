package io.tanlian.footprint.network;

import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.footprint.activity.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Activities that need each other. Row i of its matrix is a run of activity i: its output on the
 * diagonal, less what it takes from each of them.
 */
final class Loop {

  private final Plan plan;
  private final int[] nodes;
  private final DenseSystem system;

  private Loop(Plan plan, int[] nodes, DenseSystem system) {
    this.plan = plan;
    this.nodes = nodes;
    this.system = system;
  }

  /**
   * The loop of these nodes; empty if it is unproductive.
   *
   * <p>It is productive if every activity can deliver one run's output to the outside, all at the
   * same time, with every activity running forwards: for amounts that are not negative exactly then
   * (I - A) has an inverse without negative entries (Hawkins and Simon, 1949).
   */
  static Optional<Loop> of(Plan plan, int[] nodes) {
    return DenseSystem.of(matrix(plan, nodes))
        .map(system -> new Loop(plan, nodes, system))
        .filter(Loop::isProductive);
  }

  /**
   * Footprints for one unit of each product, from the burden of a run that enters the loop from
   * outside.
   */
  List<Figures> intensities(List<Figures> burdens) {
    List<PcfComponent> columns = columnsOf(burdens);
    BigDecimal[][] rows =
        burdens.stream().map(burden -> row(burden, columns)).toArray(BigDecimal[][]::new);
    BigDecimal[][] solved = new BigDecimal[nodes.length][rows[0].length];
    for (int column = 0; column < rows[0].length; column++) {
      BigDecimal[] burden = new BigDecimal[nodes.length];
      for (int i = 0; i < nodes.length; i++) {
        burden[i] = rows[i][column];
      }
      BigDecimal[] intensity = system.solve(burden);
      for (int i = 0; i < nodes.length; i++) {
        solved[i][column] = intensity[i];
      }
    }
    return Arrays.stream(solved).map(row -> figures(row, columns)).toList();
  }

  /** How often each activity runs to deliver the demand to the outside of the loop. */
  BigDecimal[] runs(List<BigDecimal> demand) {
    return system.solveTransposed(demand.toArray(BigDecimal[]::new));
  }

  private static BigDecimal[][] matrix(Plan plan, int[] nodes) {
    BigDecimal[][] matrix = new BigDecimal[nodes.length][nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      Plan.Node node = plan.nodes().get(nodes[i]);
      for (int j = 0; j < nodes.length; j++) {
        BigDecimal taken = node.suppliers().getOrDefault(nodes[j], BigDecimal.ZERO);
        matrix[i][j] = i == j ? node.step().output().subtract(taken) : taken.negate();
      }
    }
    return matrix;
  }

  private boolean isProductive() {
    List<BigDecimal> outputs =
        Arrays.stream(nodes).mapToObj(node -> plan.nodes().get(node).step().output()).toList();
    return Arrays.stream(runs(outputs)).allMatch(run -> run.signum() > 0);
  }

  private static List<PcfComponent> columnsOf(List<Figures> burdens) {
    TreeSet<PcfComponent> known = new TreeSet<>();
    burdens.forEach(burden -> known.addAll(burden.components().keySet()));
    return List.copyOf(known);
  }

  private static BigDecimal[] row(Figures figures, List<PcfComponent> columns) {
    List<BigDecimal> row = new ArrayList<>();
    columns.forEach(column -> row.add(figures.components().getOrDefault(column, BigDecimal.ZERO)));
    row.add(figures.excludingUptake());
    row.add(figures.includingUptake());
    return row.toArray(BigDecimal[]::new);
  }

  private static Figures figures(BigDecimal[] row, List<PcfComponent> columns) {
    Map<PcfComponent, BigDecimal> components = new EnumMap<>(PcfComponent.class);
    for (int i = 0; i < columns.size(); i++) {
      components.put(columns.get(i), row[i]);
    }
    return new Figures(components, row[columns.size()], row[columns.size() + 1]);
  }
}
