package io.tanlian.verifier.stock;

import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.BatchSource;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.Content;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.CustodyModel;
import io.tanlian.contracts.material.Denominator;
import io.tanlian.contracts.material.FeedLot;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.MaterialOrigin;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.ProcessingUse;
import io.tanlian.contracts.material.RecycledContentClaim;
import io.tanlian.contracts.material.RecycledShare;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.state.LedgerState;
import java.math.BigDecimal;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Says one thing after another about material: most of it true, some of it greedy or confused. */
final class RandomTrade {
  private static final List<Material> MATERIALS =
      List.of(new Material("Co"), new Material("Li"), new Material("Ni"));
  private static final List<String> PRODUCTS = List.of("urn:example:salt", "urn:example:powder");

  private final Random random;
  private final TradeHistory history = new TradeHistory();
  private final List<BatchId> batches = new ArrayList<>();

  private RandomTrade(Random random) {
    this.random = random;
  }

  /** A history that follows from its seed: so much was said, and the ledger took what it may. */
  static TradeHistory of(long seed, int statements) {
    RandomTrade trade = new RandomTrade(new Random(seed));
    while (trade.history.said().size() < statements) {
      trade.say();
    }
    return trade.history;
  }

  private void say() {
    Company issuer = oneOf(TradeHistory.COMPANIES);
    try {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      ReadStatement read = history.sign(issuer, id, claim(issuer));
      if (history.say(read)) {
        Movement.of(read.statement()).orElseThrow().brings().stream()
            .map(batch -> new BatchId(read.statement().id(), batch.lot()))
            .forEach(batches::add);
      }
    } catch (IllegalArgumentException unwritable) {
      // What came to mind cannot even be written; something else will.
    }
  }

  private Claim claim(Company issuer) {
    return switch (random.nextInt(16)) {
      case 0 -> Market.begun(BatchSource.COLLECTED, custody(), fresh(false));
      case 1 -> Market.begun(BatchSource.PRIMARY, custody(), fresh(true));
      case 2 -> recovery(List.of());
      case 3, 4 -> recovery(uses(issuer, 2));
      case 5 -> made(uses(issuer, 2));
      case 6, 7 -> offer(one(issuer));
      case 8, 9 -> acceptance(issuer);
      case 10, 11 -> processing(uses(issuer, 3));
      case 12, 13, 14 -> content(uses(issuer, 2));
      default -> correction(issuer);
    };
  }

  private Claim recovery(List<Allocation> uses) {
    List<FeedLot> feed = new ArrayList<>();
    uses.forEach(use -> feed.add(Market.feed(use, "from " + feed.size())));
    if (uses.isEmpty() || oneIn(3)) {
      feed.add(Market.feed("5000", someContents(false).toArray(Content[]::new)));
    }
    List<Content> in = feed.stream().map(FeedLot::contents).flatMap(List::stream).toList();
    Map<MaterialOrigin, Long> out = Amounts.of(in).contents();
    int permille = oneIn(6) ? 1000 + random.nextInt(12) : 800 + random.nextInt(201);
    Map<MaterialOrigin, Long> recovered = new TreeMap<>();
    out.forEach((what, grams) -> recovered.put(what, grams * permille / 1000));
    return Market.recovery(
        custodyOf(uses).model(), feed, batch(newLot(), recovered, !oneIn(3), oneOf(PRODUCTS)));
  }

  /** Mostly a new one. */
  private String newLot() {
    int said = history.said().size();
    return "r" + (oneIn(12) ? random.nextInt(1 + said) : said);
  }

  private Claim made(List<Allocation> uses) {
    return Market.made(
        custodyOf(uses),
        batch("m", sum(uses), replacesPrimary(uses), oneOf(PRODUCTS)),
        uses.toArray(Allocation[]::new));
  }

  private Claim offer(Allocation use) {
    Company buyer = oneOf(TradeHistory.COMPANIES);
    if (isOf(use.batch(), buyer) && !oneIn(12)) {
      throw new IllegalArgumentException("nobody sells to itself");
    }
    return Market.offer(buyer, use.batch(), custodyOf(List.of(use)), handed("o", use));
  }

  private Claim acceptance(Company issuer) {
    List<BatchId> offered =
        batches.stream()
            .filter(batch -> isOffered(batch) && isOf(batch, issuer) && isLive(batch))
            .filter(batch -> stock(batch).isUntouched())
            .toList();
    BatchId source = oneOf(oneIn(10) ? batches : offered);
    Batch batch = stock(source).batch();
    Allocation use =
        oneIn(8) ? part(source) : new Allocation(source, batch.mass(), batch.contents());
    return Market.acceptance(use.batch(), custodyOf(List.of(use)), handed("r", use));
  }

  private Claim processing(List<Allocation> uses) {
    Map<MaterialOrigin, Long> in = sum(uses);
    Map<MaterialOrigin, Long> first = new TreeMap<>();
    Map<MaterialOrigin, Long> second = new TreeMap<>();
    Map<MaterialOrigin, Long> lost = new TreeMap<>();
    boolean splits = random.nextBoolean();
    in.forEach((what, grams) -> {
      long gone = oneIn(3) ? grams * random.nextInt(100) / 1000 : 0;
      long half = splits ? (grams - gone) / 2 : 0;
      lost.put(what, gone + (oneIn(20) ? 1 : 0));
      second.put(what, half);
      first.put(what, grams - gone - half);
    });
    boolean replaces = replacesPrimary(uses);
    List<Batch> out = new ArrayList<>();
    out.add(batch("p", first, replaces, oneOf(PRODUCTS)));
    if (second.values().stream().anyMatch(grams -> grams > 0)) {
      out.add(batch("q", second, replaces, oneOf(PRODUCTS)));
    }
    return Market.process(
        oneIn(8) ? ProcessingUse.SECOND_LIFE : ProcessingUse.PRODUCTION,
        custodyOf(uses),
        uses,
        contents(lost),
        out.toArray(Batch[]::new));
  }

  private Claim content(List<Allocation> uses) {
    Content recycled = oneOf(uses.getFirst().contents());
    return new Claim.Claimed(
        new RecycledContentClaim(
            ProductId.parse(oneOf(PRODUCTS)),
            new Urn("urn:example:plant"),
            Year.of(2026),
            RecyclingMethod.CUT_OFF,
            custodyOf(uses).model(),
            uses,
            List.of(
                new Denominator(
                    recycled.material(), Boundary.ACTIVE_MATERIALS, new BigDecimal("1000"))),
            List.of(
                new RecycledShare(
                    recycled.material(),
                    Boundary.ACTIVE_MATERIALS,
                    recycled.origin(),
                    new BigDecimal("0.000001"))),
            List.of()));
  }

  private Claim correction(Company issuer) {
    List<TradeHistory.Entry> own =
        history.movements().stream()
            .filter(entry -> state().holding(entry.id()).orElseThrow().isUntouched())
            .filter(entry -> entry.read().statement().issuer().equals(issuer.id()))
            .toList();
    TradeHistory.Entry wrong = oneOf(own.isEmpty() || oneIn(10) ? history.entries() : own);
    List<Allocation> used =
        Movement.of(wrong.read().statement()).map(Movement::uses).orElseGet(List::of);
    return Market.correction(
        wrong.id(),
        oneIn(8) && !batches.isEmpty()
            ? new Allocation[] {part(oneOf(batches))}
            : used.toArray(Allocation[]::new));
  }

  /** Parts of up to so many batches, mostly of the company's own. */
  private List<Allocation> uses(Company issuer, int most) {
    Set<BatchId> chosen = new LinkedHashSet<>();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      chosen.add(batchFor(issuer));
    }
    return chosen.stream().map(this::part).toList();
  }

  private Allocation one(Company issuer) {
    return part(batchFor(issuer));
  }

  private BatchId batchFor(Company issuer) {
    List<BatchId> usable =
        batches.stream()
            .filter(batch -> isOf(batch, issuer) && !isOffered(batch) && isLive(batch))
            .filter(batch -> stock(batch).left().mass() > 0)
            .toList();
    return oneOf(usable.isEmpty() || oneIn(12) ? batches : usable);
  }

  private Allocation part(BatchId batch) {
    Amounts left = stock(batch).left();
    int permille = oneIn(3) ? 1000 : 1 + random.nextInt(oneIn(10) ? 1500 : 1000);
    Map<MaterialOrigin, Long> contents = new TreeMap<>();
    left.contents()
        .forEach((what, grams) ->
            contents.put(what, oneIn(40) ? random.nextLong(grams + 2) : grams * permille / 1000));
    return new Allocation(batch, kilograms(left.mass() * permille / 1000), contents(contents));
  }

  private Batch fresh(boolean primary) {
    List<Content> contents = someContents(primary);
    return batch("b", Amounts.of(contents).contents(), primary, oneOf(PRODUCTS));
  }

  private List<Content> someContents(boolean primary) {
    List<Content> contents = new ArrayList<>();
    for (Material material : MATERIALS) {
      for (Origin origin : Origin.values()) {
        if (origin.isRecycled() != primary && random.nextBoolean()) {
          long grams = 1 + random.nextLong(oneIn(4) ? 20 : 100_000);
          contents.add(new Content(material, kilograms(grams), origin));
        }
      }
    }
    return contents;
  }

  private Batch handed(String lot, Allocation use) {
    Batch from = stock(use.batch()).batch();
    return new Batch(
        lot,
        oneIn(15) ? ProductId.parse(oneOf(PRODUCTS)) : from.product(),
        use.mass(),
        null,
        BigDecimal.ONE,
        from.replacesPrimary(),
        use.contents(),
        List.of());
  }

  private Batch batch(
      String lot, Map<MaterialOrigin, Long> contents, boolean replacesPrimary, String product) {
    long sum = contents.values().stream().mapToLong(Long::longValue).sum();
    return new Batch(
        lot,
        ProductId.parse(product),
        kilograms(sum + random.nextInt(1000)),
        null,
        BigDecimal.ONE,
        replacesPrimary,
        contents(contents),
        List.of());
  }

  private Custody custody() {
    CustodyModel model = oneOf(List.of(CustodyModel.values()));
    return model.usesCredits()
        ? Batches.credits(model, Batches.year(2025 + random.nextInt(3)))
        : new Custody(model, null);
  }

  /** The loosest of those of the batches. */
  private Custody custodyOf(List<Allocation> uses) {
    return oneIn(12)
        ? custody()
        : uses.stream()
            .map(Allocation::batch)
            .map(BatchId::statement)
            .flatMap(id -> state().holding(id).flatMap(Holding::custody).stream())
            .max(Comparator.comparing(Custody::model))
            .orElseGet(this::custody);
  }

  private boolean replacesPrimary(List<Allocation> uses) {
    return !oneIn(5) && uses.stream().allMatch(use -> stock(use.batch()).batch().replacesPrimary());
  }

  private boolean isOf(BatchId batch, Company company) {
    return state().holding(batch.statement()).orElseThrow().holder().equals(company.id());
  }

  private boolean isLive(BatchId batch) {
    return state().holding(batch.statement()).orElseThrow().correctedAt().isEmpty();
  }

  private boolean isOffered(BatchId batch) {
    return state().holding(batch.statement()).orElseThrow().type() == StatementType.TRANSFER;
  }

  private Stock stock(BatchId batch) {
    return state().stock(batch).orElseThrow();
  }

  private LedgerState state() {
    return history.state();
  }

  private static Map<MaterialOrigin, Long> sum(List<Allocation> uses) {
    return uses.stream().map(Amounts::of).reduce(Amounts.NONE, Amounts::plus).contents();
  }

  private static List<Content> contents(Map<MaterialOrigin, Long> grams) {
    return grams.entrySet().stream()
        .filter(content -> content.getValue() > 0)
        .map(content ->
            new Content(
                content.getKey().material(),
                kilograms(content.getValue()),
                content.getKey().origin()))
        .toList();
  }

  private static BigDecimal kilograms(long grams) {
    return new BigDecimal(Amounts.kilograms(grams));
  }

  private boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  private <T> T oneOf(List<T> choices) {
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("there is none yet");
    }
    return choices.get(random.nextInt(choices.size()));
  }
}
