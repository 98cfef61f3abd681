package io.tanlian.contracts.material;

import java.util.Comparator;

/** What is conserved: a material of one origin. Neither turns into another. */
public record MaterialOrigin(Material material, Origin origin)
    implements Comparable<MaterialOrigin> {
  private static final Comparator<MaterialOrigin> ORDER =
      Comparator.comparing(MaterialOrigin::material).thenComparing(MaterialOrigin::origin);

  @Override
  public int compareTo(MaterialOrigin other) {
    return ORDER.compare(this, other);
  }

  /** {@code postConsumer Li} for one. */
  @Override
  public String toString() {
    return origin.wireName() + " " + material;
  }
}
