package io.tanlian.exchange.outbound;

import java.net.UnknownHostException;

/** A host's address is none that calls may go to. */
final class AddressRefused extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  AddressRefused(String words) {
    super(words);
  }
}
