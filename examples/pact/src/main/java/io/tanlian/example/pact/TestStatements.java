package io.tanlian.example.pact;

import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.sharing.Grant;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What is said on the ledger about the test participant, each under a name of its own. */
final class TestStatements {
  static final ParticipantId PARTICIPANT = ParticipantId.parse("urn:uscc:91000000FAKE100017");
  static final ParticipantId CLIENT = ParticipantId.parse("urn:uscc:91000000FAKE10002A");
  static final String PARTICIPANT_NAME = "Example Materials (fictional)";
  static final String CLIENT_NAME = "PACT conformance tool";
  static final Role CLIENT_ROLE = Role.LEAD_FIRM;
  private static final Instant GRANTED_UNTIL = Instant.parse("2099-12-31T00:00:00Z");

  private TestStatements() {}

  /** A claim and the name of its statement, the same at every start. */
  record Said(StatementId id, Claim claim) {
    private static Said of(Claim claim, String... named) {
      List<String> texts = new ArrayList<>(List.of("pact-test", claim.type()));
      texts.addAll(List.of(named));
      return new Said(StatementId.derivedFrom(texts.toArray(String[]::new)), claim);
    }
  }

  /** What the operator says: who the two are, and what the participant signs with. */
  static List<Said> ofOperator(SigningKey key, String ledgerOrigin) {
    return List.of(
        admitted(PARTICIPANT, PARTICIPANT_NAME, Role.SUPPLIER),
        Said.of(
            new Claim.Enrolled(
                new KeyEnrolled(
                    PARTICIPANT, key.publicKey(), KeyProof.create(key, PARTICIPANT, ledgerOrigin))),
            key.publicKey().kid()),
        admitted(CLIENT, CLIENT_NAME, CLIENT_ROLE));
  }

  /** What the participant says: its footprints, and that the tool may see them all. */
  static List<Said> ofParticipant() throws IOException {
    List<Said> said = new ArrayList<>();
    said.add(
        Said.of(
            new Claim.Granted(
                new Grant(
                    CLIENT,
                    new GrantScope.AllProducts(),
                    EnumSet.allOf(GrantedPart.class),
                    "Test of PACT conformance",
                    GRANTED_UNTIL))));
    for (ProductFootprint footprint : footprints()) {
      said.add(
          Said.of(
              new Claim.Declared(
                  new ProductFootprintDeclaration(footprint, null, List.of(), new TreeMap<>())),
              footprint.id().toString()));
    }
    return said;
  }

  private static Said admitted(ParticipantId id, String name, Role role) {
    return Said.of(new Claim.Admitted(new ParticipantAdmitted(id, name, Set.of(role))), id.value());
  }

  /** The footprints in {@code footprints.json}, as PACT v3 writes them. */
  static List<ProductFootprint> footprints() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(TestStatements.class.getResourceAsStream("footprints.json"))) {
      return switch (StrictJson.parse(file.readAllBytes()).then(TestStatements::read)) {
        case Outcome.Accepted<List<ProductFootprint>>(var footprints) -> footprints;
        case Outcome.Refused<List<ProductFootprint>>(var problems) ->
            throw new IOException("footprints.json: " + problems);
      };
    }
  }

  private static Outcome<List<ProductFootprint>> read(JsonNode all) {
    Outcome<List<ProductFootprint>> read = Outcome.accepted(List.of());
    for (JsonNode one : all) {
      read =
          read.then(before ->
              Fields.read(one, ProductFootprint::read)
                  .then(footprint -> {
                    List<ProductFootprint> more = new ArrayList<>(before);
                    more.add(footprint);
                    return Outcome.accepted(List.copyOf(more));
                  }));
    }
    return read;
  }
}
