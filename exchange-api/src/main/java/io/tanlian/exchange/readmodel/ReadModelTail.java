package io.tanlian.exchange.readmodel;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.ledger.axon.LedgerTail;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the read models in step with the ledger. */
@Configuration(proxyBeanMethods = false)
class ReadModelTail {

  @Bean(initMethod = "start", destroyMethod = "close")
  LedgerTail readModels(@Qualifier("tailPool") HikariDataSource pool, Ledger ledger) {
    var projection = new ReadModelProjection();
    return new LedgerTail(
        ReadModelProjection.TAIL,
        pool,
        ledger,
        (connection, index, entry) ->
            projection.apply(
                connection,
                ReadModelProjection.TABLES.schema(),
                List.of(new SequencedEntry(index, entry))));
  }
}
