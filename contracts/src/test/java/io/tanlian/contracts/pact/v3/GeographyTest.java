package io.tanlian.contracts.pact.v3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GeographyTest {
  private static final Set<String> REGIONS =
      Set.of("Africa", "Americas", "Asia", "Europe", "Oceania");

  @Test
  void every_country_but_antarctica_lies_in_a_subregion_of_a_region() {
    Set<String> elsewhere = new TreeSet<>();
    for (String code : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)) {
      var levels = new Geography.Country(code).levels();
      if (levels.size() == 1) {
        elsewhere.add(code);
      } else {
        assertThat(levels).as(code).hasSize(3);
        assertThat(REGIONS).as(code).contains(levels.getLast().value());
      }
    }
    assertThat(elsewhere).containsExactly("AQ");
  }

  @Test
  void every_name_of_pact_is_a_region_or_lies_in_one() {
    Set<String> without =
        Geography.Region.NAMES.stream()
            .filter(name -> new Geography.Region(name).around().isEmpty())
            .collect(Collectors.toSet());
    assertThat(without).isEqualTo(REGIONS);
  }

  @Test
  void a_subdivision_of_no_known_country_lies_in_itself_only() {
    assertThat(new Geography.Subdivision("XX-1").levels()).hasSize(1);
    assertThat(new Geography.Subdivision("DE-BW").levels())
        .map(Geography::value)
        .containsExactly("DE-BW", "DE", "Western Europe", "Europe");
  }
}
