package io.tanlian.example.pact;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one {@link TestHost} for all tests that ask for it, and stops it after the last. */
final class OneTestHost implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestHost.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(OneTestHost.class))
        .computeIfAbsent(TestHost.class, once -> started());
  }

  private static TestHost started() {
    try {
      return TestHost.start();
    } catch (Exception e) {
      throw new IllegalStateException("the node does not start", e);
    }
  }
}
