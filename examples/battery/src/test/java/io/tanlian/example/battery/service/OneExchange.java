package io.tanlian.example.battery.service;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one {@link Exchange} for all tests that ask for it, and stops it after the last. */
final class OneExchange implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Exchange.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(OneExchange.class))
        .computeIfAbsent(Exchange.class, once -> started());
  }

  private static Exchange started() {
    try {
      return Exchange.start();
    } catch (Exception e) {
      throw new IllegalStateException("the exchange does not start", e);
    }
  }
}
