package io.tanlian.example.battery.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What became of the inputs of one run. */
final class Outcomes {
  /** The node may say that a read would miss what was just published. That is rare. */
  private static final String LAGGING = "ledger.busy";

  private static final int FAULTS_SHOWN_MAX = 10;
  private static final Pattern INSIDES =
      Pattern.compile(
          "java\\.(lang|util|io)\\.|org\\.(postgresql|springframework)|at io\\.tanlian");

  private final long seed;
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final Map<String, Integer> answered = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private int lagging;
  private long slowestNs;

  Outcomes(long seed) {
    this.seed = seed;
  }

  void add(int number, Input input, RawAnswer answer, long tookNs) {
    statuses.merge(answer.status(), 1, Integer::sum);
    String endpoint = input.endpoint().toString();
    if (input.method().equals(input.endpoint().method())) {
      answered.merge(endpoint, 1, Integer::sum);
    }
    slowestNs = Math.max(slowestNs, tookNs);
    if (answer.status() == 503
        && !answer.header("retry-after").isEmpty()
        && answer.text().contains(LAGGING)) {
      lagging++;
    } else if (answer.status() >= 500 || INSIDES.matcher(answer.text()).find()) {
      fault(number, input, answer.status() + " " + answer.text());
    }
    if (tookNs > RawConnection.ANSWER_WITHIN.toNanos()) {
      fault(number, input, "answered after %d ms".formatted(tookNs / 1_000_000));
    }
  }

  void addUnanswered(int number, Input input, Exception e) {
    fault(number, input, "no answer: " + e);
  }

  private void fault(int number, Input input, String answer) {
    faults.add("seed %d, input %d:%n%s%n-> %s%n".formatted(seed, number, input, answer));
  }

  /** Nothing failed, every endpoint was asked often, and much got past the first check. */
  void requireSound(List<Endpoint> endpoints, int count) {
    assertThat(faults)
        .as(
            "%d faults, of which %s",
            faults.size(),
            String.join("\n", faults.subList(0, Math.min(FAULTS_SHOWN_MAX, faults.size()))))
        .isEmpty();
    for (Endpoint endpoint : endpoints) {
      assertThat(answered.getOrDefault(endpoint.toString(), 0))
          .as("inputs of %s", endpoint)
          .isGreaterThanOrEqualTo(count / 100);
    }
    assertThat(lagging).as("answers that a read lags behind").isLessThanOrEqualTo(count / 100);
    int taken = statuses.getOrDefault(200, 0) + statuses.getOrDefault(201, 0);
    assertThat(taken).as("taken, of %s", statuses).isGreaterThan(count / 6);
    assertThat(statuses.keySet()).contains(200, 201, 400, 401, 404, 415, 422);
  }

  @Override
  public String toString() {
    return "seed %d, %s, %d lagging, slowest %d ms"
        .formatted(seed, statuses, lagging, slowestNs / 1_000_000);
  }
}
