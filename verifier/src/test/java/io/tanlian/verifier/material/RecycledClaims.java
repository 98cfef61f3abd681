package io.tanlian.verifier.material;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Denominator;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.material.RecyclingMethod;
import java.math.BigDecimal;
import java.time.Year;
import java.util.Arrays;
import java.util.List;

/** Claims for what a plant makes of a product in 2026, by kilograms. */
public final class RecycledClaims {
  private static final BatchId BATCH =
      new BatchId(StatementId.parse("urn:uuid:0192f1c4-8d3e-7000-8000-000000000006"), "B-1");
  private static final BigDecimal BATCH_MASS = new BigDecimal("100000");

  private RecycledClaims() {}

  /** A claim that rests on what is allocated of one batch, and states no share itself. */
  static RecycledContentClaim of(List<Content> allocated, Denominator... wholes) {
    return new RecycledContentClaim(
        ProductId.parse("urn:example:cell"),
        new Urn("urn:example:plant:1"),
        Year.of(2026),
        RecyclingMethod.CUT_OFF,
        CustodyModel.MASS_BALANCE,
        List.of(new Allocation(BATCH, BATCH_MASS, allocated)),
        List.of(wholes),
        List.of(),
        List.of());
  }

  /** The claim with what it rests on cut into two allocations, each of a batch of its own. */
  static RecycledContentClaim cut(
      List<Content> first, List<Content> second, Denominator... wholes) {
    RecycledContentClaim whole = of(first, wholes);
    return new RecycledContentClaim(
        whole.product(),
        whole.plant(),
        whole.year(),
        whole.method(),
        whole.custody(),
        List.of(
            whole.allocations().getFirst(),
            new Allocation(new BatchId(BATCH.statement(), "B-2"), BATCH_MASS, second)),
        whole.denominators(),
        whole.shares(),
        whole.identities());
  }

  static List<Content> allocated(Content... contents) {
    return Arrays.asList(contents);
  }

  public static Content preConsumer(String material, String mass) {
    return content(material, mass, Origin.PRE_CONSUMER);
  }

  public static Content postConsumer(String material, String mass) {
    return content(material, mass, Origin.POST_CONSUMER);
  }

  static Content primary(String material, String mass) {
    return content(material, mass, Origin.PRIMARY);
  }

  public static Denominator whole(String material, Boundary boundary, String mass) {
    return new Denominator(Material.parse(material), boundary, new BigDecimal(mass));
  }

  private static Content content(String material, String mass, Origin origin) {
    return new Content(Material.parse(material), new BigDecimal(mass), origin);
  }
}
