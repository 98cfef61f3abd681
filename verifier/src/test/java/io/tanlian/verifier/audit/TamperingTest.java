package io.tanlian.verifier.audit;

import static io.tanlian.contracts.problem.ProblemCode.LOG_ENTRY_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TamperingTest {

  @Test
  void a_finding_is_left_out_exactly_if_another_lies_within_its_range() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<Tampering> all = new ArrayList<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        int first = random.nextInt(10);
        all.add(at(new IndexRange(first, first + 1L + random.nextInt(10))));
      }
      all.add(Tampering.of(LOG_ENTRY_CHANGED, "the checkpoint itself"));

      assertThat(Tampering.narrowest(all))
          .as("seed %d, round %d: %s", seed, round, all)
          .containsExactlyInAnyOrderElementsOf(
              all.stream()
                  .filter(wide -> all.stream().noneMatch(other -> isWithin(other, wide)))
                  .toList());
    }
  }

  @Test
  void many_findings_are_capped_and_the_rest_is_counted() {
    List<Tampering> all =
        LongStream.range(0, Tampering.reportedMax + 250L)
            .mapToObj(index -> at(IndexRange.at(index)))
            .toList();

    List<Tampering> capped = Tampering.capped(all);

    assertThat(capped).hasSize(Tampering.reportedMax + 1);
    assertThat(capped.getLast().detail()).isEqualTo("250 more findings like these were left out");
    assertThat(Tampering.capped(all.subList(0, Tampering.reportedMax)))
        .hasSize(Tampering.reportedMax);
  }

  private static boolean isWithin(Tampering other, Tampering wide) {
    if (other.where().isEmpty() || wide.where().isEmpty()) {
      return false;
    }
    IndexRange inner = other.where().get();
    IndexRange outer = wide.where().get();
    return outer.first() <= inner.first()
        && inner.end() <= outer.end()
        && inner.length() < outer.length();
  }

  private static Tampering at(IndexRange where) {
    return Tampering.at(LOG_ENTRY_CHANGED, where, "changed");
  }
}
