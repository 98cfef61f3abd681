package io.tanlian.exchange;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.tlog.note.NoteSigner;
import java.net.URI;

/**
 * What the running service knows about itself.
 *
 * @param publicUrl the address clients reach it by, without a slash at the end
 * @param operator who runs it
 * @param operatorName the operator's name
 * @param logKey signs checkpoints; its name is the log's origin
 * @param operatorKey signs the operator's statements
 * @param accessTokenKey signs access tokens, a private JWK
 */
public record Node(
    URI publicUrl,
    ParticipantId operator,
    String operatorName,
    NoteSigner logKey,
    SigningKey operatorKey,
    String accessTokenKey) {

  /** The log's name, which statements are signed for ({@code aud}). */
  public String origin() {
    return logKey.verifierKey().name();
  }

  @Override
  public String toString() {
    return "Node[" + publicUrl + ", " + operator.value() + ", " + logKey.verifierKey() + "]";
  }
}
