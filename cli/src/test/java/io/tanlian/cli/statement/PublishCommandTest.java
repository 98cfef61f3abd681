package io.tanlian.cli.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Shell;
import io.tanlian.cli.world.TestExchange.Canned;
import io.tanlian.cli.world.Town;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.tlog.note.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PublishCommandTest {
  private static final String POST = "POST /v1/statements";
  @TempDir private Path folder;
  private Town town;

  @BeforeEach
  void open() {
    town = new Town(folder);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private Shell.Result publish(String... files) {
    return Shell.run(List.of("publish", "--credentials", town.shell.path("supplier.json")), files);
  }

  private Shell.Result verify(String name) {
    return Shell.run(
        "receipt",
        "verify",
        town.shell.path(name + ".receipt"),
        "--statement",
        town.shell.path(name),
        "--credentials",
        town.shell.path("supplier.json"));
  }

  @Test
  void each_statement_gets_a_receipt_that_was_verified() {
    Shell.Result published = publish(town.signDeclaration("a"), town.signDeclaration("b"));
    assertThat(published.exitCode()).as(published.out() + published.err()).isZero();
    assertThat(published.out().lines()).hasSize(2).allMatch(line -> line.contains("published"));
    assertThat(verify("a").exitCode()).isZero();
    assertThat(verify("b").out()).contains("Proved", "index", "5");
  }

  @Test
  void running_it_again_asks_nobody_for_what_is_proved_already() {
    String a = town.signDeclaration("a");
    publish(a);
    long before = town.exchange.asked(POST);
    Shell.Result again = publish(a);
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("receipt kept and verified");
    assertThat(town.exchange.asked(POST)).isEqualTo(before);
  }

  @Test
  void a_receipt_that_was_lost_is_fetched_again() throws IOException {
    String a = town.signDeclaration("a");
    publish(a);
    Files.delete(folder.resolve("a.receipt"));
    Shell.Result again = publish(a);
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("was published before");
    assertThat(verify("a").exitCode()).isZero();
  }

  @Test
  void a_receipt_of_another_log_does_not_count_as_published() {
    String a = town.signDeclaration("a");
    Shell.Result published =
        Shell.run(
            "publish",
            a,
            "--credentials",
            town.shell.path("supplier.json"),
            "--log-key",
            NoteSigner.generate("exchange.example/log").verifierKey().format());
    assertThat(published.exitCode()).isEqualTo(3);
    assertThat(published.out()).contains("does not prove it");
    assertThat(town.shell.has("a.receipt")).isFalse();
  }

  @Test
  void one_refusal_does_not_hold_up_the_others() {
    town.exchange.answerNext(
        POST,
        Canned.json(
            422,
            """
            {"status":422,"code":"key.revoked","detail":"Revoked at 9. Enrol another.","errors":[
             {"code":"key.revoked","pointer":"","detail":"Revoked at 9.","remedy":"Enrol another."}]}
            """));
    Shell.Result published = publish(town.signDeclaration("a"), town.signDeclaration("b"));
    assertThat(published.exitCode()).isEqualTo(1);
    assertThat(published.out())
        .contains("Revoked at 9. [key.revoked]", "Enrol another.")
        .containsOnlyOnce("Revoked at 9.");
    assertThat(town.shell.has("a.receipt")).isFalse();
    assertThat(verify("b").exitCode()).isZero();
  }

  @Test
  void an_exchange_that_does_not_answer_ends_it() {
    String a = town.signDeclaration("a");
    String b = town.signDeclaration("b");
    town.exchange.close();
    Shell.Result published = publish(a, b);
    assertThat(published.exitCode()).isEqualTo(2);
    assertThat(published.out().lines())
        .hasSize(1)
        .allMatch(line -> line.contains("Nobody answers"));
  }

  @Test
  void programs_get_one_object_with_every_file() {
    String a = town.signDeclaration("a");
    Shell.Result published =
        Shell.run("publish", a, "--credentials", town.shell.path("supplier.json"), "--json");
    assertThat(published.out().lines()).hasSize(1);
    assertThat(published.out())
        .startsWith("{\"outcome\":\"done\",\"exitCode\":0,\"files\":[{\"outcome\":\"published\"")
        .contains("\"index\":4");
  }

  @Test
  void a_published_statement_can_be_fetched_and_verified_offline() {
    String a = town.signDeclaration("a");
    String id =
        idIn(
            Shell.run("publish", a, "--credentials", town.shell.path("supplier.json"), "--json")
                .out());
    Shell.Result got =
        Shell.run(
            "statement",
            "get",
            id,
            "--out",
            town.shell.path("copy"),
            "--credentials",
            town.shell.path("supplier.json"));
    assertThat(got.exitCode()).as(got.err()).isZero();
    assertThat(got.out()).contains(Town.SUPPLIER, "all of them");
    assertThat(town.shell.read("copy")).isEqualTo(town.shell.read("a"));
    town.exchange.close();
    assertThat(verify("copy").exitCode()).isZero();
  }

  private String publishedId(String name) {
    return idIn(
        Shell.run(
                "publish",
                town.signDeclaration(name),
                "--credentials",
                town.shell.path("supplier.json"),
                "--json")
            .out());
  }

  private Shell.Result get(String id) {
    return Shell.run("statement", "get", id, "--credentials", town.shell.path("supplier.json"));
  }

  private void answerNext(String id, JsonNode body) {
    town.exchange.answerNext("GET /v1/statements/" + id, Canned.json(200, StrictJson.format(body)));
  }

  @Test
  void another_genuine_statement_than_the_one_asked_for_proves_nothing() {
    String a = publishedId("a");
    String b = publishedId("b");
    answerNext(a, town.exchange.statementBody(b));
    Shell.Result got = get(a);
    assertThat(got.exitCode()).isEqualTo(3);
    assertThat(got.out()).contains("another statement", b);
  }

  @Test
  void disclosures_of_another_statement_prove_nothing() {
    String a = publishedId("a");
    String b = publishedId("b");
    answerNext(
        a,
        town.exchange
            .statementBody(a)
            .set("disclosures", town.exchange.statementBody(b).path("disclosures")));
    Shell.Result got = get(a);
    assertThat(got.exitCode()).isEqualTo(3);
    assertThat(got.out()).contains("not a statement with its own disclosures");
  }

  @Test
  void type_and_issuer_are_those_that_were_signed() {
    String a = publishedId("a");
    answerNext(a, town.exchange.statementBody(a).put("issuer", "did:web:somebody.example"));
    assertThat(get(a).out()).contains(Town.SUPPLIER).doesNotContain("somebody");
  }

  @Test
  void a_statement_that_is_not_there_is_not_found() {
    Shell.Result got =
        Shell.run(
            "statement",
            "get",
            "urn:uuid:0192f1c4-8d3e-7000-8000-00000000ffff",
            "--credentials",
            town.shell.path("supplier.json"));
    assertThat(got.exitCode()).isEqualTo(1);
    assertThat(got.out()).startsWith("Not found");
  }

  private static String idIn(String json) {
    int start = json.indexOf("urn:uuid:");
    return json.substring(start, json.indexOf('"', start));
  }
}
