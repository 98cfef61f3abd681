package io.tanlian.cli.exchange;

import io.tanlian.contracts.identifier.StatementId;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What an exchange answers to {@code GET /v1/recall}: where material of a batch may be now.
 *
 * @param products that were claimed to hold some
 * @param secondLife used batteries that serve again
 * @param stocks what is left of batches
 * @param complete false if there is more
 * @param treeSize size of the ledger it was computed at
 */
public record RecallAnswer(
    List<Product> products,
    List<SecondLife> secondLife,
    List<Stock> stocks,
    boolean complete,
    long treeSize) {

  /**
   * A product that a plant makes in a year.
   *
   * @param claim the statement that claims its recycled content, at {@code index}
   */
  public record Product(
      String product,
      String plant,
      String year,
      String issuer,
      StatementId claim,
      long index,
      List<String> identities) {
    static Product read(JsonNode one) {
      return new Product(
          JsonField.text(one, "product"),
          JsonField.text(one, "plant"),
          JsonField.text(one, "year"),
          JsonField.text(one, "issuer"),
          StatementId.parse(JsonField.text(one, "claim")),
          JsonField.wholeNumber(one, "index"),
          JsonField.texts(one, "identities"));
    }
  }

  /** A used battery that serves again. */
  public record SecondLife(
      String product, String lot, String holder, StatementId statement, List<String> identities) {
    static SecondLife read(JsonNode one) {
      return new SecondLife(
          JsonField.text(one, "product"),
          JsonField.text(one, "lot"),
          JsonField.text(one, "holder"),
          StatementId.parse(JsonField.text(one, "statement")),
          JsonField.texts(one, "identities"));
    }
  }

  /**
   * What is left of a batch.
   *
   * @param massLeft kilograms
   * @param offered whether it waits for the holder's acceptance
   */
  public record Stock(
      StatementId statement,
      String lot,
      String product,
      String holder,
      BigDecimal massLeft,
      boolean offered) {
    static Stock read(JsonNode one) {
      return new Stock(
          StatementId.parse(JsonField.text(one, "statement")),
          JsonField.text(one, "lot"),
          JsonField.text(one, "product"),
          JsonField.text(one, "holder"),
          JsonField.figure(one, "massLeft"),
          JsonField.flag(one, "offered"));
    }
  }

  static RecallAnswer read(JsonNode body) {
    return new RecallAnswer(
        JsonField.elements(body, "products", Product::read),
        JsonField.elements(body, "secondLife", SecondLife::read),
        JsonField.elements(body, "stocks", Stock::read),
        JsonField.flag(body, "complete"),
        JsonField.wholeNumber(body, "treeSize"));
  }
}
