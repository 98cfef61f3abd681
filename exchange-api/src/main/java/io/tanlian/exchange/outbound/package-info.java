/** HTTPS to other companies' hosts: where calls may go, how long they take, how much they bring. */
@NullMarked
package io.tanlian.exchange.outbound;

import org.jspecify.annotations.NullMarked;
