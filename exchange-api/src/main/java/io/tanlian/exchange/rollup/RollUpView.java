package io.tanlian.exchange.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.received.ReceivedFootprint;
import io.tanlian.contracts.unit.DeclaredUnit;
import io.tanlian.contracts.unit.Quantity;
import io.tanlian.exchange.rollup.RecycledView.PartView;
import io.tanlian.footprint.activity.Figures;
import io.tanlian.footprint.activity.Pin;
import io.tanlian.footprint.quality.DataQuality;
import io.tanlian.footprint.rollup.Branch;
import io.tanlian.footprint.rollup.Contribution;
import io.tanlian.footprint.rollup.Doubt;
import io.tanlian.footprint.rollup.Expiry;
import io.tanlian.footprint.rollup.MissingInput;
import io.tanlian.footprint.rollup.RollUp;
import io.tanlian.footprint.rollup.Sources;
import io.tanlian.footprint.rollup.StaleInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A {@link RollUp} as JSON: figures in kgCO2e as decimal strings, nothing rounded.
 *
 * @param asOf the tree size it was computed from
 * @param recyclingMethods {@code cutOff}, {@code cff}, or both, which is a doubt too; none where no
 *     input in use says that it is recycled
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RollUpView(
    String product,
    PinView pin,
    long asOf,
    Instant judgedAt,
    AmountView declaredUnit,
    Map<String, String> perUnit,
    Map<String, String> perDeclaredUnit,
    Optional<String> primaryDataSharePercent,
    Map<String, String> dataQuality,
    Optional<String> exemptedPercent,
    SourcesView sources,
    List<ContributionView> contributions,
    BranchView tree,
    List<MissingView> missing,
    List<String> recyclingMethods,
    List<RecycledView> recycled,
    List<DoubtView> doubts,
    boolean isStale,
    List<StaleView> stale,
    Optional<ExpiryView> earliestExpiry,
    List<PinView> pins) {

  static RollUpView of(RollUp rollUp, Map<StatementId, ReceivedFootprint> unsigned, long treeSize) {
    return new RollUpView(
        rollUp.product().value(),
        PinView.of(rollUp.pin()),
        treeSize,
        rollUp.asOf(),
        AmountView.of(rollUp.declaredUnit()),
        figures(rollUp.perUnit()),
        figures(rollUp.perDeclaredUnit()),
        rollUp.primaryDataSharePercent().map(RollUpView::plain),
        ratings(rollUp.dataQuality()),
        rollUp.exemptedPercent().map(RollUpView::plain),
        SourcesView.of(rollUp.sources()),
        rollUp.contributions().stream().map(ContributionView::of).toList(),
        BranchView.of(rollUp.tree()),
        rollUp.missing().stream().map(MissingView::of).toList(),
        rollUp.recyclingMethods().stream().map(RecyclingMethod::wireName).toList(),
        rollUp.recycled().stream().map(RecycledView::of).toList(),
        Stream.concat(
                rollUp.doubts().stream().map(DoubtView::of),
                UnsignedDoubts.of(rollUp, unsigned).stream())
            .toList(),
        rollUp.isStale(),
        rollUp.stale().stream().map(StaleView::of).toList(),
        rollUp.earliestExpiry().map(ExpiryView::of),
        rollUp.pins().stream().map(PinView::of).toList());
  }

  /** What was used: a statement, its entry, and the hash of that entry's leaf. */
  record PinView(String statement, long index, String leafHash) {
    static PinView of(Pin pin) {
      return new PinView(pin.statement().value(), pin.index(), pin.leafHash());
    }
  }

  record AmountView(String amount, String unit) {
    static AmountView of(DeclaredUnit unit) {
      return of(unit.quantity());
    }

    static AmountView of(Quantity quantity) {
      return new AmountView(plain(quantity.amount()), quantity.unit().wireName());
    }
  }

  record SourcesView(String computed, String declared, String estimated, int missingInputs) {
    static SourcesView of(Sources sources) {
      return new SourcesView(
          plain(sources.computed()),
          plain(sources.declared()),
          plain(sources.estimated()),
          sources.missingInputs());
    }
  }

  /** {@code total}, {@code direct} and {@code estimated} exclude biogenic uptake. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ContributionView(
      String product,
      PinView pin,
      String kind,
      String amount,
      String total,
      String direct,
      String estimated,
      Optional<String> sharePercent) {
    static ContributionView of(Contribution one) {
      return new ContributionView(
          one.product().value(),
          PinView.of(one.pin()),
          word(one.kind()),
          plain(one.amount()),
          plain(one.total().excludingUptake()),
          plain(one.direct().excludingUptake()),
          plain(one.estimated().excludingUptake()),
          one.sharePercent().map(RollUpView::plain));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record BranchView(
      String product,
      Optional<PinView> pin,
      String kind,
      String direction,
      AmountView quantity,
      String total,
      String own,
      List<BranchView> branches,
      String rest,
      Optional<PartView> recycled) {
    static BranchView of(Branch branch) {
      return new BranchView(
          branch.product().value(),
          branch.pin().map(PinView::of),
          word(branch.kind()),
          word(branch.direction()),
          AmountView.of(branch.quantity()),
          plain(branch.total()),
          plain(branch.own()),
          branch.branches().stream().map(BranchView::of).toList(),
          plain(branch.rest()),
          branch.recycled().map(PartView::of));
    }
  }

  record MissingView(
      String product, AmountView quantity, String askedFor, PinView askedBy, String words) {
    static MissingView of(MissingInput missing) {
      return new MissingView(
          missing.product().value(),
          AmountView.of(missing.quantity()),
          missing.askedFor().value(),
          PinView.of(missing.askedBy()),
          missing.words());
    }
  }

  record DoubtView(String product, PinView pin, String words) {
    static DoubtView of(Doubt doubt) {
      return new DoubtView(doubt.product().value(), PinView.of(doubt.at()), doubt.words());
    }
  }

  record StaleView(String product, PinView pin, String cause, Instant since) {
    static StaleView of(StaleInput stale) {
      return new StaleView(
          stale.product().value(),
          PinView.of(stale.pin()),
          word(stale.lapse().cause()),
          stale.lapse().since());
    }
  }

  record ExpiryView(String product, PinView pin, Instant validUntil) {
    static ExpiryView of(Expiry expiry) {
      return new ExpiryView(
          expiry.product().value(), PinView.of(expiry.pin()), expiry.validUntil());
    }
  }

  private static Map<String, String> figures(Figures figures) {
    Map<String, String> named = new TreeMap<>();
    named.put("pcfExcludingBiogenicUptake", plain(figures.excludingUptake()));
    named.put("pcfIncludingBiogenicUptake", plain(figures.includingUptake()));
    figures
        .components()
        .forEach((component, value) -> named.put(component.wireName(), plain(value)));
    return named;
  }

  private static Map<String, String> ratings(DataQuality quality) {
    Map<String, String> named = new TreeMap<>();
    quality.technology().ifPresent(rating -> named.put("technologicalDQR", plain(rating)));
    quality.time().ifPresent(rating -> named.put("temporalDQR", plain(rating)));
    quality.geography().ifPresent(rating -> named.put("geographicalDQR", plain(rating)));
    return named;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
