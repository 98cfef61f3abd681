package io.tanlian.example.battery.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Claim;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * PACT's public examples, where they lie beside the repository: signed, posted and read back as
 * they are. Their companies are no participants, so a {@code did:web} issues them, which PACT's
 * {@code companyIds} cannot name.
 */
@ExtendWith(OneExchange.class)
class ImportedFootprintsTest {
  private static final List<Path> PLACES =
      Stream.of("../../shared", "../../../shared", "../../../../shared")
          .map(place -> Path.of(place, "reference", "pact", "v3"))
          .toList();

  private final Exchange exchange;

  ImportedFootprintsTest(Exchange exchange) {
    this.exchange = exchange;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void a_public_example_is_read_back_unchanged_with_its_times_in_utc(int number) throws Exception {
    ObjectNode example = example(number);
    Participant host = host(number);

    host.publish(declared(example));

    HttpResponse<String> answer = host.get("/3/footprints/" + example.path("id").stringValue());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(Exchange.json(answer).path("data"))
        .isEqualTo(
            JsonMapper.builder().build().readTree(example.toString().replace("+00:00", "Z")));
  }

  @Test
  void the_example_that_names_itself_as_its_predecessor_is_refused() throws Exception {
    ObjectNode example = example(2);
    Participant host = host(2);

    HttpResponse<String> answer =
        host.post(host.sign(new StatementId(UUID.randomUUID()), declared(example)).format());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    JsonNode first = Exchange.json(answer).at("/errors/0");
    assertThat(first.path("code").stringValue()).isEqualTo("reference.not-earlier");
    assertThat(first.path("pointer").stringValue())
        .startsWith("/credentialSubject/productFootprint/precedingPfIds/");
  }

  private Participant host(int number) throws Exception {
    return exchange.newParticipant(ParticipantId.parse("did:web:host-" + number + ".example"));
  }

  private static Claim declared(ObjectNode footprint) {
    ObjectNode claim = JsonMapper.builder().build().createObjectNode();
    claim.set("productFootprint", footprint);
    return Footprints.declared(claim);
  }

  private static ObjectNode example(int number) throws IOException {
    String name = "example-" + number + ".json";
    List<Path> present = PLACES.stream().map(at -> at.resolve(name)).filter(Files::exists).toList();
    assumeTrue(!present.isEmpty(), "skipped: PACT's public " + name + " is not at " + PLACES);
    return (ObjectNode)
        JsonMapper.builder().build().readTree(Files.readAllBytes(present.getFirst()));
  }
}
