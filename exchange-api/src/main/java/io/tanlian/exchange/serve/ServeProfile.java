package io.tanlian.exchange.serve;

import java.io.IOException;
import java.util.List;

/** A node made ready for one purpose: {@code tanlian serve --profile NAME}. */
public interface ServeProfile {

  /** How it is called on the command line, in lower case and hyphens. */
  String name();

  /**
   * What the operator decided, and what the profile decides for it.
   *
   * @throws StartRefused if the two do not go together
   */
  ServeSettings settings(ServeSettings asked) throws StartRefused;

  /**
   * Makes a node that just started ready; what an earlier start left is used again.
   *
   * @return what to tell the operator, line by line
   * @throws StartRefused if the node does not take it
   */
  List<String> prepare(ExchangeServer server) throws IOException, StartRefused;
}
