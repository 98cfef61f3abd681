package io.tanlian.exchange.material;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Account;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.material.IdentityCode;
import io.tanlian.verifier.stock.Amounts;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.stock.Stock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The batches a statement brought and what is left of them, masses in kilograms.
 *
 * @param holder who may use them
 * @param site of the account their credits stand in
 * @param usableUntil the last day of the credits
 * @param correctedAt index of the entry that undid the statement
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record HoldingView(
    String statement,
    long index,
    String type,
    String issuer,
    String holder,
    Optional<String> custody,
    Optional<String> site,
    Optional<String> usableUntil,
    OptionalLong correctedAt,
    List<BatchView> batches,
    long treeSize) {

  static HoldingView of(Holding holding, long treeSize) {
    return new HoldingView(
        holding.statement().value(),
        holding.index(),
        holding.type().wireName(),
        holding.issuer().value(),
        holding.holder().value(),
        holding.custody().map(custody -> custody.model().wireName()),
        holding.custody().map(Custody::account).map(Account::site).map(Urn::value),
        holding.custody().flatMap(Custody::lastDay).map(Object::toString),
        holding.correctedAt(),
        holding.stocks().values().stream()
            .sorted(Comparator.comparing(stock -> stock.batch().lot()))
            .map(BatchView::of)
            .toList(),
        treeSize);
  }

  /** One batch. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record BatchView(
      String lot,
      String product,
      Optional<String> compound,
      boolean replacesPrimary,
      String mass,
      String massLeft,
      List<Amount> contents,
      List<Amount> left,
      List<String> identities) {
    static BatchView of(Stock stock) {
      Batch batch = stock.batch();
      return new BatchView(
          batch.lot(),
          batch.product().value(),
          Optional.ofNullable(batch.compound()),
          batch.replacesPrimary(),
          Amounts.kilograms(Amounts.of(batch).mass()),
          Amounts.kilograms(stock.left().mass()),
          Amount.all(Amounts.of(batch)),
          Amount.all(stock.left()),
          batch.identities().stream().map(IdentityCode::value).toList());
    }
  }
}
