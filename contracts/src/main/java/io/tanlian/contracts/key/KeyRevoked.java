package io.tanlian.contracts.key;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * From this entry on nothing signed with this key is accepted.
 *
 * @param kid the key's thumbprint, field {@code key} in JSON
 * @param reason for people to read
 */
public record KeyRevoked(String kid, String reason) {
  public KeyRevoked {
    Thumbprint.require(kid);
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a revocation has a reason: say why the key is given up");
    }
  }

  public static KeyRevoked read(Fields in) {
    return new KeyRevoked(in.value("key", Thumbprint::require), in.text("reason"));
  }

  public ObjectNode toJson() {
    return new ObjectWriter().value("key", kid).value("reason", reason).toJson();
  }
}
