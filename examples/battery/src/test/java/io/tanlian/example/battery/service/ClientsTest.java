package io.tanlian.example.battery.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.Main;
import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ServerAddress;
import io.tanlian.cli.exchange.TlsFingerprint;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A client's secret is told once, rotated without a pause, and taken back for good. */
@ExtendWith(OneExchange.class)
class ClientsTest {
  private final Exchange exchange;
  private final Participant owner;
  private final ClientLogin login;

  ClientsTest(Exchange exchange) throws Exception {
    this.exchange = exchange;
    this.owner = exchange.newSupplier();
    this.login = newClient();
  }

  @Test
  void a_participant_sees_its_clients_and_never_a_secret() throws Exception {
    HttpResponse<String> answer = owner.get("/v1/clients");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(login.clientId())
        .doesNotContain("ecret", login.clientSecret());
    assertThat(Exchange.json(answer)).hasSize(2);
  }

  @Test
  void another_participants_clients_are_neither_shown_nor_touched() throws Exception {
    Participant other = exchange.newSupplier();

    assertThat(other.get("/v1/clients?participant=" + owner.id().value()).statusCode())
        .isEqualTo(403);
    assertThat(rotate(other, 60).statusCode()).isEqualTo(404);
    assertThat(revoke(other).statusCode()).isEqualTo(404);
    assertThat(token(login).statusCode()).isEqualTo(200);
  }

  @Test
  void after_a_rotation_both_secrets_are_taken_for_the_time_asked() throws Exception {
    ClientLogin renewed = renewed(rotate(owner, 60));

    assertThat(renewed.clientId()).isEqualTo(login.clientId());
    assertThat(token(renewed).statusCode()).isEqualTo(200);
    assertThat(token(login).statusCode()).isEqualTo(200);
  }

  @Test
  void a_secret_that_others_may_know_is_rotated_away_at_once() throws Exception {
    ClientLogin renewed = renewed(rotate(owner, 0));

    assertThat(token(renewed).statusCode()).isEqualTo(200);
    assertThat(token(login).statusCode()).isEqualTo(401);
  }

  @Test
  void a_second_rotation_ends_the_first_secret() throws Exception {
    ClientLogin second = renewed(rotate(owner, 60));
    ClientLogin third = renewed(rotate(owner, 60));

    assertThat(token(login).statusCode()).isEqualTo(401);
    assertThat(token(second).statusCode()).isEqualTo(200);
    assertThat(token(third).statusCode()).isEqualTo(200);
  }

  @Test
  void a_revoked_client_gets_no_token_and_its_tokens_are_refused() throws Exception {
    String token = Exchange.json(token(login)).path("access_token").stringValue();
    assertThat(exchange.get("/v1/clients", token).statusCode()).isEqualTo(200);

    assertThat(revoke(owner).statusCode()).isEqualTo(204);

    assertThat(exchange.get("/v1/clients", token).statusCode()).isEqualTo(401);
    assertThat(token(login).statusCode()).isEqualTo(401);
    assertThat(rotate(owner, 60).statusCode()).isEqualTo(404);
    assertThat(owner.get("/v1/clients").statusCode()).isEqualTo(200);
  }

  @Test
  void the_operator_revokes_any_client_but_the_last_of_its_role() throws Exception {
    JsonNode own = Exchange.json(exchange.operator().get("/v1/clients"));
    assertThat(own).hasSize(1);

    HttpResponse<String> last =
        delete(exchange.operator(), own.get(0).path("clientId").stringValue());
    assertThat(last.statusCode()).isEqualTo(409);
    assertThat(last.body()).contains("access.last-operator");
    assertThat(revoke(exchange.operator()).statusCode()).isEqualTo(204);
  }

  @Test
  void the_command_line_rotates_the_secret_in_its_credentials_file_and_revokes_the_client(
      @TempDir Path folder) throws Exception {
    Path file = folder.resolve("supplier.json");
    Files.writeString(
        file,
        new Credentials(
                ServerAddress.parse(exchange.url().toString()),
                Optional.of(TlsFingerprint.parse(exchange.node().server().tlsFingerprint())),
                Optional.of(login),
                Optional.empty(),
                Optional.of(owner.id()),
                Optional.empty())
            .toJson()
            .toString());

    assertThat(tanlian("client", "rotate", "--keep-minutes", "0", "--credentials", file)).isZero();
    assertThat(token(login).statusCode()).isEqualTo(401);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(tanlian("client", "list", "--credentials", file)).isZero();
    assertThat(tanlian("client", "revoke", login.clientId(), "--credentials", file)).isZero();
    assertThat(tanlian("client", "list", "--credentials", file)).isEqualTo(2);
  }

  private static int tanlian(Object... arguments) {
    return Main.commandLine()
        .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
  }

  private ClientLogin newClient() throws Exception {
    HttpResponse<String> issued =
        exchange.post(
            "/v1/clients",
            "application/json",
            "{\"participant\":\"%s\",\"role\":\"supplier\"}".formatted(owner.id().value()),
            exchange.operator().token());
    assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
    return login(issued);
  }

  private static ClientLogin renewed(HttpResponse<String> rotated) {
    assertThat(rotated.statusCode()).as(rotated.body()).isEqualTo(200);
    return login(rotated);
  }

  private static ClientLogin login(HttpResponse<String> answer) {
    JsonNode body = Exchange.json(answer);
    return new ClientLogin(
        body.path("clientId").stringValue(), body.path("clientSecret").stringValue());
  }

  private HttpResponse<String> token(ClientLogin with) throws Exception {
    return exchange.requestToken(with);
  }

  private HttpResponse<String> rotate(Participant by, int keepMinutes) throws Exception {
    return exchange.send(
        exchange
            .request(
                "/v1/clients/%s/rotation?keepPreviousMinutes=%d"
                    .formatted(login.clientId(), keepMinutes))
            .header("Authorization", "Bearer " + by.token())
            .POST(BodyPublishers.noBody()));
  }

  private HttpResponse<String> revoke(Participant by) throws Exception {
    return delete(by, login.clientId());
  }

  private HttpResponse<String> delete(Participant by, String clientId) throws Exception {
    return exchange.send(
        exchange
            .request("/v1/clients/" + clientId)
            .header("Authorization", "Bearer " + by.token())
            .DELETE());
  }
}
