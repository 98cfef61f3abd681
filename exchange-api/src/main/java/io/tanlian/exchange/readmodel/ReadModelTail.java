package io.tanlian.exchange.readmodel;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.axon.LedgerTail;
import io.tanlian.tlog.entry.Entry;
import io.tanlian.verifier.state.StatementEntry;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the read models in step with the ledger. */
@Configuration(proxyBeanMethods = false)
class ReadModelTail {

  private static final String NAME = "read-models";

  @Bean(initMethod = "start", destroyMethod = "close")
  LedgerTail readModels(@Qualifier("tailPool") HikariDataSource pool, Ledger ledger) {
    return new LedgerTail(
        NAME,
        pool,
        ledger,
        (connection, index, entry) ->
            ReadModels.apply(connection, index, publicPart(index, entry)));
  }

  private static Statement publicPart(long index, Entry entry) {
    return switch (StatementReader.read(StatementEntry.statementIn(entry, List.of()))) {
      case Outcome.Accepted<ReadStatement>(ReadStatement read) -> read.statement();
      case Outcome.Refused<ReadStatement>(var problems) ->
          throw new CorruptLedgerException(
              index, "the statement cannot be read: " + problems.getFirst().detail());
    };
  }
}
