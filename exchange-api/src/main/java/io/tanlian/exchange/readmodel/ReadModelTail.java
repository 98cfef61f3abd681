package io.tanlian.exchange.readmodel;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.exchange.PublicStatement;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.axon.LedgerTail;
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
            ReadModels.apply(connection, index, PublicStatement.of(index, entry)));
  }
}
