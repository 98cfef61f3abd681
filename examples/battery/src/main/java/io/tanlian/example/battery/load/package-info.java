/** Brings the chain onto an exchange, through its public API only. */
@NullMarked
package io.tanlian.example.battery.load;

import org.jspecify.annotations.NullMarked;
