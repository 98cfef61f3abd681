package io.tanlian.example.battery.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.json.Base64Url;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A good statement taken apart, so that one thing in it can be made wrong before it is signed again
 * as it then stands.
 */
final class Draft {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StatementId id;
  private final ObjectNode header;
  private final ObjectNode payload;
  private final List<String> disclosures;
  private SigningKey key;
  private UnaryOperator<String> headerText = text -> text;
  private UnaryOperator<String> payloadText = text -> text;
  private UnaryOperator<String> bodyText = text -> text;

  private Draft(StatementId id, SignedStatement signed, SigningKey key) {
    String[] parts = signed.jwt().split("\\.", -1);
    this.id = id;
    this.header = object(parts[0]);
    this.payload = object(parts[1]);
    this.disclosures = new ArrayList<>(signed.disclosures());
    this.key = key;
  }

  static Draft of(Participant issuer, Claim claim) {
    return of(issuer, new StatementId(UUID.randomUUID()), claim);
  }

  static Draft of(Participant issuer, StatementId id, Claim claim) {
    return new Draft(id, issuer.sign(id, claim), issuer.key());
  }

  StatementId id() {
    return id;
  }

  Draft header(String name, String value) {
    header.put(name, value);
    return this;
  }

  Draft headerText(String found, String replacement) {
    headerText = text -> replaced(text, found, replacement);
    return this;
  }

  Draft payload(Consumer<ObjectNode> change) {
    change.accept(payload);
    return this;
  }

  /** Changes what is always visible of the footprint. */
  Draft footprint(Consumer<ObjectNode> change) {
    change.accept((ObjectNode) payload.at("/credentialSubject/productFootprint"));
    return this;
  }

  Draft payloadText(String found, String replacement) {
    payloadText = text -> replaced(text, found, replacement);
    return this;
  }

  Draft disclosures(Consumer<List<String>> change) {
    change.accept(disclosures);
    return this;
  }

  Draft signedBy(SigningKey other) {
    key = other;
    header.put("kid", other.publicKey().kid());
    return this;
  }

  /** Changes the finished text, after it was signed. */
  Draft body(UnaryOperator<String> change) {
    bodyText = change;
    return this;
  }

  String format() {
    String signed =
        encoded(headerText.apply(JSON.writeValueAsString(header)))
            + "."
            + encoded(payloadText.apply(JSON.writeValueAsString(payload)));
    String jwt = signed + "." + Base64Url.encode(key.sign(signed.getBytes(UTF_8)));
    return bodyText.apply(new SignedStatement(jwt, disclosures).format());
  }

  private static String encoded(String text) {
    return Base64Url.encode(text.getBytes(UTF_8));
  }

  private static ObjectNode object(String encoded) {
    return (ObjectNode) JSON.readTree(Base64Url.decode(encoded).orElseThrow());
  }

  private static String replaced(String text, String found, String replacement) {
    if (!text.contains(found)) {
      throw new AssertionError(found + " is not in " + text);
    }
    return text.replace(found, replacement);
  }
}
