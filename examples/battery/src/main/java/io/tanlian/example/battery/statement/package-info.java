/** What the fictional companies sign, in the order in which a ledger can take it. */
@NullMarked
package io.tanlian.example.battery.statement;

import org.jspecify.annotations.NullMarked;
