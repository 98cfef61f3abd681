package io.tanlian.example.battery.service;

import static io.tanlian.contracts.sharing.GrantedPart.FIGURES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.schema.Schemas;
import io.tanlian.contracts.statement.Claim;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The same footprints as PACT v2.3 has them. */
@ExtendWith(OneExchange.class)
class PactVersion2Test {
  private final Participant owner;
  private final Participant customer;
  private final Participant stranger;
  private final String product = Footprints.newProduct();

  PactVersion2Test(Exchange exchange) throws Exception {
    this.owner = exchange.newSupplier();
    this.customer = exchange.newSupplier();
    this.stranger = exchange.newSupplier();
    owner.publish(Footprints.grant(customer.id(), product, FIGURES));
  }

  @Test
  void a_bottle_of_twelve_liters_is_read_per_liter() throws Exception {
    String id = publish("liter", "12", "9.468", "18");

    JsonNode bottle = data(customer.get("/2/footprints/" + id));

    assertThat(Schemas.validate("PactProductFootprintV2", bottle)).isEmpty();
    assertThat(bottle.path("specVersion").stringValue()).isEqualTo("2.3.0");
    assertThat(bottle.at("/pcf/declaredUnit").stringValue()).isEqualTo("liter");
    assertThat(bottle.at("/pcf/unitaryProductAmount").stringValue()).isEqualTo("12");
    assertThat(bottle.at("/pcf/pCfExcludingBiogenic").stringValue()).isEqualTo("1.5");
    assertThat(bottle.at("/pcf/productMassPerDeclaredUnit").stringValue()).isEqualTo("0.789");
    assertThat(bottle.at("/pcf/primaryDataShare").isNumber()).isTrue();
    assertThat(data(customer.get("/2/footprints")).get(0)).isEqualTo(bottle);
  }

  @Test
  void what_the_translation_lost_is_there_to_be_read() throws Exception {
    String id = publish("liter", "12", "9.468", "18");

    JsonNode translation =
        Exchange.json(customer.get("/v1/footprints/" + id + "/translation?to=2.3"));

    assertThat(translation.path("version").stringValue()).isEqualTo("2.3");
    assertThat(translation.path("footprint")).isEqualTo(data(customer.get("/2/footprints/" + id)));
    assertThat(translation.path("losses").valueStream())
        .anySatisfy(loss -> {
          assertThat(loss.path("kind").stringValue()).isEqualTo("dropped");
          assertThat(loss.path("from").stringValue()).isEqualTo("/pcf/dqi");
          assertThat(loss.path("words").stringValue()).contains("1 to 5");
        })
        .anySatisfy(loss -> {
          assertThat(loss.path("kind").stringValue()).isEqualTo("assumed");
          assertThat(loss.path("to").stringValue()).isEqualTo("/productCategoryCpc");
        });
  }

  @Test
  void a_translation_is_refused_where_the_footprint_is() throws Exception {
    String id = publish("liter", "12", "9.468", "18");

    HttpResponse<String> denied = stranger.get("/v1/footprints/" + id + "/translation");
    assertThat(denied.statusCode()).isEqualTo(403);
    HttpResponse<String> missing =
        stranger.get("/v1/footprints/" + UUID.randomUUID() + "/translation");
    assertThat(missing.statusCode()).isEqualTo(404);
    HttpResponse<String> version = customer.get("/v1/footprints/" + id + "/translation?to=1.0");
    assertThat(version.statusCode()).isEqualTo(400);
  }

  @Test
  void what_has_no_form_in_version_2_is_left_out_and_says_why() throws Exception {
    String hours = publish("hour", "1", "0", "18");
    String liters = publish("liter", "1", "1", "18");

    JsonNode listed = data(customer.get("/2/footprints"));
    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.at("/0/id").stringValue()).isEqualTo(liters);
    HttpResponse<String> one = customer.get("/2/footprints/" + hours);
    assertThat(one.statusCode()).isEqualTo(404);
    assertThat(Exchange.json(one).path("code").stringValue()).isEqualTo("NoSuchFootprint");
    assertThat(Exchange.json(one).path("message").stringValue()).contains("/3/footprints/");
    HttpResponse<String> why = customer.get("/v1/footprints/" + hours + "/translation");
    assertThat(why.statusCode()).isEqualTo(422);
    assertThat(Exchange.json(why).path("code").stringValue())
        .isEqualTo("footprint.not-translatable");
    assertThat(Exchange.json(why).path("detail").stringValue()).contains("hour");
  }

  @Test
  void refusals_have_the_codes_of_version_2() throws Exception {
    String id = publish("liter", "12", "9.468", "18");

    assertRefused(stranger.get("/2/footprints/" + id), 403, "AccessDenied");
    assertRefused(stranger.get("/2/footprints/" + UUID.randomUUID()), 404, "NoSuchFootprint");
    assertRefused(stranger.get("/2/footprints/not-a-uuid"), 400, "BadRequest");
    assertRefused(stranger.get("/2/footprints?limit=x"), 400, "BadRequest");
    assertRefused(stranger.get("/2/footprints?productId=x"), 400, "BadRequest");
    assertRefused(stranger.get("/2/nothing"), 404, "NoSuchFootprint");
    assertRefused(stranger.exchange().get("/2/footprints", "no-token"), 401, "BadRequest");
  }

  @Test
  void pages_are_linked_as_in_version_3() throws Exception {
    publish("liter", "1", "1", "1");
    publish("liter", "1", "1", "2");

    HttpResponse<String> first = customer.get("/2/footprints?limit=1");
    String link = first.headers().firstValue("Link").orElseThrow();
    assertThat(link).endsWith(">; rel=\"next\"");
    URI next = URI.create(link.substring(1, link.indexOf('>')));
    assertThat(next.getAuthority()).isEqualTo(customer.exchange().url().getAuthority());
    HttpResponse<String> second = customer.get(next.getRawPath() + "?" + next.getRawQuery());

    assertThat(data(first).at("/0/pcf/pCfExcludingBiogenic").stringValue()).isEqualTo("1");
    assertThat(data(second).at("/0/pcf/pCfExcludingBiogenic").stringValue()).isEqualTo("2");
    assertThat(second.headers().firstValue("Link")).isEmpty();
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Exchange.json(answer).propertyNames()).containsExactlyInAnyOrder("code", "message");
    assertThat(Exchange.json(answer).path("code").stringValue()).isEqualTo(code);
  }

  private static JsonNode data(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Exchange.json(answer).path("data");
  }

  private String publish(String unit, String amount, String mass, String kgCO2e) throws Exception {
    Claim claim =
        Footprints.of(
            owner.id(),
            product,
            declared -> {
              ObjectNode pcf = declared.withObject("/productFootprint/pcf");
              pcf.put("declaredUnitOfMeasurement", unit);
              pcf.put("declaredUnitAmount", amount);
              pcf.put("productMassPerDeclaredUnit", mass);
              Footprints.putTotal(declared, kgCO2e);
              declared.remove("inputs");
              declared.remove("output");
              declared.remove("directEmissions");
            });
    owner.publish(claim);
    return Footprints.idOf(claim);
  }
}
