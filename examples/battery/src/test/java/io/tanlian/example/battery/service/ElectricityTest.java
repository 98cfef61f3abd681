package io.tanlian.example.battery.service;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.energy.CertificateNumbers;
import io.tanlian.contracts.energy.CertificateUse;
import io.tanlian.contracts.energy.Electricity;
import io.tanlian.contracts.energy.EnergyCertificate;
import io.tanlian.contracts.energy.EnergyCertificateTransfer;
import io.tanlian.contracts.energy.EnergyCorrection;
import io.tanlian.contracts.energy.EnergySource;
import io.tanlian.contracts.energy.Generation;
import io.tanlian.contracts.energy.RenewableElectricityClaim;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Material;
import io.tanlian.contracts.material.Period;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.example.battery.statement.ChainStatements;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Energy certificates over the API: each kilowatt hour is claimed once, and everybody can check.
 */
@ExtendWith(OneExchange.class)
class ElectricityTest {
  private static final Period YEAR =
      new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
  private static final Generation WIND =
      new Generation(new Urn("urn:example:park"), EnergySource.WIND, YEAR);

  private final Participant seller;
  private final Participant buyer;

  ElectricityTest(Exchange exchange) throws Exception {
    this.seller = exchange.newSupplier();
    this.buyer = exchange.newSupplier();
  }

  @Test
  void of_a_hundred_who_claim_the_last_kilowatt_hour_one_gets_it() throws Exception {
    StatementId certificate = seller.publish(certificate(newNumber(), "1")).id();
    List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      SignedStatement claim = signed(seller, claim("urn:example:smelter:" + i, certificate, "1"));
      calls.add(() -> seller.post(claim.format()));
    }
    List<HttpResponse<String>> answers = all(calls);
    assertThat(answers.stream().collect(groupingBy(HttpResponse::statusCode, counting())))
        .containsOnly(Map.entry(201, 1L), Map.entry(409, 99L));
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
        .allSatisfy(answer ->
            assertThat(answer.body())
                .contains("energy.exceeds-certificate")
                .contains("1 kWh are asked for, 0 kWh are left"));
    assertThat(left(seller)).containsExactly("0");
  }

  @Test
  void as_much_is_claimed_by_a_crowd_as_there_is_and_not_a_watt_hour_more() throws Exception {
    StatementId certificate = seller.publish(certificate(newNumber(), "1")).id();
    List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      SignedStatement claim =
          signed(seller, claim("urn:example:smelter:" + i, certificate, "0.03"));
      calls.add(() -> seller.post(claim.format()));
    }
    assertThat(all(calls).stream().collect(groupingBy(HttpResponse::statusCode, counting())))
        .containsOnly(Map.entry(201, 33L), Map.entry(409, 27L));
    assertThat(left(seller)).containsExactly("0.01");
  }

  @Test
  void of_many_who_record_the_same_certificate_or_claim_for_the_same_period_one_does()
      throws Exception {
    String number = newNumber();
    List<Callable<HttpResponse<String>>> records = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Participant recorder = i % 2 == 0 ? seller : buyer;
      SignedStatement record = signed(recorder, certificate(number, "1"));
      records.add(() -> recorder.post(record.format()));
    }
    assertThat(all(records).stream().collect(groupingBy(HttpResponse::statusCode, counting())))
        .containsOnly(Map.entry(201, 1L), Map.entry(409, 19L));

    StatementId certificate = seller.publish(certificate(newNumber(), "100")).id();
    List<Callable<HttpResponse<String>>> claims = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      SignedStatement claim = signed(seller, claim("urn:example:one-smelter", certificate, "1"));
      claims.add(() -> seller.post(claim.format()));
    }
    assertThat(all(claims).stream().collect(groupingBy(HttpResponse::statusCode, counting())))
        .containsOnly(Map.entry(201, 1L), Map.entry(409, 19L));
  }

  @Test
  void a_certificate_changes_hands_and_a_mistaken_claim_gives_it_back() throws Exception {
    StatementId certificate = seller.publish(certificate(newNumber(), "100")).id();
    StatementId got =
        seller
            .publish(
                new Claim.HandedOver(
                    new EnergyCertificateTransfer(
                        certificate, buyer.id(), WIND, Electricity.parse("60"), null)))
            .id();
    assertThat(left(seller)).containsExactly("40");
    assertThat(left(buyer)).containsExactly("60");

    Claim.Cancelled mistaken = claim("urn:example:foundry", got, "60");
    StatementId claim = buyer.publish(mistaken).id();
    JsonNode before = electricity(claim, "");
    assertThat(texts(before.path("proof"), "statement"))
        .containsExactly(certificate.value(), got.value(), claim.value());
    assertThat(texts(before.path("certificates"), "statement"))
        .containsExactly(certificate.value());

    buyer.publish(
        new Claim.Reversed(
            new EnergyCorrection(claim, "wrong plant", null, mistaken.electricity())));
    assertThat(left(buyer)).containsExactly("60");
    assertThat(electricity(claim, "").path("correctedAt").isNumber()).isTrue();
    assertThat(electricity(claim, "?asOf=" + before.path("treeSize"))).isEqualTo(before);
    buyer.publish(mistaken);
    assertThat(left(buyer)).containsExactly("0");
  }

  @Test
  void the_demo_s_aluminium_meets_the_target_by_wind_electricity_with_receipts() throws Exception {
    JsonNode claim = electricity(ChainStatements.electricityClaim(), "");
    assertThat(claim.path("share").stringValue()).isEqualTo("0.312000");
    assertThat(texts(claim.path("verdicts"), "pack")).containsExactly("cn-2025-21-energy");
    assertThat(texts(claim.path("verdicts"), "verdict")).containsExactly("met");
    assertThat(texts(claim.path("certificates"), "source")).containsExactly("wind");
    assertThat(claim.path("complete").booleanValue()).isTrue();
    assertThat(texts(claim.path("proof"), "type"))
        .containsExactly(
            "EnergyCertificate", "EnergyCertificateTransfer", "RenewableElectricityClaim");
    assertThat(claim.path("proof"))
        .allSatisfy(proof ->
            assertThat(proof.path("receipt").stringValue()).startsWith("c2sp.org/tlog-proof"));
  }

  @Test
  void what_is_no_claim_of_electricity_is_not_found() throws Exception {
    assertThat(
            buyer
                .get("/v1/renewable-electricity/" + ChainStatements.contentClaim().value())
                .statusCode())
        .isEqualTo(404);
  }

  private static Claim certificate(String number, String amount) {
    return new Claim.Certified(
        new EnergyCertificate(
            new CertificateNumbers("registry.example", number, null),
            WIND,
            Electricity.parse(amount),
            null,
            null));
  }

  private static Claim.Cancelled claim(String plant, StatementId certificate, String amount) {
    return new Claim.Cancelled(
        new RenewableElectricityClaim(
            new Urn(plant),
            new Material("aluminium"),
            YEAR,
            null,
            Electricity.parse("100"),
            List.of(new CertificateUse(certificate, Electricity.parse(amount)))));
  }

  private static String newNumber() {
    return UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  private JsonNode electricity(StatementId claim, String query) throws Exception {
    return Exchange.json(buyer.get("/v1/renewable-electricity/" + claim.value() + query));
  }

  private static List<String> left(Participant holder) throws Exception {
    return texts(Exchange.json(holder.get("/v1/certificates")), "left");
  }

  private static SignedStatement signed(Participant issuer, Claim claim) {
    return issuer.sign(new StatementId(UUID.randomUUID()), claim);
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(one -> one.path(field).stringValue())
        .toList();
  }

  private static List<HttpResponse<String>> all(List<Callable<HttpResponse<String>>> calls)
      throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<HttpResponse<String>> answers = new ArrayList<>();
      for (Future<HttpResponse<String>> each : clients.invokeAll(calls)) {
        answers.add(each.get());
      }
      return answers;
    }
  }
}
