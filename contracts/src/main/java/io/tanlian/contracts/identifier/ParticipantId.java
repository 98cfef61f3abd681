package io.tanlian.contracts.identifier;

/**
 * Names a company on the exchange: a unified social credit code, a legal entity identifier or a
 * {@code did:web}.
 *
 * <p>Two ids are the same participant only if they are equal; nothing here maps one kind to
 * another.
 */
public sealed interface ParticipantId permits Uscc, Lei, DidWeb {

  /** The id as it is written in statements, {@code urn:lei:506700GE1G29325QX363} for one. */
  String value();

  /**
   * Reads an id of any kind.
   *
   * @throws IllegalArgumentException naming the rule that is broken and what to write instead
   */
  static ParticipantId parse(String value) {
    if (value.startsWith(Uscc.PREFIX)) {
      return new Uscc(value.substring(Uscc.PREFIX.length()));
    }
    if (value.startsWith(Lei.PREFIX)) {
      return new Lei(value.substring(Lei.PREFIX.length()));
    }
    if (value.startsWith(DidWeb.PREFIX)) {
      return new DidWeb(value);
    }
    throw new IllegalArgumentException(
        "a participant is named by urn:uscc:…, urn:lei:… or did:web:…, not by %s"
            .formatted(Excerpt.of(value)));
  }
}
