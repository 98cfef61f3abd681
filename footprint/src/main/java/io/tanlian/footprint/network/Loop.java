package io.tanlian.footprint.network;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.footprint.activity.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Activities that need each other. Row i of its matrix is a run of activity i: its output on the
 * diagonal, less what it takes from each of them.
 */
final class Loop {

  private final Plan plan;
  private final int[] nodes;
  private final BigDecimal[][] matrix;

  Loop(Plan plan, int[] nodes) {
    this.plan = plan;
    this.nodes = nodes;
    matrix = new BigDecimal[nodes.length][nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      Plan.Node node = plan.nodes().get(nodes[i]);
      for (int j = 0; j < nodes.length; j++) {
        BigDecimal taken = node.suppliers().getOrDefault(nodes[j], BigDecimal.ZERO);
        matrix[i][j] = i == j ? node.step().output().subtract(taken) : taken.negate();
      }
    }
  }

  List<ProductId> products() {
    List<ProductId> products = new ArrayList<>();
    for (int node : nodes) {
      products.add(plan.nodes().get(node).step().activity().product());
    }
    return products;
  }

  /**
   * Whether every activity can deliver one run's output to the outside, all at the same time, with
   * every activity running forwards: for amounts that are not negative exactly then (I - A) has an
   * inverse without negative entries (Hawkins and Simon, 1949).
   */
  boolean isProductive() {
    BigDecimal[][] delivered = new BigDecimal[nodes.length][];
    for (int i = 0; i < nodes.length; i++) {
      delivered[i] = new BigDecimal[] {plan.nodes().get(nodes[i]).step().output()};
    }
    return DenseSystem.solve(transposed(), delivered)
        .map(runs -> {
          for (BigDecimal[] run : runs) {
            if (run[0].signum() <= 0) {
              return false;
            }
          }
          return true;
        })
        .orElse(false);
  }

  /**
   * Footprints for one unit of each product, from the burden of a run that enters the loop from
   * outside.
   */
  List<Figures> intensities(List<Figures> burdens) {
    List<PcfComponent> columns = columnsOf(burdens);
    BigDecimal[][] right = new BigDecimal[nodes.length][];
    for (int i = 0; i < nodes.length; i++) {
      right[i] = row(burdens.get(i), columns);
    }
    BigDecimal[][] solved = DenseSystem.solve(matrix, right).orElseThrow();
    List<Figures> intensities = new ArrayList<>();
    for (BigDecimal[] row : solved) {
      intensities.add(figures(row, columns));
    }
    return intensities;
  }

  /** How often each activity runs to deliver the demand to the outside of the loop. */
  BigDecimal[] runs(List<BigDecimal> demand) {
    BigDecimal[][] right = new BigDecimal[nodes.length][];
    for (int i = 0; i < nodes.length; i++) {
      right[i] = new BigDecimal[] {demand.get(i)};
    }
    BigDecimal[][] solved = DenseSystem.solve(transposed(), right).orElseThrow();
    BigDecimal[] runs = new BigDecimal[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      runs[i] = solved[i][0];
    }
    return runs;
  }

  private BigDecimal[][] transposed() {
    BigDecimal[][] transposed = new BigDecimal[nodes.length][nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      for (int j = 0; j < nodes.length; j++) {
        transposed[j][i] = matrix[i][j];
      }
    }
    return transposed;
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
