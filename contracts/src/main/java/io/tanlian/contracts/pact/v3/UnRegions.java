package io.tanlian.contracts.pact.v3;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which region of the United Nations geoscheme (M49) a country or sub-region lies in, as far as
 * PACT names the regions. Antarctica lies in none.
 */
final class UnRegions {

  private static final Map<String, List<String>> SUBREGIONS =
      Map.of(
          "Africa", List.of("Northern Africa", "Sub-Saharan Africa"),
          "Americas", List.of("Latin America and the Caribbean", "Northern America"),
          "Asia",
              List.of(
                  "Central Asia",
                  "Eastern Asia",
                  "South-eastern Asia",
                  "Southern Asia",
                  "Western Asia"),
          "Europe",
              List.of("Eastern Europe", "Northern Europe", "Southern Europe", "Western Europe"),
          "Oceania", List.of("Australia and New Zealand", "Melanesia", "Micronesia", "Polynesia"));

  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("Northern Africa", "DZ EG EH LY MA SD TN"),
          Map.entry(
              "Sub-Saharan Africa",
              "AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR"
                  + " MU MW MZ NA NE NG RE RW SC SH SL SN SO SS ST SZ TD TF TG TZ UG YT ZA ZM ZW"),
          Map.entry(
              "Latin America and the Caribbean",
              "AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN"
                  + " HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI"),
          Map.entry("Northern America", "BM CA GL PM US"),
          Map.entry("Central Asia", "KG KZ TJ TM UZ"),
          Map.entry("Eastern Asia", "CN HK JP KP KR MN MO TW"),
          Map.entry("South-eastern Asia", "BN ID KH LA MM MY PH SG TH TL VN"),
          Map.entry("Southern Asia", "AF BD BT IN IR LK MV NP PK"),
          Map.entry("Western Asia", "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE"),
          Map.entry("Eastern Europe", "BG BY CZ HU MD PL RO RU SK UA"),
          Map.entry("Northern Europe", "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ"),
          Map.entry("Southern Europe", "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA"),
          Map.entry("Western Europe", "AT BE CH DE FR LI LU MC NL"),
          Map.entry("Australia and New Zealand", "AU CC CX HM NF NZ"),
          Map.entry("Melanesia", "FJ NC PG SB VU"),
          Map.entry("Micronesia", "FM GU KI MH MP NR PW UM"),
          Map.entry("Polynesia", "AS CK NU PF PN TK TO TV WF WS"));

  private static final Map<String, String> PARENTS = parents();

  private UnRegions() {}

  /** The region a sub-region lies in, or the sub-region a country lies in. */
  static Optional<Geography> around(String subregionOrCountry) {
    return Optional.ofNullable(PARENTS.get(subregionOrCountry)).map(Geography.Region::new);
  }

  private static Map<String, String> parents() {
    Map<String, String> parents = new HashMap<>();
    SUBREGIONS.forEach((region, within) -> within.forEach(name -> parents.put(name, region)));
    COUNTRIES.forEach((subregion, codes) -> {
      for (String country : codes.split(" ", -1)) {
        parents.put(country, subregion);
      }
    });
    return Map.copyOf(parents);
  }
}
