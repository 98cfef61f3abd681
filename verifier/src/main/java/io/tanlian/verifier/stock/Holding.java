package io.tanlian.verifier.stock;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.material.Allocation;
import io.tanlian.contracts.material.Batch;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The batches that one statement brought, and what became of them. Immutable.
 *
 * @param index of the statement's entry
 * @param holder who may use them; of an offer the buyer
 * @param stocks by lot
 * @param correctedAt index of the entry that undid the statement
 * @param treeSize one more than the index of the last entry it takes into account
 */
public record Holding(
    StatementId statement,
    long index,
    StatementType type,
    ParticipantId issuer,
    ParticipantId holder,
    Optional<Custody> custody,
    Map<String, Stock> stocks,
    OptionalLong correctedAt,
    long treeSize) {
  public Holding {
    stocks = Map.copyOf(stocks);
  }

  /** What a statement brings, nothing of it used. */
  public static Holding broughtBy(long index, Statement statement, Movement movement) {
    Map<String, Stock> stocks = new TreeMap<>();
    for (Batch batch : movement.brings()) {
      stocks.put(batch.lot(), new Stock(batch, Amounts.NONE));
    }
    return new Holding(
        statement.id(),
        index,
        statement.type(),
        statement.issuer(),
        movement.holder(),
        movement.custody(),
        stocks,
        OptionalLong.empty(),
        index + 1);
  }

  /** After the entry at {@code at}; the same if that is taken into account already. */
  public Holding after(long at, Movement movement) {
    if (at < treeSize) {
      return this;
    }
    Map<String, Stock> changed = new TreeMap<>(stocks);
    apply(movement.uses(), changed, Stock::using);
    apply(movement.returns(), changed, Stock::returning);
    boolean undone = movement.undoes().filter(statement::equals).isPresent();
    return new Holding(
        statement,
        index,
        type,
        issuer,
        holder,
        custody,
        changed,
        undone ? OptionalLong.of(at) : correctedAt,
        at + 1);
  }

  public Optional<Stock> stock(String lot) {
    return Optional.ofNullable(stocks.get(lot));
  }

  /** Whether nothing has been used of any of its batches. */
  public boolean isUntouched() {
    return stocks.values().stream().allMatch(Stock::isUntouched);
  }

  private void apply(
      List<Allocation> allocations,
      Map<String, Stock> changed,
      BiFunction<Stock, Amounts, Stock> change) {
    allocations.stream()
        .filter(allocation -> allocation.batch().statement().equals(statement))
        .forEach(allocation ->
            changed.computeIfPresent(
                allocation.batch().lot(),
                (_, stock) -> change.apply(stock, Amounts.of(allocation))));
  }
}
