package io.tanlian.cli.exchange;

import tools.jackson.databind.JsonNode;

/**
 * What an exchange says of its log. Its word proves nothing: compare with a copy got another way.
 *
 * @param origin the log's name, which statements are addressed to
 * @param verifierKey its key, as C2SP signed-note writes it
 */
public record LogIdentity(String origin, String verifierKey) {
  static LogIdentity read(JsonNode body) {
    return new LogIdentity(JsonField.text(body, "origin"), JsonField.text(body, "verifierKey"));
  }
}
