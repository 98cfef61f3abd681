package io.tanlian.benchmarks.pact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void of_a_hundred_footprints_ninety_are_open_by_one_grant_and_five_by_one_each() {
    assertThat(IntStream.range(0, 100).filter(n -> !Catalogue.isOfSupplier(n)).count())
        .isEqualTo(90);
    assertThat(IntStream.range(0, 100).filter(Catalogue::isGrantedAlone).boxed())
        .containsExactly(19, 39, 59, 79, 99)
        .allMatch(Catalogue::isOfSupplier);
    assertThat(new Catalogue(100).visible()).hasSize(95);
  }

  @Test
  void what_nobody_granted_is_not_to_be_seen() {
    assertThat(new Catalogue(100).visible())
        .contains(Catalogue.footprintId(8), Catalogue.footprintId(19))
        .doesNotContain(Catalogue.footprintId(9));
  }
}
