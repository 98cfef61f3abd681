package io.tanlian.footprint.rollup;

import static io.tanlian.footprint.DeclaredStep.fossil;

import io.tanlian.contracts.unit.Unit;
import io.tanlian.footprint.DeclaredStep;
import io.tanlian.footprint.activity.Activity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An illustrative battery chain, with and without its loop; the companies in it are fictional. */
final class BatteryChain {
  /** Cathode material that leaves the cell plant as scrap, for one pack. */
  private static final String SCRAP_KG = "5.305263157894743";

  private BatteryChain() {}

  /** Without recycling. */
  static List<Activity> withoutLoop() {
    return activities(read("withoutLoop").values());
  }

  /** With recycled salts, the scrap reaching the recycler free of burden. */
  static List<Activity> withBurdenFreeScrap() {
    return activities(read("withLoop").values());
  }

  /**
   * With recycled salts, the scrap carrying the cathode's burden from the cell plant to the
   * recycler: a real loop.
   */
  static List<Activity> withBurdenedScrap() {
    Map<String, DeclaredStep> steps = read("withLoop");
    Objects.requireNonNull(steps.get("cell")).loses("cathode-ncm811", SCRAP_KG, Unit.KILOGRAM);
    Objects.requireNonNull(steps.get("recycled-salts"))
        .takes("cathode-ncm811", SCRAP_KG, Unit.KILOGRAM);
    return activities(steps.values());
  }

  private static List<Activity> activities(Collection<DeclaredStep> steps) {
    return steps.stream().map(DeclaredStep::activity).toList();
  }

  private static Map<String, DeclaredStep> read(String chain) {
    Map<String, DeclaredStep> steps = new LinkedHashMap<>();
    for (String line : lines()) {
      List<String> fields = Arrays.asList(line.split(", ", -1));
      if (fields.get(0).equals("step") && fields.get(1).equals(chain)) {
        steps.put(fields.get(2), step(fields, steps.size() + 10));
      } else if (fields.get(0).equals("input") && fields.get(1).equals(chain)) {
        Objects.requireNonNull(steps.get(fields.get(2)))
            .takes(fields.get(3), fields.get(4), unit(fields.get(5)));
      }
    }
    return steps;
  }

  private static DeclaredStep step(List<String> fields, int index) {
    Unit unit = unit(fields.get(4));
    return DeclaredStep.of(fields.get(2), index)
        .per("1", unit, unit == Unit.KILOGRAM ? "1" : "0")
        .makes(fields.get(3), unit)
        .emits(fossil(fields.get(5)))
        .estimates("electricity", "1", Unit.PIECE, fossil(fields.get(6)))
        .estimates("bought-in", "1", Unit.PIECE, fossil(fields.get(7)))
        .estimates("transport", "1", Unit.PIECE, fossil(fields.get(8)));
  }

  private static Unit unit(String wireName) {
    return Unit.ofWireName(wireName).orElseThrow();
  }

  private static List<String> lines() {
    try (InputStream file =
        BatteryChain.class.getResourceAsStream("/io/tanlian/footprint/battery-chain.csv")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
