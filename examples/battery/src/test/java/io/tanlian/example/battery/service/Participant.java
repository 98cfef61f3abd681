package io.tanlian.example.battery.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementSigner;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A company with its signing key and an access token. */
public record Participant(Exchange exchange, ParticipantId id, SigningKey key, String token) {

  public SignedStatement sign(StatementId statement, Claim claim) {
    Outcome<SignedStatement> signed =
        StatementSigner.sign(
            new Statement(
                statement,
                id,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                exchange.origin(),
                claim),
            key,
            new SecureRandom());
    return switch (signed) {
      case Outcome.Accepted<SignedStatement>(SignedStatement accepted) -> accepted;
      case Outcome.Refused<SignedStatement>(var problems) -> throw new AssertionError(problems);
    };
  }

  public HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return exchange.post("/v1/statements", "application/vc+sd-jwt", body, token);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return exchange.get(path, token);
  }

  /** Publishes what must be taken. */
  public Published publish(Claim claim) throws IOException, InterruptedException {
    StatementId statement = new StatementId(UUID.randomUUID());
    SignedStatement signed = sign(statement, claim);
    HttpResponse<String> answer = post(signed.format());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode body = Exchange.json(answer);
    return new Published(
        statement,
        signed,
        body.path("index").longValue(),
        body.path("treeSize").longValue(),
        body.path("receipt").stringValue());
  }

  /** Enrols one more key, so that this participant may sign with either. */
  public SigningKey enrol(SigningKey another) throws IOException, InterruptedException {
    publish(
        new Claim.Enrolled(
            new KeyEnrolled(
                id, another.publicKey(), KeyProof.create(another, id, exchange.origin()))));
    return another;
  }

  /** A statement on the ledger, and where it is. */
  public record Published(
      StatementId id, SignedStatement signed, long index, long treeSize, String receipt) {}

  @Override
  public String toString() {
    return id.value();
  }
}
