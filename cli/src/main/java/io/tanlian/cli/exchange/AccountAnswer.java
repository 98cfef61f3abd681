package io.tanlian.cli.exchange;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One of the accounts that an exchange answers with to {@code GET /v1/accounts}: of a site, a
 * holder and a period.
 *
 * @param first day of the period
 * @param last day of the period
 * @param carriedOver whether the period is over, and what is left stands in the following one
 */
public record AccountAnswer(
    String holder,
    String site,
    String first,
    String last,
    String usableUntil,
    boolean carriedOver,
    List<MaterialMass> credited,
    List<MaterialMass> used,
    List<MaterialMass> left,
    List<MaterialMass> expired) {

  private static AccountAnswer read(JsonNode one) {
    return new AccountAnswer(
        JsonField.text(one, "holder"),
        JsonField.text(one, "site"),
        JsonField.text(one, "first"),
        JsonField.text(one, "last"),
        JsonField.text(one, "usableUntil"),
        JsonField.flag(one, "carriedOver"),
        MaterialMass.all(one, "credited"),
        MaterialMass.all(one, "used"),
        MaterialMass.all(one, "left"),
        MaterialMass.all(one, "expired"));
  }

  static List<AccountAnswer> readAll(JsonNode body) {
    List<AccountAnswer> all = new ArrayList<>();
    body.forEach(one -> all.add(read(one)));
    return all;
  }
}
