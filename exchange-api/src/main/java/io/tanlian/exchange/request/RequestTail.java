package io.tanlian.exchange.request;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.exchange.statement.RecordedStatements;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.axon.LedgerTail;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the table of requests in step with the ledger. */
@Configuration(proxyBeanMethods = false)
class RequestTail {
  private static final String TAIL = "requests";

  @Bean(initMethod = "start", destroyMethod = "close")
  LedgerTail requestsTail(
      @Qualifier("tailPool") HikariDataSource pool,
      Ledger ledger,
      RecordedStatements recorded,
      Doorbell doorbell) {
    return new LedgerTail(
        TAIL,
        pool,
        ledger,
        (connection, index, entry) -> {
          ReadStatement read = recorded.kept(new SequencedEntry(index, entry));
          if (new RequestWrites(connection, index).apply(read.statement())) {
            doorbell.ring();
          }
        });
  }
}
