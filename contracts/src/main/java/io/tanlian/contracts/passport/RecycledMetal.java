package io.tanlian.contracts.passport;

import io.tanlian.contracts.json.WireName;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Origin;

/**
 * The metals whose recycled share a passport states (Regulation (EU) 2023/1542, article 8): cobalt,
 * lithium and nickel in the active materials, lead in the battery.
 */
public enum RecycledMetal implements WireName {
  NICKEL("Nickel", "Ni", Boundary.ACTIVE_MATERIALS, 3),
  COBALT("Cobalt", "Co", Boundary.ACTIVE_MATERIALS, 4),
  LITHIUM("Lithium", "Li", Boundary.ACTIVE_MATERIALS, 5),
  LEAD("Lead", "Pb", Boundary.PRODUCT, 6);

  /** How far the clauses of post-consumer shares lie behind those of pre-consumer shares. */
  private static final int CLAUSES_BETWEEN_ORIGINS = 4;

  private final String wireName;
  private final String symbol;
  private final Boundary basis;
  private final int preConsumerClause;

  RecycledMetal(String wireName, String symbol, Boundary basis, int preConsumerClause) {
    this.wireName = wireName;
    this.symbol = symbol;
    this.basis = basis;
    this.preConsumerClause = preConsumerClause;
  }

  /** Its name in the Battery Pass data model 1.2.0. */
  @Override
  public String wireName() {
    return wireName;
  }

  public Material material() {
    return Material.parse(symbol);
  }

  /** What the share is a share of. */
  public Boundary basis() {
    return basis;
  }

  /** The clause of DIN DKE SPEC 99100 on the share of this origin, 6.6.2.3 to 6.6.2.10. */
  public String clause(Origin origin) {
    return "6.6.2."
        + (preConsumerClause + (origin == Origin.POST_CONSUMER ? CLAUSES_BETWEEN_ORIGINS : 0));
  }
}
