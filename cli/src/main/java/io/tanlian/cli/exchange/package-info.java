/** How a program talks to an exchange: pinned HTTPS, tokens, retries, and answers as values. */
@NullMarked
package io.tanlian.cli.exchange;

import org.jspecify.annotations.NullMarked;
