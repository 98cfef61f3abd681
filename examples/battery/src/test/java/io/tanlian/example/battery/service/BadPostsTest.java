package io.tanlian.example.battery.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.key.KeyRevoked;
import io.tanlian.contracts.key.SignatureAlgorithm;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.withdrawal.Withdrawal;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a post, it is refused by its own stable code and leaves no trace. */
@ExtendWith(OneExchange.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadPostsTest {
  private static final int ANSWER_WITHIN_MS = 30_000;

  private final Exchange exchange;
  private final Participant supplier;

  BadPostsTest(Exchange exchange) throws Exception {
    this.exchange = exchange;
    this.supplier = exchange.newSupplier();
  }

  @BeforeAll
  void a_good_declaration_of_the_same_make_is_taken() throws Exception {
    assertThat(supplier.post(declaration(supplier).format()).statusCode()).isEqualTo(201);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void is_refused_with_its_own_code_and_nothing_is_recorded(BadPost bad) throws Exception {
    Draft draft = bad.attempt().by(supplier);
    String before = exchange.checkpoint();

    HttpResponse<String> answer = supplier.post(draft.format());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(bad.status());
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = Exchange.json(answer);
    JsonNode first = problem.path("errors").path(0);
    assertThat(problem.path("code").stringValue()).as(answer.body()).isEqualTo(bad.code());
    assertThat(problem.path("status").intValue()).isEqualTo(bad.status());
    assertThat(first.path("pointer").stringValue())
        .as(answer.body())
        .isEqualTo(bad.pointer().orElse(""));
    assertThat(first.path("detail").stringValue()).isNotBlank();
    assertThat(first.path("remedy").stringValue()).isNotBlank();
    assertThat(exchange.checkpoint()).isEqualTo(before);
    assertThat(supplier.get("/v1/statements/" + draft.id().value()).statusCode()).isEqualTo(404);
  }

  static Stream<BadPost> is_refused_with_its_own_code_and_nothing_is_recorded() {
    return Stream.of(keysAndSignatures(), formsOfText(), contents(), references(), disclosures())
        .flatMap(posts -> posts);
  }

  private static Stream<BadPost> keysAndSignatures() {
    return Stream.of(
        BadPost.of(
            "a key nobody enrolled", 422, "key.unknown", s -> declaration(s).signedBy(newKey())),
        BadPost.of(
            "a revoked key",
            422,
            "key.revoked",
            s -> {
              SigningKey revoked = s.enrol(newKey());
              s.publish(new Claim.Revoked(new KeyRevoked(revoked.publicKey().kid(), "Lost")));
              return declaration(s).signedBy(revoked);
            }),
        BadPost.of(
            "the key of another participant",
            422,
            "key.not-issuers",
            s -> declaration(s).signedBy(s.exchange().operator().key())),
        BadPost.of(
            "a signature that does not fit",
            422,
            "signature.invalid",
            s ->
                declaration(s)
                    .body(text -> {
                      int end = text.indexOf('~');
                      char other = text.charAt(end - 10) == 'A' ? 'B' : 'A';
                      return text.substring(0, end - 10) + other + text.substring(end - 9);
                    })),
        BadPost.of(
            "an algorithm that is not the key's",
            422,
            "signature.algorithm-mismatch",
            s -> declaration(s).header("alg", "ES256")),
        BadPost.at(
            "/alg",
            "no algorithm",
            422,
            "signature.algorithm-forbidden",
            s -> declaration(s).header("alg", "none")),
        BadPost.at(
            "/issuer",
            "another issuer than who posts",
            403,
            "access.denied",
            s ->
                declaration(s)
                    .payload(p -> p.put("issuer", s.exchange().operator().id().value()))));
  }

  private static Stream<BadPost> formsOfText() {
    return Stream.of(
        BadPost.at(
            "/typ",
            "a name twice in the header",
            400,
            "json.duplicate-key",
            s -> declaration(s).headerText("{", "{\"typ\":\"vc+sd-jwt\",")),
        BadPost.at(
            "/aud",
            "a name twice in the payload",
            400,
            "json.duplicate-key",
            s -> declaration(s).payloadText("\"aud\":", "\"aud\":\"x\",\"aud\":")),
        BadPost.at(
            "/2/a",
            "a name twice in a disclosure",
            400,
            "json.duplicate-key",
            s ->
                declaration(s)
                    .disclosures(
                        all -> all.set(0, encoded("[\"salt\",\"comment\",{\"a\":1,\"a\":2}]")))),
        BadPost.of(
            "an empty body", 400, "statement.malformed", s -> declaration(s).body(text -> "")),
        BadPost.of(
            "a JWT that breaks off",
            400,
            "statement.malformed",
            s -> declaration(s).body(text -> text.substring(0, text.indexOf('.') + 40))),
        BadPost.of(
            "no tilde at the end",
            400,
            "statement.malformed",
            s -> declaration(s).body(text -> text.substring(0, text.length() - 1))),
        BadPost.of(
            "a type of JWT other than a statement",
            422,
            "statement.wrong-type",
            s -> declaration(s).header("typ", "JWT")),
        BadPost.of(
            "a signed part over 60,000 characters",
            413,
            "statement.too-large",
            s -> declaration(s).footprint(f -> f.put("productNameCompany", "x".repeat(60_000)))),
        BadPost.of(
            "a body over the limit",
            413,
            "statement.too-large",
            s -> declaration(s).body(text -> text + "x".repeat(1_200_000) + "~")));
  }

  private static Stream<BadPost> contents() {
    return Stream.of(
        BadPost.at(
            "/credentialSubject/productFootprint/pcf/declaredUnitAmount",
            "a number where a decimal string belongs",
            422,
            "schema.decimal-expected",
            s -> declaration(s).payload(p -> p.withObject(PCF).put("declaredUnitAmount", 1.5))),
        BadPost.at(
            "/credentialSubject/productFootprint/pcf/declaredUnitOfMeasurement",
            "an unknown unit",
            422,
            "schema.unknown-unit",
            s ->
                declaration(s)
                    .payload(p -> p.withObject(PCF).put("declaredUnitOfMeasurement", "bushel"))),
        BadPost.at(
            "/credentialSubject/productFootprint/colour",
            "an unknown field",
            422,
            "schema.unknown-field",
            s -> declaration(s).footprint(f -> f.put("colour", "green"))),
        BadPost.at(
            "/credentialSubject/productFootprint/companyName",
            "a missing field",
            422,
            "schema.missing-field",
            s -> declaration(s).footprint(f -> f.remove("companyName"))),
        BadPost.at(
            "/aud",
            "another ledger's name",
            422,
            "statement.wrong-audience",
            s -> declaration(s).payload(p -> p.put("aud", "other.example/log"))),
        BadPost.at(
            "/validFrom",
            "issued tomorrow",
            422,
            "statement.issued-in-future",
            s ->
                declaration(s)
                    .payload(p ->
                        p.put(
                            "validFrom",
                            Instant.now()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .plus(1, ChronoUnit.DAYS)
                                .toString()))));
  }

  private static Stream<BadPost> references() {
    return Stream.of(
        BadPost.at(
            "/credentialSubject/statement",
            "the withdrawal of nothing",
            422,
            "reference.unknown",
            s ->
                Draft.of(
                    s,
                    new Claim.Withdrawn(
                        new Withdrawal(new StatementId(UUID.randomUUID()), "Wrong")))),
        BadPost.at(
            "/credentialSubject/inputs/0/statement",
            "an input of a statement that is not there",
            422,
            "reference.unknown",
            s ->
                Draft.of(
                    s,
                    Footprints.of(
                        s.id(),
                        Footprints.newProduct(),
                        claim ->
                            claim
                                .withObject("/inputs/0")
                                .put("statement", "urn:uuid:" + UUID.randomUUID())
                                .remove("emissionFactor")))),
        BadPost.at(
            "/credentialSubject/productFootprint/precedingPfIds/0",
            "another's footprint as its predecessor",
            422,
            "reference.not-yours",
            s -> {
              Participant other = s.exchange().newSupplier();
              Claim others = Footprints.of(other.id(), Footprints.newProduct());
              other.publish(others);
              return declaration(s)
                  .footprint(f -> f.putArray("precedingPfIds").add(Footprints.idOf(others)));
            }));
  }

  private static Stream<BadPost> disclosures() {
    return Stream.of(
        BadPost.of(
            "a disclosure withheld",
            422,
            "disclosure.withheld",
            s -> declaration(s).disclosures(all -> all.remove(0))),
        BadPost.of(
            "a disclosure of another statement",
            422,
            "disclosure.unmatched",
            s ->
                declaration(s)
                    .disclosures(all -> all.set(0, encoded("[\"salt\",\"comment\",\"\"]")))),
        BadPost.of(
            "a disclosure twice",
            422,
            "disclosure.duplicate",
            s -> declaration(s).disclosures(all -> all.add(all.getFirst()))));
  }

  @Test
  void an_id_that_is_taken_stays_with_the_first_content() throws Exception {
    Claim claim = Footprints.of(supplier.id(), Footprints.newProduct());
    var first = supplier.publish(claim);
    String before = exchange.checkpoint();

    HttpResponse<String> second =
        supplier.post(
            supplier
                .sign(first.id(), Footprints.of(supplier.id(), Footprints.newProduct()))
                .format());

    assertThat(second.statusCode()).isEqualTo(409);
    JsonNode problem = Exchange.json(second);
    assertThat(problem.path("code").stringValue()).isEqualTo("statement.id-conflict");
    assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo("/id");
    assertThat(exchange.checkpoint()).isEqualTo(before);
    assertThat(
            Exchange.json(supplier.get("/v1/statements/" + first.id().value()))
                .path("jwt")
                .stringValue())
        .isEqualTo(first.signed().jwt());
  }

  @Test
  void a_content_type_other_than_a_statements_is_refused() throws Exception {
    Draft draft = declaration(supplier);
    String before = exchange.checkpoint();

    HttpResponse<String> answer =
        exchange.post("/v1/statements", "application/json", draft.format(), supplier.token());

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(Exchange.json(answer).path("code").stringValue())
        .isEqualTo("request.unsupported-type");
    assertThat(exchange.checkpoint()).isEqualTo(before);
  }

  @Test
  void a_body_that_ends_before_its_announced_length_is_refused_or_the_connection_closed()
      throws Exception {
    Draft draft = declaration(supplier);
    String body = draft.format();
    String before = exchange.checkpoint();

    String answer =
        truncated(
            """
            POST /v1/statements HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer %s\r
            Content-Type: application/vc+sd-jwt\r
            Content-Length: %d\r
            \r
            %s\
            """
                .formatted(supplier.token(), body.length() + 100, body.replaceAll("[\r\n]", "")));

    if (!answer.isEmpty()) {
      assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Exception");
    }
    assertThat(exchange.checkpoint()).isEqualTo(before);
    assertThat(supplier.get("/v1/statements/" + draft.id().value()).statusCode()).isEqualTo(404);
  }

  /** Sends, says that no more will come, and reads to the end. */
  private String truncated(String request) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            exchange.tls().getSocketFactory().createSocket("localhost", exchange.url().getPort())) {
      socket.setSoTimeout(ANSWER_WITHIN_MS);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), UTF_8);
    }
  }

  private static final String PCF = "/credentialSubject/productFootprint/pcf";

  private static Draft declaration(Participant issuer) {
    return Draft.of(issuer, Footprints.of(issuer.id(), Footprints.newProduct()));
  }

  private static SigningKey newKey() {
    return SigningKey.generate(SignatureAlgorithm.ED25519, new SecureRandom());
  }

  private static String encoded(String disclosure) {
    return Base64Url.encode(disclosure.getBytes(UTF_8));
  }
}
