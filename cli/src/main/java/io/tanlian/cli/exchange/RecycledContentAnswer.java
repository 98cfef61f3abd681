package io.tanlian.cli.exchange;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.json.WireName;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.RecyclingMethod;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What an exchange answers to {@code GET /v1/recycled-content/{claim}}. The answer must agree with
 * itself: its shares and verdicts are computed again from its masses.
 *
 * @param index the claim's position on the ledger
 * @param correctedAt position of the entry that undid the claim
 * @param denominators masses of materials in what a share is a share of, kilograms
 * @param sources the recoveries it goes back to: all, or none if there are too many statements
 * @param complete whether sources and proof are all there is
 * @param treeSize size of the ledger it was computed at
 * @param proof the statements it follows from, or the newest of them
 */
public record RecycledContentAnswer(
    StatementId claim,
    long index,
    ParticipantId issuer,
    OptionalLong correctedAt,
    ProductId product,
    Urn plant,
    int year,
    RecyclingMethod method,
    List<Denominator> denominators,
    List<Share> shares,
    List<Verdict> verdicts,
    List<Source> sources,
    boolean complete,
    long treeSize,
    List<Proof> proof) {

  /** How far a share in the answer may be from the quotient of its masses: its last digit. */
  private static final BigDecimal SHARE_TOLERANCE = new BigDecimal("0.0001");

  private static final int YEAR_MAX = 9999;

  /** How much of a material there is, in kilograms. */
  public record Denominator(Material material, Boundary boundary, BigDecimal mass) {
    static Denominator read(JsonNode one) {
      return new Denominator(materialOf(one), boundaryOf(one), JsonField.figure(one, "mass"));
    }
  }

  /**
   * How much of it is recycled.
   *
   * @param recycled kilograms
   * @param total kilograms, above zero
   * @param share 0 to 1, as the exchange cut it
   * @param claimed what the claim states
   */
  public record Share(
      Material material,
      Boundary boundary,
      Origin origin,
      BigDecimal recycled,
      BigDecimal total,
      BigDecimal share,
      BigDecimal claimed) {
    public Share {
      boolean inRange =
          total.signum() > 0 && recycled.signum() >= 0 && recycled.compareTo(total) <= 0;
      if (!inRange) {
        throw new IllegalArgumentException(
            "%s kg of %s kg of %s is no share."
                .formatted(recycled.toPlainString(), total.toPlainString(), material));
      }
      BigDecimal off = recycled.subtract(share.multiply(total)).abs();
      if (off.compareTo(SHARE_TOLERANCE.multiply(total)) > 0) {
        throw new IllegalArgumentException(
            "it says that %s kg of %s kg of %s are a share of %s."
                .formatted(
                    recycled.toPlainString(),
                    total.toPlainString(),
                    material,
                    share.toPlainString()));
      }
    }

    static Share read(JsonNode one) {
      return new Share(
          materialOf(one),
          boundaryOf(one),
          Origin.parse(JsonField.text(one, "origin")),
          JsonField.figure(one, "recycled"),
          JsonField.figure(one, "total"),
          JsonField.figure(one, "share"),
          JsonField.figure(one, "claimed"));
    }
  }

  /**
   * How a rule pack judges it.
   *
   * @param verdict {@code met}, {@code missed} or {@code notJudged}
   * @param share of both origins together, 0 to 1
   * @param reason why it is not judged
   */
  public record Verdict(
      String pack,
      String version,
      Boundary boundary,
      Material material,
      String verdict,
      Optional<BigDecimal> share,
      Optional<BigDecimal> atLeast,
      Optional<String> reason) {
    static Verdict read(JsonNode one) {
      return new Verdict(
          JsonField.text(one, "pack"),
          JsonField.text(one, "version"),
          boundaryOf(one),
          materialOf(one),
          JsonField.text(one, "verdict"),
          JsonField.figureIfAny(one, "share"),
          JsonField.figureIfAny(one, "atLeast"),
          JsonField.textIfAny(one, "reason"));
    }
  }

  /**
   * What comes from one recovery.
   *
   * @param index position on the ledger of the statement that declared it
   */
  public record Source(
      StatementId recovery, long index, ParticipantId recycler, Urn plant, MaterialMass mass) {
    static Source read(JsonNode one) {
      return new Source(
          StatementId.parse(JsonField.text(one, "recovery")),
          JsonField.wholeNumber(one, "index"),
          ParticipantId.parse(JsonField.text(one, "recycler")),
          new Urn(JsonField.text(one, "plant")),
          MaterialMass.read(one));
    }
  }

  /** A statement that the shares follow from; its receipt is not verified here. */
  public record Proof(StatementId statement, long index, String type, String receipt) {
    static Proof read(JsonNode one) {
      return new Proof(
          StatementId.parse(JsonField.text(one, "statement")),
          JsonField.wholeNumber(one, "index"),
          JsonField.text(one, "type"),
          JsonField.text(one, "receipt"));
    }
  }

  public RecycledContentAnswer {
    denominators = List.copyOf(denominators);
    shares = List.copyOf(shares);
    verdicts = List.copyOf(verdicts);
    sources = List.copyOf(sources);
    proof = List.copyOf(proof);
    requireOneOfEach(shares);
    for (Share share : shares) {
      requireSameTotal(share, denominators);
    }
    for (Verdict verdict : verdicts) {
      requireConsistent(verdict, shares);
    }
  }

  /** Reads an answer; a member that is missing or contradicts another makes it unusable. */
  public static RecycledContentAnswer read(JsonNode body) {
    long year = JsonField.wholeNumber(body, "year");
    if (year > YEAR_MAX) {
      throw new IllegalArgumentException("its member year is not a year.");
    }
    return new RecycledContentAnswer(
        StatementId.parse(JsonField.text(body, "claim")),
        JsonField.wholeNumber(body, "index"),
        ParticipantId.parse(JsonField.text(body, "issuer")),
        JsonField.wholeNumberIfAny(body, "correctedAt"),
        ProductId.parse(JsonField.text(body, "product")),
        new Urn(JsonField.text(body, "plant")),
        (int) year,
        RecyclingMethod.parse(JsonField.text(body, "method")),
        JsonField.elements(body, "denominators", Denominator::read),
        JsonField.elements(body, "shares", Share::read),
        JsonField.elements(body, "verdicts", Verdict::read),
        JsonField.elements(body, "sources", Source::read),
        JsonField.flag(body, "complete"),
        JsonField.wholeNumber(body, "treeSize"),
        JsonField.elements(body, "proof", Proof::read));
  }

  private static void requireOneOfEach(List<Share> shares) {
    record Kind(Material material, Boundary boundary, Origin origin) {}
    Set<Kind> kinds = new HashSet<>();
    for (Share share : shares) {
      if (!kinds.add(new Kind(share.material, share.boundary, share.origin))) {
        throw new IllegalArgumentException(
            "the share of %s of one origin stands twice.".formatted(share.material));
      }
    }
  }

  private static void requireSameTotal(Share share, List<Denominator> denominators) {
    for (Denominator one : denominators) {
      if (one.material.equals(share.material)
          && one.boundary == share.boundary
          && one.mass.compareTo(share.total) != 0) {
        throw new IllegalArgumentException(
            "it says both %s kg and %s kg of %s."
                .formatted(one.mass.toPlainString(), share.total.toPlainString(), share.material));
      }
    }
  }

  /** A verdict must follow from the masses of both origins together. */
  private static void requireConsistent(Verdict verdict, List<Share> shares) {
    List<Share> judged =
        shares.stream()
            .filter(share ->
                share.material.equals(verdict.material) && share.boundary == verdict.boundary)
            .toList();
    boolean isJudged = verdict.verdict.equals("met") || verdict.verdict.equals("missed");
    if (!isJudged || judged.isEmpty() || verdict.atLeast.isEmpty()) {
      return;
    }
    BigDecimal recycled =
        judged.stream().map(Share::recycled).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal needed = verdict.atLeast.get().multiply(judged.getFirst().total);
    if (recycled.compareTo(needed) >= 0 != verdict.verdict.equals("met")) {
      throw new IllegalArgumentException(
          "it says that %s is %s by %s, but its masses say otherwise."
              .formatted(verdict.material, verdict.verdict, verdict.pack));
    }
  }

  private static Material materialOf(JsonNode one) {
    return Material.parse(JsonField.text(one, "material"));
  }

  private static Boundary boundaryOf(JsonNode one) {
    return WireName.parse(Boundary.class, "a boundary", JsonField.text(one, "boundary"));
  }
}
