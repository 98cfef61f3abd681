package io.tanlian.verifier.stock;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Account;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Batches and what is used of them, in few words; masses in kilograms. */
public final class Batches {
  public static final String PRODUCT = "urn:example:powder";
  public static final Custody IDENTITY_PRESERVED =
      new Custody(CustodyModel.IDENTITY_PRESERVED, null);
  public static final Custody SEGREGATED = new Custody(CustodyModel.SEGREGATED, null);
  public static final Custody MASS_BALANCE = credits(CustodyModel.MASS_BALANCE, year(2026));

  private Batches() {}

  /** A batch of a mixture that is used as primary material is. */
  public static Batch of(String lot, String mass, Content... contents) {
    return batch(lot, PRODUCT, mass, null, true, contents);
  }

  public static Batch of(String lot, String product, String mass, Content... contents) {
    return batch(lot, product, mass, null, true, contents);
  }

  /** A batch that is waste, or still to be recovered from. */
  public static Batch waste(String lot, String mass, Content... contents) {
    return batch(lot, PRODUCT, mass, null, false, contents);
  }

  public static Batch salt(String lot, String mass, String compound, Content... contents) {
    return batch(lot, PRODUCT, mass, compound, true, contents);
  }

  private static Batch batch(
      String lot,
      String product,
      String mass,
      @Nullable String compound,
      boolean replacesPrimary,
      Content... contents) {
    return new Batch(
        lot,
        ProductId.parse(product),
        new BigDecimal(mass),
        compound,
        BigDecimal.ONE,
        replacesPrimary,
        List.of(contents),
        List.of());
  }

  /** Discarded by end users. */
  public static Content old(String material, String mass) {
    return content(material, mass, Origin.POST_CONSUMER);
  }

  /** Production waste. */
  public static Content scrap(String material, String mass) {
    return content(material, mass, Origin.PRE_CONSUMER);
  }

  public static Content virgin(String material, String mass) {
    return content(material, mass, Origin.PRIMARY);
  }

  private static Content content(String material, String mass, Origin origin) {
    return new Content(Material.parse(material), new BigDecimal(mass), origin);
  }

  public static Allocation use(BatchId batch, String mass, Content... contents) {
    return new Allocation(batch, new BigDecimal(mass), List.of(contents));
  }

  /** Credits in the account of a site for a period. */
  public static Custody credits(CustodyModel model, Period period) {
    return new Custody(model, new Account(new Urn("urn:example:site"), period));
  }

  public static Period year(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }
}
