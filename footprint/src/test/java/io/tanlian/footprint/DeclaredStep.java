package io.tanlian.footprint;

import io.tanlian.contracts.declaration.InputLine.Direction;
import io.tanlian.contracts.declaration.RecycledInput;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.ProductId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.v3.PcfComponent;
import io.tanlian.contracts.unit.DeclaredUnit;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.contracts.unit.Unit;
import io.tanlian.footprint.activity.Activity;
import io.tanlian.footprint.activity.DeclaredFootprint;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.activity.Input;
import io.tanlian.footprint.activity.Lapse;
import io.tanlian.footprint.activity.Period;
import io.tanlian.footprint.activity.Pin;
import io.tanlian.footprint.activity.Recipe;
import io.tanlian.footprint.activity.SecondaryFactor;
import io.tanlian.footprint.quality.DataQuality;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes declarations for specifications: one issuer, one kilogram, one year's data and no figures
 * unless said.
 */
public final class DeclaredStep {
  public static final Instant PERIOD_END = Instant.parse("2026-01-01T00:00:00Z");

  private final ProductId product;
  private final long index;
  private ParticipantId issuer = participant("maker");
  private DeclaredUnit unit = new DeclaredUnit(Quantity.of("1", Unit.KILOGRAM), BigDecimal.ONE);
  private final Map<PcfComponent, BigDecimal> components = new EnumMap<>(PcfComponent.class);
  private Optional<BigDecimal> excludingUptake = Optional.empty();
  private Optional<BigDecimal> includingUptake = Optional.empty();
  private Optional<BigDecimal> primaryDataShare = Optional.empty();
  private Optional<BigDecimal> exempted = Optional.empty();
  private DataQuality quality = DataQuality.NOT_RATED;
  private Optional<Quantity> output = Optional.empty();
  private final List<Input> inputs = new ArrayList<>();
  private Figures direct = Figures.ZERO;
  private Period reference = new Period(Instant.parse("2025-01-01T00:00:00Z"), PERIOD_END);
  private Optional<Instant> validityStart = Optional.empty();
  private Optional<Instant> validityEnd = Optional.empty();
  private Optional<Lapse> lapse = Optional.empty();

  private DeclaredStep(String product, long index) {
    this.product = product(product);
    this.index = index;
  }

  public static DeclaredStep of(String product, long index) {
    return new DeclaredStep(product, index);
  }

  public static ProductId product(String name) {
    return ProductId.parse("urn:pact:example.org:product:" + name);
  }

  public static ParticipantId participant(String name) {
    return ParticipantId.parse("did:web:" + name + ".example");
  }

  /** The statement at an index of the specification's ledger. */
  public static StatementId statement(long index) {
    return new StatementId(new UUID(0x4000L, 0x8000_0000_0000_0000L | index));
  }

  public static BigDecimal dec(String value) {
    return new BigDecimal(value);
  }

  public static Figures fossil(String kilograms) {
    return Figures.of(Map.of(PcfComponent.FOSSIL_GHG_EMISSIONS, dec(kilograms)));
  }

  public DeclaredStep by(String name) {
    issuer = participant(name);
    return this;
  }

  public DeclaredStep per(String amount, Unit unitOfMeasurement, String massKg) {
    unit = new DeclaredUnit(Quantity.of(amount, unitOfMeasurement), dec(massKg));
    return this;
  }

  public DeclaredStep states(PcfComponent component, String kilograms) {
    components.put(component, dec(kilograms));
    return this;
  }

  /** States a PCF that is all fossil, with both totals. */
  public DeclaredStep statesFossil(String kilograms) {
    return states(PcfComponent.FOSSIL_GHG_EMISSIONS, kilograms).statesTotals(kilograms, kilograms);
  }

  public DeclaredStep statesTotals(String excluding, String including) {
    excludingUptake = Optional.of(dec(excluding));
    includingUptake = Optional.of(dec(including));
    return this;
  }

  public DeclaredStep primaryDataShare(String percent) {
    primaryDataShare = Optional.of(dec(percent));
    return this;
  }

  public DeclaredStep exempts(String percent) {
    exempted = Optional.of(dec(percent));
    return this;
  }

  public DeclaredStep rated(int technology, int time, int geography) {
    quality =
        new DataQuality(
            Optional.of(BigDecimal.valueOf(technology)),
            Optional.of(BigDecimal.valueOf(time)),
            Optional.of(BigDecimal.valueOf(geography)));
    return this;
  }

  public DeclaredStep makes(String amount, Unit unitOfMeasurement) {
    output = Optional.of(Quantity.of(amount, unitOfMeasurement));
    return this;
  }

  public DeclaredStep emits(Figures emissions) {
    direct = emissions;
    return this;
  }

  public DeclaredStep takes(String name, String amount, Unit unitOfMeasurement) {
    return line(name, Direction.IN, amount, unitOfMeasurement, Optional.empty(), Optional.empty());
  }

  public DeclaredStep takesFrom(long statement, String name, String amount, Unit inputUnit) {
    return line(
        name, Direction.IN, amount, inputUnit, Optional.of(statement(statement)), Optional.empty());
  }

  public DeclaredStep estimates(String name, String amount, Unit inputUnit, Figures perUnit) {
    return line(
        name,
        Direction.IN,
        amount,
        inputUnit,
        Optional.empty(),
        Optional.of(new SecondaryFactor("illustrative 2026", perUnit)));
  }

  public DeclaredStep loses(String name, String amount, Unit unitOfMeasurement) {
    return line(name, Direction.OUT, amount, unitOfMeasurement, Optional.empty(), Optional.empty());
  }

  public DeclaredStep line(
      String name,
      Direction direction,
      String amount,
      Unit inputUnit,
      Optional<StatementId> statement,
      Optional<SecondaryFactor> factor) {
    inputs.add(
        new Input(
            product(name),
            direction,
            Quantity.of(amount, inputUnit),
            statement,
            factor,
            Optional.empty()));
    return this;
  }

  /** Says of the last line that some of it is recycled. */
  public DeclaredStep recycled(RecycledInput recycled) {
    Input line = inputs.removeLast();
    inputs.add(
        new Input(
            line.product(),
            line.direction(),
            line.quantity(),
            line.statement(),
            line.factor(),
            Optional.of(recycled)));
    return this;
  }

  public DeclaredStep measuredUntil(String end) {
    Instant instant = Instant.parse(end);
    reference = new Period(instant.minusSeconds(31_536_000), instant);
    return this;
  }

  public DeclaredStep valid(String start, String end) {
    validityStart = Optional.of(Instant.parse(start));
    validityEnd = Optional.of(Instant.parse(end));
    return this;
  }

  public DeclaredStep lapsed(Lapse.Cause cause, String since) {
    lapse = Optional.of(new Lapse(cause, Instant.parse(since)));
    return this;
  }

  public Activity activity() {
    return new Activity(
        new Pin(statement(index), index, "%064x".formatted(index)),
        issuer,
        List.of(product),
        output.map(made -> new Recipe(made, inputs, direct)),
        new DeclaredFootprint(
            unit,
            components,
            excludingUptake,
            includingUptake,
            primaryDataShare,
            quality,
            exempted,
            reference,
            validityStart,
            validityEnd),
        lapse);
  }
}
