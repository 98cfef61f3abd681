/** The data of the example: companies, factors and production steps, read from chain.json. */
@NullMarked
package io.tanlian.example.battery.chain;

import org.jspecify.annotations.NullMarked;
