package io.tanlian.benchmarks.material;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.BatchId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A supply chain of ten tiers: recoveries, eight tiers whose batches are each mixed of three of the
 * tier before with a loss, one tier that gathers eleven of them each, and the claim of a product.
 *
 * @param claim the claim
 * @param claimedGrams the nickel it allocates
 * @param batches on its way
 */
record Tiers(StatementId claim, long claimedGrams, int batches) {
  static final int TIERS = 10;

  private static final int MIXED_TIERS = 8;
  private static final int GATHERED_OF = 11;
  private static final int GATHERINGS_MAX = 100;
  private static final long RECOVERED_GRAMS = 60_007;
  private static final long LOST_GRAMS = 11;
  private static final int FAR = 37;

  /** The chain with about so many batches, of which the claim uses a third of the last each. */
  static Tiers on(MaterialNode node, int batches) throws Exception {
    int gatherings = Math.min(GATHERINGS_MAX, batches / GATHERINGS_MAX);
    int width = gatherings * GATHERED_OF;
    long grams = RECOVERED_GRAMS;
    List<BatchId> tier = Batches.recovered(node, width, grams);
    int brought = width;
    for (int i = 0; i < MIXED_TIERS; i++) {
      long in = grams;
      List<BatchId> before = tier;
      tier = processed(node, width, number -> mixed(before, number, in), in - LOST_GRAMS);
      grams = in - LOST_GRAMS;
      brought += width;
    }
    long in = grams;
    List<BatchId> before = tier;
    long gathered = GATHERED_OF * in - LOST_GRAMS;
    tier =
        processed(
            node,
            gatherings,
            number ->
                before.subList(number * GATHERED_OF, (number + 1) * GATHERED_OF).stream()
                    .map(batch -> Nickel.allocation(batch, in))
                    .toList(),
            gathered);
    brought += gatherings;
    Company.Signed claim =
        node.company()
            .sign(
                Nickel.content(
                    tier.stream().map(batch -> Nickel.allocation(batch, gathered / 3)).toList()));
    node.record(claim.compact());
    return new Tiers(claim.id(), gatherings * (gathered / 3), brought);
  }

  private static List<BatchId> processed(
      MaterialNode node, int count, IntFunction<List<Allocation>> allocations, long grams)
      throws Exception {
    AtomicInteger number = new AtomicInteger();
    return Batches.brought(
        node,
        count,
        () -> Nickel.processing(allocations.apply(number.getAndIncrement()), grams, LOST_GRAMS));
  }

  /** Of three batches, a sixth, a third and the rest: of each batch all is used. */
  private static List<Allocation> mixed(List<BatchId> before, int number, long grams) {
    long sixth = grams / 6;
    long third = grams / 3;
    long[] parts = {sixth, third, grams - sixth - third};
    int[] steps = {0, 1, FAR % before.size()};
    return IntStream.range(0, parts.length)
        .mapToObj(i -> Nickel.allocation(before.get((number + steps[i]) % before.size()), parts[i]))
        .toList();
  }
}
