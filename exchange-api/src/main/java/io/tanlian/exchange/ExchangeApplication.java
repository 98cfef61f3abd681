package io.tanlian.exchange;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** The Spring side of a node: everything that answers requests. */
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
public class ExchangeApplication {}
