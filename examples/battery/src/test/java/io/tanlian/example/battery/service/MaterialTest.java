package io.tanlian.example.battery.service;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.BatchId;
import io.tanlian.contracts.material.Transfer;
import io.tanlian.contracts.material.TransferAcceptance;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.example.battery.material.Salts;
import io.tanlian.example.battery.statement.ChainStatements;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
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

/** Material moves over the API: it is used once, and everybody can follow it. */
@ExtendWith(OneExchange.class)
class MaterialTest {
  private final Exchange exchange;
  private final Participant recycler;
  private final Participant buyer;

  MaterialTest(Exchange exchange) throws Exception {
    this.exchange = exchange;
    this.recycler = exchange.newSupplier();
    this.buyer = exchange.newSupplier();
  }

  @Test
  void of_a_hundred_who_claim_the_last_kilogram_one_gets_it_and_the_others_what_is_left()
      throws Exception {
    StatementId recovery = recycler.publish(Salts.recovery("1")).id();
    List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      SignedStatement claim = signed(recycler, Salts.claim(recovery, Salts.LOT, "1"));
      calls.add(() -> recycler.post(claim.format()));
    }
    List<HttpResponse<String>> answers = all(calls);
    assertThat(answers.stream().collect(groupingBy(HttpResponse::statusCode, counting())))
        .containsOnly(Map.entry(201, 1L), Map.entry(409, 99L));
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
        .allSatisfy(answer ->
            assertThat(answer.body())
                .contains("material.exceeds-batch")
                .contains("1 kg of postConsumer Li are asked for, 0 kg are left"));
    assertThat(left(recovery)).isEqualByComparingTo("0");
  }

  @Test
  void as_much_is_claimed_by_a_crowd_as_there_is_and_not_a_gram_more() throws Exception {
    StatementId recovery = recycler.publish(Salts.recovery("1")).id();
    List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      SignedStatement claim = signed(recycler, Salts.claim(recovery, Salts.LOT, "0.03"));
      calls.add(() -> recycler.post(claim.format()));
    }
    assertThat(all(calls).stream().collect(groupingBy(HttpResponse::statusCode, counting())))
        .containsOnly(Map.entry(201, 33L), Map.entry(409, 27L));
    assertThat(left(recovery)).isEqualByComparingTo("0.01");
  }

  @Test
  void a_batch_changes_hands_by_two_signatures_and_only_by_both() throws Exception {
    StatementId recovery = recycler.publish(Salts.recovery("2")).id();
    StatementId transfer =
        recycler
            .publish(
                new Claim.Offered(
                    new Transfer(
                        buyer.id(),
                        new BatchId(recovery, Salts.LOT),
                        Salts.segregated(),
                        Salts.batch("sold", "1.5"))))
            .id();
    assertThat(refused(recycler, Salts.claim(recovery, Salts.LOT, "1")))
        .contains("0.5 kg are left");
    assertThat(refused(buyer, Salts.claim(transfer, "sold", "1"))).contains("not accepted");
    JsonNode offers = Exchange.json(buyer.get("/v1/offers"));
    assertThat(offers).hasSize(1);
    assertThat(offers.at("/0/statement").stringValue()).isEqualTo(transfer.value());

    StatementId acceptance =
        buyer
            .publish(
                new Claim.Accepted(
                    new TransferAcceptance(
                        new BatchId(transfer, "sold"),
                        Salts.segregated(),
                        Salts.batch("bought", "1.5"))))
            .id();
    assertThat(Exchange.json(buyer.get("/v1/offers"))).isEmpty();
    StatementId claim = buyer.publish(Salts.claim(acceptance, "bought", "1")).id();
    assertThat(left(acceptance)).isEqualByComparingTo("0.5");

    assertThat(statements(buyer.get(trace(claim, "backward"))))
        .containsExactly(recovery.value(), transfer.value(), acceptance.value(), claim.value());
    assertThat(statements(buyer.get(trace(recovery, "forward"))))
        .containsExactly(recovery.value(), transfer.value(), acceptance.value(), claim.value());
    JsonNode recall = Exchange.json(buyer.get("/v1/recall?statement=" + recovery.value()));
    assertThat(recall.at("/products/0/product").stringValue()).isEqualTo("urn:example:pack");
    assertThat(texts(recall.path("stocks"), "massLeft")).containsExactly("5", "5");
  }

  @Test
  void the_demo_s_packs_are_a_quarter_recycled_and_that_goes_back_to_one_recovery()
      throws Exception {
    StatementId claim = ChainStatements.contentClaim();
    JsonNode content = Exchange.json(buyer.get("/v1/recycled-content/" + claim.value()));
    assertThat(texts(content.path("shares"), "share"))
        .containsExactly(
            "0.257033",
            "0.257056",
            "0.243523",
            "0.223034",
            "0.257033",
            "0.257056",
            "0.243523",
            "0.223034");
    assertThat(texts(content.path("sources"), "plant").stream().distinct())
        .containsExactly("urn:tanlian-demo:plant:zhujiang-1");
    assertThat(texts(content.path("sources"), "mass"))
        .containsExactlyInAnyOrder("12505.693", "1569.847", "1386.379", "1603.844");
    assertThat(content.path("complete").booleanValue()).isTrue();
    assertThat(content.path("proof"))
        .allSatisfy(proof ->
            assertThat(proof.path("receipt").stringValue()).startsWith("c2sp.org/tlog-proof"));
    assertThat(texts(content.path("proof"), "type"))
        .contains("RecoveryDeclaration", "MaterialBatch", "Transfer", "Processing");
  }

  @Test
  void an_answer_as_of_an_earlier_tree_is_what_was_answered_then() throws Exception {
    StatementId recovery = recycler.publish(Salts.recovery("1")).id();
    String path = "/v1/batches?statement=" + recovery.value();
    HttpResponse<String> before = recycler.get(path);
    long treeSize = Exchange.json(before).path("treeSize").longValue();
    recycler.publish(Salts.claim(recovery, Salts.LOT, "1"));
    assertThat(recycler.get(path + "&asOf=" + treeSize).body()).isEqualTo(before.body());
    assertThat(left(recovery)).isEqualByComparingTo("0");
  }

  @Test
  void a_used_battery_is_followed_by_its_identity_code_and_its_second_life_kept_apart()
      throws Exception {
    JsonNode trace =
        Exchange.json(buyer.get("/v1/trace?direction=forward&identity=04QFAKE0B1A2B3C4D5E60002"));
    assertThat(texts(trace.path("steps"), "type")).containsExactly("MaterialBatch", "Processing");
    assertThat(trace.at("/steps/1/route").stringValue()).isEqualTo("secondLife");
    JsonNode recall = Exchange.json(buyer.get("/v1/recall?identity=04QFAKE0B1A2B3C4D5E60002"));
    assertThat(recall.path("products")).isEmpty();
    assertThat(recall.path("secondLife")).hasSize(1);
    JsonNode recovered =
        Exchange.json(buyer.get("/v1/trace?direction=forward&identity=04QFAKE0B1A2B3C4D5E60001"));
    assertThat(recovered.at("/steps/0/route").stringValue()).isEqualTo("regeneration");
    assertThat(texts(recovered.path("steps"), "type")).contains("RecycledContentClaim");
  }

  @Test
  void a_site_s_account_tells_what_came_in_what_was_used_and_what_is_left() throws Exception {
    JsonNode accounts =
        Exchange.json(buyer.get("/v1/accounts?site=urn:tanlian-demo:site:cathode-maker"));
    assertThat(accounts).hasSize(1);
    JsonNode account = accounts.get(0);
    assertThat(account.path("left")).isEmpty();
    assertThat(texts(account.path("credited"), "material")).containsExactly("Co", "Li", "Mn", "Ni");
    assertThat(texts(account.path("credited"), "mass"))
        .containsExactly("1703", "1794", "1504", "13568");
    assertThat(account.path("credited")).isEqualTo(account.path("used"));
    assertThat(account.path("carriedOver").booleanValue()).isFalse();
  }

  @Test
  void the_rule_packs_on_the_ledger_are_those_of_the_product() throws Exception {
    assertThat(texts(Exchange.json(buyer.get("/v1/rule-packs")), "id"))
        .contains("cn-2025-21", "eu-2023-1542-2027", "eu-2023-1542-2031", "eu-2023-1542-2036");
  }

  @Test
  void a_query_that_cannot_be_answered_names_what_is_wrong() throws Exception {
    String unknown = new StatementId(UUID.randomUUID()).value();
    assertThat(buyer.get("/v1/batches?statement=" + unknown).statusCode()).isEqualTo(404);
    assertThat(buyer.get("/v1/recycled-content/" + unknown).statusCode()).isEqualTo(404);
    assertThat(buyer.get("/v1/trace").statusCode()).isEqualTo(400);
    HttpResponse<String> malformed = buyer.get("/v1/batches?statement=x");
    assertThat(malformed.statusCode()).isEqualTo(400);
    assertThat(malformed.body()).contains("statement");
    assertThat(buyer.get(trace(ChainStatements.contentClaim(), "sideways")).body())
        .contains("backward, forward");
    assertThat(exchange.get("/v1/offers").statusCode()).isEqualTo(401);
  }

  private static String trace(StatementId statement, String direction) {
    return "/v1/trace?statement=%s&direction=%s".formatted(statement.value(), direction);
  }

  private BigDecimal left(StatementId statement) throws Exception {
    JsonNode left =
        Exchange.json(buyer.get("/v1/batches?statement=" + statement.value()))
            .at("/batches/0/left");
    return left.isEmpty() ? BigDecimal.ZERO : new BigDecimal(left.at("/0/mass").stringValue());
  }

  private static String refused(Participant issuer, Claim claim) throws Exception {
    HttpResponse<String> answer = issuer.post(signed(issuer, claim).format());
    assertThat(answer.statusCode()).isBetween(400, 499);
    return answer.body();
  }

  private static SignedStatement signed(Participant issuer, Claim claim) {
    return issuer.sign(new StatementId(UUID.randomUUID()), claim);
  }

  private static List<String> statements(HttpResponse<String> trace) {
    return texts(Exchange.json(trace).path("steps"), "statement");
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
