package io.tanlian.footprint.rollup;

import java.math.BigDecimal;

/**
 * How much of the tree of inputs is shown; what is not shown stays in each branch's rest.
 *
 * @param depthMax levels below the product itself
 * @param shareMin inputs with a smaller share of the product's total are not shown, 0 to 1; missing
 *     inputs always are
 */
public record TreeLimits(int depthMax, BigDecimal shareMin) {

  /** Most levels that can be asked for. */
  public static final int treeDepthMax = 20;

  /** Most branches of one tree, whatever is asked for. */
  public static final int treeBranchesMax = 2_000;

  public static final TreeLimits DEFAULT = new TreeLimits(5, new BigDecimal("0.001"));

  public TreeLimits {
    if (depthMax < 0 || depthMax > treeDepthMax) {
      throw new IllegalArgumentException(
          "depthMax must be 0 to %d, is %d".formatted(treeDepthMax, depthMax));
    }
    if (shareMin.signum() < 0 || shareMin.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("shareMin must be 0 to 1, is " + shareMin);
    }
  }
}
