package io.tanlian.contracts.pact.v3;

import io.tanlian.contracts.json.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The place a footprint is about, at exactly one level; a footprint without one is global. */
public sealed interface Geography {

  /** The field of {@code pcf} that holds it. */
  String wireName();

  /** The value of that field. */
  String value();

  /** The next larger place this one lies in; none around a region. */
  Optional<Geography> around();

  /** This place and every larger one it lies in, up to its region. */
  default List<Geography> levels() {
    return Stream.iterate(
            Optional.of(this), Optional::isPresent, at -> at.flatMap(Geography::around))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The geography that the fields of {@code pcf} state; null for none. */
  static @Nullable Geography read(Fields in) {
    var levels =
        Stream.<@Nullable Geography>of(
                in.valueOrNull(Region.WIRE_NAME, Region::new),
                in.valueOrNull(Country.WIRE_NAME, Country::new),
                in.valueOrNull(Subdivision.WIRE_NAME, Subdivision::new))
            .filter(Objects::nonNull)
            .toList();
    if (levels.size() > 1) {
      throw new IllegalArgumentException(
          "a footprint has one geography: keep the most precise of region, country and subdivision");
    }
    return levels.isEmpty() ? null : levels.getFirst();
  }

  /** A region or sub-region of the United Nations geoscheme, as PACT names it. */
  record Region(String value) implements Geography {
    static final String WIRE_NAME = "geographyRegionOrSubregion";

    /** The regions of PACT v3. */
    public static final Set<String> NAMES =
        Set.copyOf(
            List.of(
                "Africa",
                "Americas",
                "Asia",
                "Europe",
                "Oceania",
                "Australia and New Zealand",
                "Central Asia",
                "Eastern Asia",
                "Eastern Europe",
                "Latin America and the Caribbean",
                "Melanesia",
                "Micronesia",
                "Northern Africa",
                "Northern America",
                "Northern Europe",
                "Polynesia",
                "South-eastern Asia",
                "Southern Asia",
                "Southern Europe",
                "Sub-Saharan Africa",
                "Western Asia",
                "Western Europe"));

    public Region {
      if (!NAMES.contains(value)) {
        throw new IllegalArgumentException(
            "a region is one of PACT's list, \"Eastern Asia\" for one");
      }
    }

    @Override
    public String wireName() {
      return WIRE_NAME;
    }

    @Override
    public Optional<Geography> around() {
      return UnRegions.around(value);
    }
  }

  /** A country (ISO 3166-1 alpha-2). */
  record Country(String value) implements Geography {
    static final String WIRE_NAME = "geographyCountry";
    private static final Set<String> CODES =
        Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    public Country {
      if (!CODES.contains(value)) {
        throw new IllegalArgumentException(
            "a country is an ISO 3166-1 code of two capital letters, \"CN\" for one");
      }
    }

    @Override
    public String wireName() {
      return WIRE_NAME;
    }

    @Override
    public Optional<Geography> around() {
      return UnRegions.around(value);
    }
  }

  /** A part of a country (ISO 3166-2), by its form only. */
  record Subdivision(String value) implements Geography {
    static final String WIRE_NAME = "geographyCountrySubdivision";
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    public Subdivision {
      if (!FORM.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "a part of a country is an ISO 3166-2 code, \"CN-FJ\" for one");
      }
    }

    @Override
    public String wireName() {
      return WIRE_NAME;
    }

    /** Its country, where that code is in use. */
    @Override
    public Optional<Geography> around() {
      String country = value.substring(0, 2);
      return Country.CODES.contains(country) ? Optional.of(new Country(country)) : Optional.empty();
    }
  }
}
