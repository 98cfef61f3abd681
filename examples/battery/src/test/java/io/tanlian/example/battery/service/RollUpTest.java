package io.tanlian.example.battery.service;

import static io.tanlian.contracts.sharing.GrantedPart.DIRECT_EMISSIONS;
import static io.tanlian.contracts.sharing.GrantedPart.FIGURES;
import static io.tanlian.contracts.sharing.GrantedPart.INPUTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.example.battery.chain.KnownAnswers;
import io.tanlian.example.battery.chain.Scenario;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.checkpoint.Receipt;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The computed footprint of a product, as the service tells it to whom it may. */
@ExtendWith(OneExchange.class)
class RollUpTest {
  private static final BigDecimal CAPACITY_KWH = BigDecimal.valueOf(80);

  /** The published study's figures, kgCO2e per kWh. */
  private static final Map<Scenario, BigDecimal> PUBLISHED =
      Map.of(
          Scenario.PRIMARY, new BigDecimal("107.998"),
          Scenario.RECYCLED_CUT_OFF, new BigDecimal("103.359"),
          Scenario.RECYCLED_BURDEN, new BigDecimal("103.359"));

  private final Exchange exchange;

  RollUpTest(Exchange exchange) {
    this.exchange = exchange;
  }

  @ParameterizedTest
  @EnumSource
  void the_pack_has_the_known_footprint_in_each_scenario(Scenario scenario) throws Exception {
    String pack = exchange.node().chain().product("pack", scenario).id().value();
    BigDecimal known = Objects.requireNonNull(KnownAnswers.read().of(scenario).get("pack per kWh"));

    JsonNode rollUp = rollUp(exchange.company("car-maker"), pack, "");

    BigDecimal perKWh =
        new BigDecimal(rollUp.at("/perUnit/pcfExcludingBiogenicUptake").stringValue())
            .divide(CAPACITY_KWH, MathContext.DECIMAL128);
    assertThat(perKWh).isCloseTo(PUBLISHED.get(scenario), within(new BigDecimal("1e-3")));
    assertThat(perKWh).isCloseTo(known, within(new BigDecimal("1e-9")));
    assertThat(rollUp.path("missing").isEmpty()).isTrue();
  }

  @Test
  void an_earlier_tree_size_gives_the_earlier_answer_again() throws Exception {
    Participant owner = exchange.newSupplier();
    String product = Footprints.newProduct();
    Claim first = Footprints.of(owner.id(), product);
    long earlier = owner.publish(first).treeSize();
    String before = body(owner, product, "?asOf=" + earlier);
    owner.publish(
        Footprints.of(
            owner.id(),
            product,
            claim -> {
              claim
                  .withObject("/productFootprint")
                  .putArray("precedingPfIds")
                  .add(Footprints.idOf(first));
              claim.withObject("/directEmissions").put("fossilGhgEmissions", "2");
              claim
                  .withObject("/productFootprint/pcf")
                  .put("fossilGhgEmissions", "3")
                  .put("pcfExcludingBiogenicUptake", "3")
                  .put("pcfIncludingBiogenicUptake", "3");
            }));

    assertThat(total(rollUp(owner, product, ""))).isEqualTo("3");
    assertThat(total(rollUp(owner, product, "?asOf=" + earlier))).isEqualTo("2.25");
    assertThat(body(owner, product, "?asOf=" + earlier)).isEqualTo(before);
  }

  @Test
  void a_tree_size_the_log_does_not_have_is_refused() throws Exception {
    Participant owner = exchange.newSupplier();
    String path = "/v1/products/" + Exchange.encoded(Footprints.newProduct()) + "/footprint";

    for (String asOf : new String[] {"0", "-1", "999999999", "x"}) {
      HttpResponse<String> answer = owner.get(path + "?asOf=" + asOf);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(Exchange.json(answer).path("code").stringValue()).isEqualTo("request.invalid");
    }
  }

  @Test
  void an_input_without_a_grant_is_reported_missing_and_found_once_granted() throws Exception {
    Participant maker = exchange.newSupplier();
    Participant customer = exchange.newSupplier();
    String part = Footprints.newProduct();
    String whole = Footprints.newProduct();
    var upstream = maker.publish(Footprints.of(maker.id(), part));
    customer.publish(
        Footprints.of(
            customer.id(),
            whole,
            claim -> {
              claim
                  .withArray("/inputs")
                  .addObject()
                  .put("product", part)
                  .put("direction", "in")
                  .put("amount", "2")
                  .put("unit", "kilogram")
                  .put("statement", upstream.id().value());
              claim
                  .withObject("/productFootprint/pcf")
                  .put("fossilGhgEmissions", "6.75")
                  .put("pcfExcludingBiogenicUptake", "6.75")
                  .put("pcfIncludingBiogenicUptake", "6.75");
            }));

    JsonNode blind = rollUp(customer, whole, "");
    assertThat(blind.path("missing").size()).isEqualTo(1);
    assertThat(blind.at("/missing/0/product").stringValue()).isEqualTo(part);
    assertThat(blind.at("/missing/0/words").stringValue()).isNotBlank();

    maker.publish(Footprints.grant(customer.id(), part, FIGURES, INPUTS, DIRECT_EMISSIONS));
    JsonNode seeing = rollUp(customer, whole, "");
    assertThat(seeing.path("missing").isEmpty()).isTrue();
    assertThat(total(seeing)).isEqualTo("6.75");
  }

  @Test
  void recycled_inputs_are_named_with_their_methods_and_a_mixture_is_a_doubt() throws Exception {
    Participant maker = exchange.newSupplier();
    Participant customer = exchange.newSupplier();
    String part = Footprints.newProduct();
    String whole = Footprints.newProduct();
    StatementId byCutOff = RecycledNickel.claimedBy(maker, RecyclingMethod.CUT_OFF);
    StatementId byCff = RecycledNickel.claimedBy(maker, RecyclingMethod.CFF);
    // 2.25, and 1 kg of 0.75 * 12 + 0.25 * 4 = 10
    var upstream =
        maker.publish(
            Footprints.of(
                maker.id(),
                part,
                claim -> {
                  Footprints.addRecycledNickel(claim, byCutOff).put("method", "cutOff");
                  Footprints.putTotal(claim, "12.25");
                }));
    maker.publish(Footprints.grant(customer.id(), part, FIGURES, INPUTS, DIRECT_EMISSIONS));
    // 2.25, the part, and 1 kg of 0.75 * 12 + 0.25 * (0.5 * 4 + 0.5 * 12) = 11
    customer.publish(
        Footprints.of(
            customer.id(),
            whole,
            claim -> {
              claim
                  .withArray("/inputs")
                  .addObject()
                  .put("product", part)
                  .put("amount", "1")
                  .put("unit", "kilogram")
                  .put("statement", upstream.id().value());
              Footprints.addRecycledNickel(claim, byCff)
                  .put("method", "cff")
                  .putObject("circular")
                  .put("a", "0.5")
                  .put("quality", "1");
              Footprints.putTotal(claim, "25.5");
            }));

    JsonNode ofPart = rollUp(customer, part, "");
    assertThat(total(ofPart)).isEqualTo("12.25");
    assertThat(ofPart.path("recyclingMethods").toString()).isEqualTo("[\"cutOff\"]");
    assertThat(ofPart.path("doubts").isEmpty()).isTrue();
    assertThat(ofPart.at("/recycled/0/change").stringValue()).isEqualTo("-2");

    JsonNode ofWhole = rollUp(customer, whole, "");
    assertThat(total(ofWhole)).isEqualTo("25.5");
    assertThat(ofWhole.path("recyclingMethods").toString()).isEqualTo("[\"cutOff\",\"cff\"]");
    assertThat(ofWhole.path("recycled").size()).isEqualTo(2);
    assertThat(ofWhole.at("/doubts/0/words").stringValue()).contains("by cutOff and by cff");
    assertThat(ofWhole.at("/doubts/0/product").stringValue()).isEqualTo(whole);
    assertThat(ofWhole.path("tree").toString()).contains("\"method\":\"cff\"");
  }

  @Test
  void pins_name_the_statements_and_the_leaves_their_receipts_prove() throws Exception {
    Participant auditor = exchange.company("auditor");
    String pack = exchange.node().chain().product("pack", Scenario.RECYCLED_BURDEN).id().value();

    JsonNode pins = rollUp(auditor, pack, "").path("pins");

    assertThat(pins.size()).isGreaterThan(10);
    for (JsonNode pin : pins) {
      JsonNode held =
          Exchange.json(auditor.get("/v1/statements/" + pin.path("statement").stringValue()));
      assertThat(held.path("index").longValue()).isEqualTo(pin.path("index").longValue());
      Receipt receipt = Receipt.parse(held.path("receipt").stringValue());
      assertThat(receipt.index()).isEqualTo(pin.path("index").longValue());
      assertThat(leafHash(receipt, held.path("jwt").stringValue()))
          .isEqualTo(pin.path("leafHash").stringValue());
    }
  }

  /** A receipt's {@code extra} is the entry's header; the payload follows it, after its length. */
  private static String leafHash(Receipt receipt, String jwt) {
    byte[] payload = jwt.getBytes(StandardCharsets.US_ASCII);
    byte[] header = receipt.extra();
    byte[] entry =
        ByteBuffer.allocate(header.length + 4 + payload.length)
            .put(header)
            .putInt(payload.length)
            .put(payload)
            .array();
    return MerkleTree.leafHash(entry).toString();
  }

  private static String total(JsonNode rollUp) {
    return rollUp.at("/perUnit/pcfExcludingBiogenicUptake").stringValue();
  }

  private static JsonNode rollUp(Participant reader, String product, String query)
      throws Exception {
    HttpResponse<String> answer =
        reader.get("/v1/products/" + Exchange.encoded(product) + "/footprint" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Exchange.json(answer);
  }

  private static String body(Participant reader, String product, String query) throws Exception {
    return rollUp(reader, product, query).toString();
  }
}
