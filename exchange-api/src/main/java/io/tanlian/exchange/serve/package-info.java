/** Starting a node: its settings, data directory, secrets, certificate and database. */
@NullMarked
package io.tanlian.exchange.serve;

import org.jspecify.annotations.NullMarked;
