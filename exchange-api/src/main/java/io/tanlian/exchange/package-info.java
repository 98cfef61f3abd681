/** The service: admission, PACT API, native API, OAuth 2. */
@NullMarked
package io.tanlian.exchange;

import org.jspecify.annotations.NullMarked;
