/** How commands find their exchange and the log key they trust, and say what it answered. */
@NullMarked
package io.tanlian.cli.connection;

import org.jspecify.annotations.NullMarked;
