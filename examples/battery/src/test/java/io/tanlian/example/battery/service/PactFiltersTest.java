package io.tanlian.example.battery.service;

import static io.tanlian.contracts.sharing.GrantedPart.FIGURES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.statement.Claim;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The filters of PACT, v3 and v2. Three footprints: in Fujian, superseded; in Germany with a window
 * of its own and a class; worldwide.
 */
@ExtendWith(OneExchange.class)
class PactFiltersTest {
  private static final String FUJIAN = "fujian";
  private static final String GERMANY = "germany";
  private static final String WORLD = "world";
  private static final String CPC = "urn:pact:productclassification:un-cpc:3342";

  private final Participant owner;
  private final Participant customer;
  private final String shared = Footprints.newProduct();
  private final List<String> ids = new ArrayList<>();

  PactFiltersTest(Exchange exchange) throws Exception {
    this.owner = exchange.newSupplier();
    this.customer = exchange.newSupplier();
  }

  @BeforeEach
  void declare() throws Exception {
    ids.add(publish(pcf -> pcf.put("geographyCountrySubdivision", "CN-FJ"), claim -> {}));
    ids.add(
        publish(
            pcf -> {
              pcf.put("geographyCountry", "DE");
              pcf.put("referencePeriodStart", "2023-01-01T00:00:00Z");
              pcf.put("referencePeriodEnd", "2024-01-01T00:00:00Z");
            },
            footprint -> {
              footprint.put("created", "2025-06-30T08:00:00+08:00");
              footprint.put("validityPeriodStart", "2024-06-01T00:00:00Z");
              footprint.put("validityPeriodEnd", "2025-06-01T00:00:00Z");
              footprint.putArray("productClassifications").add(CPC);
            }));
    ids.add(
        publish(pcf -> {}, footprint -> footprint.putArray("precedingPfIds").add(ids.getFirst())));
    owner.publish(Footprints.grant(customer.id(), shared, FIGURES));
  }

  @ParameterizedTest
  @CsvSource({
    "'', fujian germany world",
    "geography=, fujian germany world",
    "geography=cn-fj, fujian",
    "geography=CN, fujian",
    "geography=Asia, fujian",
    "geography=Eastern%20Asia&geography=DE, fujian germany",
    "geography=Europe, germany",
    "geography=FR, ''",
    "geography=Atlantis, ''",
    "classification=URN:pact:productclassification:un-cpc:3342, germany",
    "classification=urn:bogus:classification:1, ''",
    "status=active, germany world",
    "status=Deprecated, fujian",
    "status=Active&status=Deprecated, fujian germany world",
    "status=Archived, ''",
    "validOn=2024-06-01T00:00:00Z, germany",
    "validOn=2025-06-01T00:00:00Z, germany",
    "validOn=2025-06-01T00:00:00.000001Z, ''",
    "validOn=2026-01-01T00:00:00Z, fujian world",
    "validOn=2029-01-01T00:00Z, fujian world",
    "validOn=1900-01-01T00:00:00Z, ''",
    "validAfter=2024-05-31T23:59:59Z, fujian germany world",
    "validAfter=2024-06-01T00:00:00Z, fujian world",
    "validBefore=2025-06-01T00:00:01Z, germany",
    "validBefore=2025-06-01T00:00:00Z, ''",
    "validBefore=2029-01-01T08:00:01%2B08:00, fujian germany world",
    "geography=CN&status=Active, ''",
    "geography=DE&status=Active&validOn=2025-01-01T00:00:00Z, germany",
    "productId=urn:bogus:product:1, ''",
    "companyId=urn:bogus:company:1, ''",
  })
  void version_3_lists_what_all_criteria_match_to_owner_and_customer_alike(
      String query, String expected) throws Exception {
    assertThat(listed(owner, "/3/footprints?" + query)).isEqualTo(expected);
    assertThat(listed(customer, "/3/footprints?" + query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | fujian germany world",
        "created ge '2025-06-30T00:00:00Z' | fujian germany world",
        "created gt 2025-06-30T00:00:00Z | fujian world",
        "created le 2025-06-30T00:00:00Z | germany",
        "created lt 2025-06-30T00:00:00Z | ''",
        "created eq 2025-06-30T08:00:00+08:00 | germany",
        "updated ge 2026-01-01T00:00:00Z | fujian world",
        "pcf/geographyCountry eq 'DE' | germany",
        "pcf/geographyCountry eq 'CN' | ''",
        "pcf/geographyCountrySubdivision eq 'CN-FJ' | fujian",
        "pcf/geographyRegionOrSubregion eq 'Asia' | ''",
        "pcf/reportingPeriodStart lt 2024-01-01T00:00:00Z | germany",
        "pcf/referencePeriodEnd ge 2026-01-01T00:00:00Z | fujian world",
        "productCategoryCpc eq '3342' | germany",
        "productCategoryCpc eq 'unknown' | fujian world",
        "status eq 'Deprecated' | fujian",
        "companyIds/any(id:id eq 'urn:bogus:company:1') | ''",
        "created gt 2025-01-01T00:00:00Z and (pcf/geographyCountry eq 'DE') | germany",
      })
  void version_2_lists_what_its_filter_says_to_owner_and_customer_alike(
      String filter, String expected) throws Exception {
    String path = "/2/footprints?$filter=" + Exchange.encoded(filter);
    assertThat(listed(owner, path.replace("$", "%24"))).isEqualTo(expected);
    assertThat(listed(customer, path.replace("$", "%24"))).isEqualTo(expected);
  }

  @Test
  void version_2_finds_any_of_several_products() throws Exception {
    String filter = "productIds/any(productId:(productId eq '%s'))".formatted(shared);
    assertThat(listed(owner, "/2/footprints?%24filter=" + Exchange.encoded(filter)))
        .isEqualTo("fujian germany world");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "created ge",
        "created ge yesterday",
        "companyName eq 'x'",
        "status ne 'Active'",
        "status eq 'Active' or status eq 'Deprecated'",
        "status eq 'Active'; DROP TABLE exchange.declaration",
      })
  void a_filter_that_is_not_understood_is_refused_with_what_and_where(String filter)
      throws Exception {
    HttpResponse<String> answer = owner.get("/2/footprints?%24filter=" + Exchange.encoded(filter));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Exchange.json(answer).path("code").stringValue()).isEqualTo("BadRequest");
    assertThat(Exchange.json(answer).path("message").stringValue())
        .matches("\\$filter, character [0-9]+: .+");
  }

  /** The footprints listed, in order, by the names of this test. */
  private String listed(Participant reader, String path) throws Exception {
    HttpResponse<String> answer = reader.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<String> names = List.of(FUJIAN, GERMANY, WORLD);
    return Exchange.json(answer)
        .path("data")
        .valueStream()
        .map(footprint -> names.get(ids.indexOf(footprint.path("id").stringValue())))
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }

  private String publish(Consumer<ObjectNode> pcf, Consumer<ObjectNode> footprint)
      throws Exception {
    Claim claim =
        Footprints.of(
            owner.id(),
            shared,
            declared -> {
              ObjectNode stated = declared.withObject("/productFootprint");
              stated.withObject("/pcf").remove("geographyCountry");
              pcf.accept(stated.withObject("/pcf"));
              footprint.accept(stated);
            });
    owner.publish(claim);
    return Footprints.idOf(claim);
  }
}
