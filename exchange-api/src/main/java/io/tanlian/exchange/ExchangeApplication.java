package io.tanlian.exchange;

import com.zaxxer.hikari.HikariDataSource;
import io.tanlian.ledger.storage.LedgerPool;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The Spring side of a node: everything that answers requests. */
@SpringBootApplication
public class ExchangeApplication {
}
