/** The chain's data says what it should. */
@NullMarked
package io.tanlian.example.battery.chain;

import org.jspecify.annotations.NullMarked;
