package io.tanlian.exchange.connection;

import io.tanlian.exchange.outbound.HostLookup;
import io.tanlian.exchange.outbound.OutboundClient;
import io.tanlian.exchange.outbound.OutboundLimits;
import io.tanlian.exchange.outbound.OutboundRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one client for calls to other companies' hosts. */
@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {

  @Bean(destroyMethod = "close")
  OutboundClient outboundClient(OutboundRules rules) {
    return new OutboundClient(rules, OutboundLimits.DEFAULT, HostLookup.SYSTEM);
  }
}
